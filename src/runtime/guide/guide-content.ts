/** What the first-time guide and the questions hold: modules that arrive only when they are opened. */
import {html, type ReactiveControllerHost} from 'lit';
import {LazyImportController, type LazyImport} from './lazy-import-controller.ts';
import type {DisclosureName} from '../../element/disclosures.ts';
import type {SafeLinks} from '../../element/links.ts';
import type {GuideMessages, Locale} from '../../locales/messages.ts';
import type {Fallbacks} from '../../element/templates/fallbacks.ts';

/** What it is drawn from. */
export interface GuideContentOptions {
  readonly locale: Locale;
  readonly links: SafeLinks;
  readonly fallbacks: Fallbacks;
  /** The level of the headings above it in the page, 1 to 6. */
  readonly level: number;
}

/** A page at least so wide is not the phone itself, so that the phone's camera can look at it. */
const WIDER_THAN_A_PHONE = '(min-width: 768px)';

const loadGuide = () => import('./guide.ts');
const loadQuestions = () => import('./questions.ts');
const loadQrCode = () => import('./qr-code.ts');
const loadKorean = () => import('../../locales/guide/ko.ts').then(({ko}): GuideMessages => ko);

/** See the file's head. */
export class GuideContent {
  readonly #modules: LazyImportController<object>;

  constructor(host: ReactiveControllerHost) {
    this.#modules = new LazyImportController(host);
  }

  /** Lets what did not come be asked for again. */
  forget(): void {
    this.#modules.forget();
  }

  /** What one of the two holds; the guide may be there in Korean alone. */
  of(part: DisclosureName, options: GuideContentOptions): unknown {
    const {locale} = options;
    const {tag, dir = 'ltr'} = locale.guide ? locale : {tag: 'ko'};
    const content = part === 'guide' ? this.#guide(options) : this.#questions(options);
    return html`<div lang=${tag} dir=${dir}>${content}</div>`;
  }

  #guide({locale, links: {androidUrl, iosUrl}, level}: GuideContentOptions): unknown {
    const view = this.#ask(loadGuide);
    const messages = this.#ask(locale.guide ?? loadKorean);
    const isWide = matchMedia(WIDER_THAN_A_PHONE).matches;
    const qr = isWide && (androidUrl || iosUrl) ? this.#ask(loadQrCode) : undefined;
    if (view.status !== 'complete' || messages.status !== 'complete')
      return notHere(locale, [view, messages]);
    const qrCode = qr?.status === 'complete' ? qr.module.renderQrCode : undefined;
    const options = {androidUrl, iosUrl, qrCode, level: Math.min(level + 1, 6)};
    return view.module.renderGuide(locale.messages, messages.module, options);
  }

  #questions({locale, fallbacks}: GuideContentOptions): unknown {
    const view = this.#ask(loadQuestions);
    const messages = this.#ask(locale.guide ?? loadKorean);
    if (view.status !== 'complete' || messages.status !== 'complete')
      return notHere(locale, [view, messages]);
    return view.module.renderQuestions(locale.messages, messages.module, fallbacks);
  }

  #ask<Module extends object>(load: () => Promise<Module>): LazyImport<Module> {
    return this.#modules.ask(load) as LazyImport<Module>;
  }
}

function notHere({messages}: Locale, arrivals: readonly LazyImport<object>[]): unknown {
  const isMissing = arrivals.some(({status}) => status === 'error');
  return html`<p class=${isMissing ? '' : 'pending'}>
    ${isMissing ? messages.loadFailed : messages.loading}
  </p>`;
}
