/** The guide's page: the guide, and a playground that writes the markup as one chooses. */
import {html, render, type TemplateResult} from 'lit';
import {OCCASIONS} from '../../src/core/occasion.ts';
import {requireElement, startDemo} from '../shell/start-demo.ts';
import {IntegrationGuide} from './integration-guide.ts';
import {formatMarkup, type MarkupAttributes} from './markup.ts';
import {guidePageMessages} from './messages.ts';

const guide = requireElement(IntegrationGuide, 'integration-guide');
const form = requireElement(HTMLFormElement, '#playground');
const preview = requireElement(HTMLElement, '#preview');
const code = requireElement(HTMLElement, '#markup');

/** What can be chosen of a few, by attribute; the first is the default and is not written. */
const ENUM_OPTIONS = {
  completion: ['dialog', 'inline', 'none'],
  guide: ['auto', 'open', 'closed', 'none'],
  csrf: ['none', 'meta', 'cookie'],
} as const;

/** The one choice that is about the markup and not about the element. */
const JSP = 'jsp';

let identityAttributes: MarkupAttributes = {};

form.addEventListener('input', renderPreview);

await startDemo({
  update({lang}, waysOut) {
    guide.lang = document.documentElement.lang;
    renderForm();
    preview.lang = lang;
    identityAttributes = {...waysOut};
    renderPreview();
  },
});

function renderForm(): void {
  const words = guidePageMessages(document.documentElement.lang);
  render(
    html`<h2>${words.playground}</h2>
      <p>${words.playgroundLead}</p>
      <div class="choices">
        ${renderSelect('occasion', words.occasion, OCCASIONS)}
        ${renderTextField('unit', words.unit)}
        ${renderTextField('trainee-name', words.name, '홍길동')}
        ${renderTextField('trainee-phone', words.phone, '01012345678')}
        ${renderTextField('heading', words.heading)}
        ${renderSelect('completion', words.completion, ENUM_OPTIONS.completion)}
        ${renderSelect('guide', words.guide, ENUM_OPTIONS.guide)}
        ${renderSelect('csrf', words.csrf, ENUM_OPTIONS.csrf)}
        ${renderCheckbox('masked', words.masked)} ${renderCheckbox('auto-submit', words.autoSubmit)}
        ${renderCheckbox('required', words.required)} ${renderCheckbox(JSP, words.jsp)}
      </div>`,
    form,
  );
  requireElement(HTMLElement, '#markup-title').textContent = words.markup;
}

function renderTextField(name: string, label: string, value = ''): TemplateResult {
  return html`<label>${label} <input name=${name} .defaultValue=${value} /></label>`;
}

function renderCheckbox(name: string, label: string): TemplateResult {
  return html`<label class="box"><input type="checkbox" name=${name} /> ${label}</label>`;
}

function renderSelect(name: string, label: string, choices: readonly string[]): TemplateResult {
  return html`<label
    >${label}
    <select name=${name}>
      ${choices.map((choice) => html`<option>${choice}</option>`)}
    </select></label
  >`;
}

/** The widget as it was chosen, and the markup that says so. */
function renderPreview(): void {
  const choices = chosenAttributes();
  const isForJsp = form.querySelector<HTMLInputElement>(`[name=${JSP}]`)?.checked;
  code.textContent = formatMarkup(choices, isForJsp ? 'jsp' : 'html');
  const widget = document.createElement('motp-verify');
  for (const [name, value] of Object.entries({...choices, ...identityAttributes})) {
    widget.setAttribute(name, value === true ? '' : String(value));
  }
  preview.replaceChildren(widget);
}

/** What the form says, without what is the default anyway. */
function chosenAttributes(): MarkupAttributes {
  const defaults: Readonly<Record<string, readonly string[]>> = ENUM_OPTIONS;
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
