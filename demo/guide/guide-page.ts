/** The page with the integration guide and a playground that generates markup. */
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

/** The values of each enumerated attribute. The first is the default, which the markup omits. */
const ENUM_OPTIONS = {
  completion: ['dialog', 'inline', 'none'],
  guide: ['auto', 'open', 'closed', 'none'],
  csrf: ['none', 'meta', 'cookie'],
} as const;

/** The name of the checkbox that selects JSP markup; it is no attribute of the element. */
const JSP = 'jsp';

let identityAttributes: MarkupAttributes = {};

form.addEventListener('input', renderPreview);

await startDemo({
  update({lang}, urls) {
    guide.lang = document.documentElement.lang;
    renderForm();
    preview.lang = lang;
    identityAttributes = {...urls};
    renderPreview();
  },
  whenDrawn: () => guide.updateComplete,
});

function renderForm(): void {
  const messages = guidePageMessages(document.documentElement.lang);
  render(
    html`<h2>${messages.playground}</h2>
      <p>${messages.playgroundLead}</p>
      <div class="choices">
        ${renderSelect('occasion', messages.occasion, OCCASIONS)}
        ${renderTextField('unit', messages.unit)}
        ${renderTextField('trainee-name', messages.name, '홍길동')}
        ${renderTextField('trainee-phone', messages.phone, '01012345678')}
        ${renderTextField('heading', messages.heading)}
        ${renderSelect('completion', messages.completion, ENUM_OPTIONS.completion)}
        ${renderSelect('guide', messages.guide, ENUM_OPTIONS.guide)}
        ${renderSelect('csrf', messages.csrf, ENUM_OPTIONS.csrf)}
        ${renderCheckbox('masked', messages.masked)}
        ${renderCheckbox('auto-submit', messages.autoSubmit)}
        ${renderCheckbox('required', messages.required)} ${renderCheckbox(JSP, messages.jsp)}
      </div>`,
    form,
  );
  requireElement(HTMLElement, '#markup-title').textContent = messages.markup;
}

function renderTextField(name: string, label: string, value = ''): TemplateResult {
  return html`<label>${label} <input name=${name} .defaultValue=${value} /></label>`;
}

function renderCheckbox(name: string, label: string): TemplateResult {
  return html`<label class="box"><input type="checkbox" name=${name} /> ${label}</label>`;
}

function renderSelect(name: string, label: string, values: readonly string[]): TemplateResult {
  return html`<label
    >${label}
    <select name=${name}>
      ${values.map((value) => html`<option>${value}</option>`)}
    </select></label
  >`;
}

/** Renders the widget with the chosen attributes, and its markup. */
function renderPreview(): void {
  const attributes = chosenAttributes();
  const isForJsp = form.querySelector<HTMLInputElement>(`[name=${JSP}]`)?.checked;
  code.textContent = formatMarkup(attributes, isForJsp ? 'jsp' : 'html');
  const widget = document.createElement('motp-verify');
  for (const [name, value] of Object.entries({...attributes, ...identityAttributes})) {
    widget.setAttribute(name, value === true ? '' : String(value));
  }
  preview.replaceChildren(widget);
}

/** Returns the form's values as attributes, without those that have their default. */
function chosenAttributes(): MarkupAttributes {
  const defaults: Readonly<Record<string, readonly string[]>> = ENUM_OPTIONS;
  const attributes: Record<string, string | true> = {
    endpoint: 'api/motp',
    'status-url': 'api/motp/status',
  };
  for (const [name, value] of new FormData(form)) {
    if (name === JSP || typeof value !== 'string') continue;
    if (value === '' || defaults[name]?.[0] === value) continue;
    attributes[name] = value === 'on' ? true : value;
  }
  return attributes;
}
