/** What the first-time guide and the questions hold: pieces that arrive only when they are opened. */
import {html, type ReactiveControllerHost} from 'lit';
import {OnDemand, type Arrival} from './lazy-import-controller.ts';
import type {GuidePart} from '../../element/disclosures.ts';
import type {Links} from '../../element/links.ts';
import type {GuideWords, Language} from '../../locales/messages.ts';
import type {WaysOut} from '../../element/templates/fallbacks.ts';

/** What it is drawn from. */
export interface GuideContentOptions {
  readonly language: Language;
  readonly links: Links;
  readonly ways: WaysOut;
  /** The level of the headings above it in the page, 1 to 6. */
  readonly level: number;
}

/** A page at least so wide is not the phone itself, so that the phone's camera can look at it. */
const WIDER_THAN_A_PHONE = '(min-width: 768px)';

const loadGuide = () => import('./guide.ts');
const loadQuestions = () => import('./questions.ts');
const loadQrCode = () => import('./qr-code.ts');
const loadKorean = () => import('../../locales/guide/ko.ts').then(({ko}): GuideWords => ko);

/** See the file's head. */
export class GuideContent {
  readonly #pieces: OnDemand<object>;

  constructor(host: ReactiveControllerHost) {
    this.#pieces = new OnDemand(host);
  }

  /** Lets what did not come be asked for again. */
  forget(): void {
    this.#pieces.forget();
  }

  /** What one of the two holds; the guide may be there in Korean alone. */
  of(part: GuidePart, options: GuideContentOptions): unknown {
    const {language} = options;
    const {tag, dir = 'ltr'} = language.guide ? language : {tag: 'ko'};
    const content = part === 'guide' ? this.#guide(options) : this.#questions(options);
    return html`<div lang=${tag} dir=${dir}>${content}</div>`;
  }

  #guide({language, links: {androidUrl, iosUrl}, level}: GuideContentOptions): unknown {
    const view = this.#ask(loadGuide);
    const words = this.#ask(language.guide ?? loadKorean);
    const isWide = matchMedia(WIDER_THAN_A_PHONE).matches;
    const qr = isWide && (androidUrl || iosUrl) ? this.#ask(loadQrCode) : undefined;
    if (view.is !== 'here' || words.is !== 'here') return notHere(language, [view, words]);
    const qrCode = qr?.is === 'here' ? qr.piece.qrCode : undefined;
    const options = {androidUrl, iosUrl, qrCode, level: Math.min(level + 1, 6)};
    return view.piece.guide(language.words, words.piece, options);
  }

  #questions({language, ways}: GuideContentOptions): unknown {
    const view = this.#ask(loadQuestions);
    const words = this.#ask(language.guide ?? loadKorean);
    if (view.is !== 'here' || words.is !== 'here') return notHere(language, [view, words]);
    return view.piece.questions(language.words, words.piece, ways);
  }

  #ask<Piece extends object>(load: () => Promise<Piece>): Arrival<Piece> {
    return this.#pieces.ask(load) as Arrival<Piece>;
  }
}

function notHere({words}: Language, arrivals: readonly Arrival<object>[]): unknown {
  const isMissing = arrivals.some(({is}) => is === 'missing');
  return html`<p class=${isMissing ? '' : 'arriving'}>
    ${isMissing ? words.arrivedNot : words.arriving}
  </p>`;
}
