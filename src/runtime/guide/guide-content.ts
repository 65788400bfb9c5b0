/** The content of the guide and the questions, imported when they are opened. */
import {html, type CSSResult, type ReactiveControllerHost, type TemplateResult} from 'lit';
import {subheadingLevel, type CardView} from '../../element/card-view.ts';
import type {FallbackHandler} from '../../element/templates/fallbacks.ts';
import type {GuideMessages, Locale} from '../../locales/messages.ts';
import {LazyImportController, type LazyImport} from './lazy-import-controller.ts';

/** On a screen this wide, the page is not on the phone, whose camera can scan a QR code. */
const WIDER_THAN_A_PHONE = '(min-width: 768px)';

const loadGuide = () => import('./guide.ts');
const loadQuestions = () => import('./questions.ts');
const loadPhoneIllustration = () => import('./phone-illustration.ts');
const loadQrCode = () => import('./qr-code.ts');
const loadKorean = () =>
  import('../../locales/guide/ko.ts').then(({guide}): GuideMessages => guide);

/** Renders the content of both disclosures. Owns the imports that they need, styles included. */
export class GuideContent {
  readonly #modules: LazyImportController;
  readonly #loadStyles: () => Promise<unknown>;
  /** The styles of the content, once they are loaded. */
  styles: readonly CSSResult[] = [];

  /** @param onStylesLoad called when {@link styles} are loaded */
  constructor(host: ReactiveControllerHost, onStylesLoad: () => void) {
    this.#modules = new LazyImportController(host);
    this.#loadStyles = async () => {
      const {disclosureStyles} = await import('../styles/disclosure.ts');
      this.styles = [disclosureStyles];
      onStylesLoad();
    };
  }

  /** Lets failed imports be tried again. */
  retry(): void {
    this.#modules.retry();
  }

  /**
   * Renders the first-time guide, in Korean if the locale has none; `undefined` while it is pending.
   * Where the pictures failed to load, the guide goes without them.
   */
  renderGuide(locale: Locale, card: CardView): unknown {
    const {androidUrl, iosUrl} = card.links;
    const isWide = matchMedia(WIDER_THAN_A_PHONE).matches;
    const phone = this.#modules.get(loadPhoneIllustration);
    const qr = isWide && (androidUrl || iosUrl) ? this.#modules.get(loadQrCode) : undefined;
    const template = this.#render(locale, loadGuide, ({renderGuide}, guide) =>
      renderGuide(locale.messages, guide, {
        androidUrl,
        iosUrl,
        fallbackUrls: card.fallbacks.urls,
        renderPhone: moduleOf(phone)?.renderPhone,
        renderQrCode: moduleOf(qr)?.renderQrCode,
        level: Math.min(subheadingLevel(card) + 1, 6),
      }),
    );
    // The guide waits for its pictures, so that its text does not move when they arrive.
    return phone.status === 'pending' || qr?.status === 'pending' ? undefined : template;
  }

  /** Renders the questions and answers in the same way. */
  renderQuestions(locale: Locale, {fallbacks}: CardView, onFallback: FallbackHandler): unknown {
    return this.#render(locale, loadQuestions, ({renderQuestions}, guide) =>
      renderQuestions(locale.messages, guide, fallbacks.urls, onFallback),
    );
  }

  /** Renders a template with the messages of the guide, once both are loaded. */
  #render<Template>(
    locale: Locale,
    load: () => Promise<Template>,
    render: (template: Template, guide: GuideMessages) => TemplateResult,
  ): unknown {
    const styles = this.#modules.get(this.#loadStyles);
    const template = this.#modules.get(load);
    const guide = this.#modules.get(locale.guide ?? loadKorean);
    if (template.status === 'error' || guide.status === 'error') {
      return html`<p>${locale.messages.loadFailed}</p>`;
    }
    const isPending = [styles, template, guide].some(({status}) => status === 'pending');
    if (isPending || template.status !== 'complete' || guide.status !== 'complete') {
      return undefined;
    }
    const {tag, dir = 'ltr'} = locale.guide ? locale : {tag: 'ko'};
    return html`<div lang=${tag} dir=${dir}>${render(template.module, guide.module)}</div>`;
  }
}

function moduleOf<Module>(lazy: LazyImport<Module> | undefined): Module | undefined {
  return lazy?.status === 'complete' ? lazy.module : undefined;
}
