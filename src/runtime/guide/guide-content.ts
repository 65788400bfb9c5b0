/** The content of the guide and the questions, imported when they are opened. */
import {html, type ReactiveControllerHost} from 'lit';
import {subheadingLevel, type CardView} from '../../element/card-view.ts';
import type {FallbackHandler} from '../../element/templates/fallbacks.ts';
import type {GuideMessages, Locale} from '../../locales/messages.ts';
import {LazyImportController, type LazyImport} from './lazy-import-controller.ts';

/** On a screen this wide, the page is not on the phone, whose camera can scan a QR code. */
const WIDER_THAN_A_PHONE = '(min-width: 768px)';

const loadGuide = () => import('./guide.ts');
const loadQuestions = () => import('./questions.ts');
const loadQrCode = () => import('./qr-code.ts');
const loadKorean = () => import('../../locales/guide/ko.ts').then(({ko}): GuideMessages => ko);

/** Renders the content of both disclosures. Owns the imports that they need. */
export class GuideContent {
  readonly #modules: LazyImportController<object>;

  constructor(host: ReactiveControllerHost) {
    this.#modules = new LazyImportController(host);
  }

  /** Lets failed imports be tried again. */
  retry(): void {
    this.#modules.retry();
  }

  /** Renders the first-time guide, in Korean if the locale has none; `undefined` while it is pending. */
  renderGuide(locale: Locale, card: CardView): unknown {
    const template = this.#get(loadGuide);
    const messages = this.#get(locale.guide ?? loadKorean);
    const {androidUrl, iosUrl} = card.links;
    const isWide = matchMedia(WIDER_THAN_A_PHONE).matches;
    const qr = isWide && (androidUrl || iosUrl) ? this.#get(loadQrCode) : undefined;
    if (template.status !== 'complete' || messages.status !== 'complete') {
      return renderUnavailable(locale, template, messages);
    }
    const content = template.module.renderGuide(locale.messages, messages.module, {
      androidUrl,
      iosUrl,
      renderQrCode: qr?.status === 'complete' ? qr.module.renderQrCode : undefined,
      level: Math.min(subheadingLevel(card) + 1, 6),
    });
    return inLanguageOfGuide(locale, content);
  }

  /** Renders the questions and answers, likewise. */
  renderQuestions(locale: Locale, card: CardView, onFallback: FallbackHandler): unknown {
    const template = this.#get(loadQuestions);
    const messages = this.#get(locale.guide ?? loadKorean);
    if (template.status !== 'complete' || messages.status !== 'complete') {
      return renderUnavailable(locale, template, messages);
    }
    const {urls} = card.fallbacks;
    const content = template.module.renderQuestions(
      locale.messages,
      messages.module,
      urls,
      onFallback,
    );
    return inLanguageOfGuide(locale, content);
  }

  #get<Module extends object>(load: () => Promise<Module>): LazyImport<Module> {
    return this.#modules.get(load) as LazyImport<Module>;
  }
}

function inLanguageOfGuide(locale: Locale, content: unknown): unknown {
  const {tag, dir = 'ltr'} = locale.guide ? locale : {tag: 'ko'};
  return html`<div lang=${tag} dir=${dir}>${content}</div>`;
}

/** Renders that an import failed; while it is pending, nothing of its own. */
function renderUnavailable({messages}: Locale, ...imports: readonly LazyImport<object>[]): unknown {
  const hasFailed = imports.some(({status}) => status === 'error');
  return hasFailed ? html`<p>${messages.loadFailed}</p>` : undefined;
}
