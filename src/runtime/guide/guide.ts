/** The first-time guide: what mOTP is, how to install, register and use it (requirement G6). */
import {html, nothing, type TemplateResult} from 'lit';
import type {GuideMessages, Messages} from '../../locales/messages.ts';
import {renderLink} from '../../element/templates/link.ts';
import {renderPhone, type PhoneScreen} from './phone-illustration.ts';
import type {renderQrCode} from './qr-code.ts';

/** What the site and the screen decide. */
export interface GuideOptions {
  readonly androidUrl: string | undefined;
  readonly iosUrl: string | undefined;
  /** The level of the guide's own headings in the page, 1 to 6. */
  readonly level: number;
  /** Draws a QR code, where the screen is none that one holds in front of its own camera. */
  readonly qrCode: typeof renderQrCode | undefined;
}

/** The whole guide, with pictures of the phone. */
export function renderGuide(
  messages: Messages,
  said: GuideMessages,
  options: GuideOptions,
): TemplateResult {
  const title = (text: string): TemplateResult =>
    html`<p class="title" role="heading" aria-level=${options.level}>${text}</p>`;
  return html`${title(said.about)}
    <p>${said.purpose}</p>
    <dl class="facts">
      ${fact(said.whoTerm, said.who)} ${fact(said.deviceTerm, said.device)}
      ${fact(said.neededTerm, said.needed)} ${fact(said.whenTerm, said.when)}
      ${fact(
        said.cautionTerm,
        html`<ul>
          <li>${said.oneDevice}</li>
          <li>${said.newDevice}</li>
          <li>${said.otherWays}</li>
        </ul>`,
      )}
    </dl>
    ${title(said.install)}
    <ol class="steps">
      ${step(1, 'store', said.installApp, stores(messages, said, options))}
    </ol>
    ${title(said.register)}
    <ol class="steps">
      ${step(1, 'consent', said.consent)}
      ${step(2, 'details', said.details, html`<p class="small">${said.sameDetails}</p>`)}
    </ol>
    ${title(said.use)}
    <ol class="steps">
      ${step(1, undefined, said.start)} ${step(2, undefined, said.run)}
      ${step(3, 'password', said.password)} ${step(4, 'code', said.enter)}
      ${step(5, undefined, said.done)}
    </ol>
    <p class="label">${said.noteTerm}</p>
    <ul>
      <li>${said.life}</li>
      <li>${said.lock}</li>
    </ul>`;
}

function fact(term: string, text: unknown): TemplateResult {
  return html`<div>
    <dt>${term}</dt>
    <dd>${text}</dd>
  </div>`;
}

function step(
  place: number,
  screen: PhoneScreen | undefined,
  text: string,
  more: unknown = nothing,
): TemplateResult {
  return html`<li value=${place}>
    <div>
      <p>${text}</p>
      ${more}
    </div>
    ${screen ? renderPhone(screen) : nothing}
  </li>`;
}

/** Where the app is to be had: links, and codes for the phone where the page is not on it. */
function stores(
  messages: Messages,
  said: GuideMessages,
  {androidUrl, iosUrl, qrCode: draw}: GuideOptions,
) {
  const offered = [
    {url: androidUrl, text: said.android, label: said.androidCode},
    {url: iosUrl, text: said.ios, label: said.iosCode},
  ].filter(({url}) => url !== undefined);
  if (offered.length === 0) return nothing;
  return html`<ul class="row stores">
      ${offered.map(
        ({url = '', text, label}) =>
          html`<li>${draw ? draw(url, label) : nothing} ${renderLink(messages, url, text)}</li>`,
      )}
    </ul>
    ${draw ? html`<p class="small">${said.scan}</p>` : nothing}`;
}
