/** The first-time guide: what mOTP is, how to install, register and use it (G6). */
import {html, nothing, type TemplateResult} from 'lit';
import type {GuideMessages, Messages} from '../../locales/messages.ts';
import {serviceNames, type FallbackUrls} from '../../element/templates/fallbacks.ts';
import {renderLink} from '../../element/templates/link.ts';
import {formatMessage} from '../format-message.ts';
import type {PhoneScreen, renderPhone as RenderPhone} from './phone-illustration.ts';
import type {renderQrCode as RenderQrCode} from './qr-code.ts';

/** Options of the guide. */
export interface GuideOptions {
  /** The addresses of the fallbacks: the guide names no other. */
  readonly fallbackUrls: FallbackUrls;
  readonly androidUrl: string | undefined;
  readonly iosUrl: string | undefined;
  /** Level of the guide's headings in the page, 1 to 6. */
  readonly level: number;
  /** Renders a picture of the phone. Without it, the text says the same. */
  readonly renderPhone: typeof RenderPhone | undefined;
  /** Renders a QR code, on a screen that the phone's camera can scan. */
  readonly renderQrCode: typeof RenderQrCode | undefined;
}

/** Renders the guide, with illustrations of the phone. */
export function renderGuide(
  messages: Messages,
  guide: GuideMessages,
  options: GuideOptions,
): TemplateResult {
  const title = (text: string): TemplateResult =>
    html`<p class="title" role="heading" aria-level=${options.level}>${text}</p>`;
  const step = createStepRenderer(options);
  const names = serviceNames(messages, options.fallbackUrls);
  const [way] = names;
  const ways = names.join(messages.or);
  return html`${title(guide.about)}
    <p>${guide.purpose}</p>
    <dl class="facts">
      ${renderFact(guide.whoTerm, guide.who)} ${renderFact(guide.deviceTerm, guide.device)}
      ${renderFact(guide.neededTerm, guide.needed)} ${renderFact(guide.whenTerm, guide.when)}
      ${renderFact(
        guide.cautionTerm,
        html`<ul>
          <li>${guide.oneDevice}</li>
          <li>${guide.newDevice}</li>
          ${ways ? html`<li>${formatMessage(guide.otherWays, {ways})}</li>` : nothing}
        </ul>`,
      )}
    </dl>
    ${title(guide.install)}
    <ol class="steps">
      ${step(1, 'store', guide.installApp, renderStores(messages, guide, options))}
    </ol>
    ${title(guide.register)}
    <ol class="steps">
      ${step(1, 'consent', guide.consent)}
      ${step(2, 'details', guide.details, html`<p class="small">${guide.sameDetails}</p>`)}
    </ol>
    ${title(guide.use)}
    <ol class="steps">
      ${step(1, undefined, guide.start)} ${step(2, undefined, guide.run)}
      ${step(3, 'password', guide.password)} ${step(4, 'code', guide.enter)}
      ${step(5, undefined, guide.done)}
    </ol>
    <p class="label">${guide.noteTerm}</p>
    <ul>
      <li>${guide.life}</li>
      <li>${way ? formatMessage(guide.lock, {way}) : messages.stepLocked}</li>
    </ul>`;
}

function renderFact(term: string, text: unknown): TemplateResult {
  return html`<div>
    <dt>${term}</dt>
    <dd>${text}</dd>
  </div>`;
}

/** Renders a step, beside the phone's screen if there is one. */
type StepRenderer = (
  place: number,
  screen: PhoneScreen | undefined,
  text: string,
  more?: unknown,
) => TemplateResult;

function createStepRenderer({renderPhone}: GuideOptions): StepRenderer {
  return (place, screen, text, more = nothing) =>
    html`<li value=${place}>
      <div>
        <p>${text}</p>
        ${more}
      </div>
      ${screen && renderPhone ? renderPhone(screen) : nothing}
    </li>`;
}

/** Renders links to the stores, and QR codes if the page is not on the phone. */
function renderStores(
  messages: Messages,
  guide: GuideMessages,
  {androidUrl, iosUrl, renderQrCode}: GuideOptions,
) {
  const offered = [
    {url: androidUrl, text: guide.android, label: guide.androidCode},
    {url: iosUrl, text: guide.ios, label: guide.iosCode},
  ].filter(({url}) => url !== undefined);
  if (offered.length === 0) return nothing;
  return html`<ul class="row stores">
      ${offered.map(
        ({url = '', text, label}) =>
          html`<li>
            ${renderQrCode ? renderQrCode(url, label) : nothing} ${renderLink(messages, url, text)}
          </li>`,
      )}
    </ul>
    ${renderQrCode ? html`<p class="small">${guide.scan}</p>` : nothing}`;
}
