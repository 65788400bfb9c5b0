/** The guide's page: the guide, and a playground that writes the markup as one chooses. */
import {html, render, type TemplateResult} from 'lit';
import {OCCASIONS} from '../../src/core/occasion.ts';
import {one, openStage} from '../shell/start-demo.ts';
import {IntegrationGuide} from './integration-guide.ts';
import {markupOf, type Choices} from './markup.ts';
import {guideWords} from './messages.ts';

const guide = one(IntegrationGuide, 'integration-guide');
const form = one(HTMLFormElement, '#playground');
const preview = one(HTMLElement, '#preview');
const code = one(HTMLElement, '#markup');

/** What can be chosen of a few, by attribute; the first is the default and is not written. */
const PICKS = {
  completion: ['dialog', 'inline', 'none'],
  guide: ['auto', 'open', 'closed', 'none'],
  csrf: ['none', 'meta', 'cookie'],
} as const;

/** The one choice that is about the markup and not about the element. */
const JSP = 'jsp';

let ways: Choices = {};

form.addEventListener('input', draw);

await openStage({
  show({lang}, waysOut) {
    guide.lang = document.documentElement.lang;
    drawForm();
    preview.lang = lang;
    ways = {...waysOut};
    draw();
  },
});

function drawForm(): void {
  const words = guideWords(document.documentElement.lang);
  render(
    html`<h2>${words.playground}</h2>
      <p>${words.playgroundLead}</p>
      <div class="choices">
        ${pick('occasion', words.occasion, OCCASIONS)} ${text('unit', words.unit)}
        ${text('trainee-name', words.name, '홍길동')}
        ${text('trainee-phone', words.phone, '01012345678')} ${text('heading', words.heading)}
        ${pick('completion', words.completion, PICKS.completion)}
        ${pick('guide', words.guide, PICKS.guide)} ${pick('csrf', words.csrf, PICKS.csrf)}
        ${box('masked', words.masked)} ${box('auto-submit', words.autoSubmit)}
        ${box('required', words.required)} ${box(JSP, words.jsp)}
      </div>`,
    form,
  );
  one(HTMLElement, '#markup-title').textContent = words.markup;
}

function text(name: string, label: string, value = ''): TemplateResult {
  return html`<label>${label} <input name=${name} .defaultValue=${value} /></label>`;
}

function box(name: string, label: string): TemplateResult {
  return html`<label class="box"><input type="checkbox" name=${name} /> ${label}</label>`;
}

function pick(name: string, label: string, choices: readonly string[]): TemplateResult {
  return html`<label
    >${label}
    <select name=${name}>
      ${choices.map((choice) => html`<option>${choice}</option>`)}
    </select></label
  >`;
}

/** The widget as it was chosen, and the markup that says so. */
function draw(): void {
  const choices = chosen();
  const isForJsp = form.querySelector<HTMLInputElement>(`[name=${JSP}]`)?.checked;
  code.textContent = markupOf(choices, isForJsp ? 'jsp' : 'html');
  const widget = document.createElement('motp-verify');
  for (const [name, value] of Object.entries({...choices, ...ways})) {
    widget.setAttribute(name, value === true ? '' : String(value));
  }
  preview.replaceChildren(widget);
}

/** What the form says, without what is the default anyway. */
function chosen(): Choices {
  const defaults: Readonly<Record<string, readonly string[]>> = PICKS;
  const said: Record<string, string | true> = {
    endpoint: 'api/motp',
    'status-url': 'api/motp/status',
  };
  for (const [name, value] of new FormData(form)) {
    if (name === JSP || typeof value !== 'string') continue;
    if (value === '' || defaults[name]?.[0] === value) continue;
    said[name] = value === 'on' ? true : value;
  }
  return said;
}
