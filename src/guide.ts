/** The first-time guide and the questions: of pieces that arrive only when they are opened. */
import {html, type ReactiveControllerHost} from 'lit';
import type {Links, Omittable} from './configuration.ts';
import {OnDemand, type Arrival} from './controllers/on-demand.ts';
import {SOURCE} from './locale/index.ts';
import type {Language} from './locale/words.ts';
import {disclosure} from './view/disclosure.ts';
import type {WaysOut} from './view/ways-out.ts';

/** What the guide is drawn from. */
export interface GuideOptions {
  readonly language: Language;
  readonly links: Links;
  readonly ways: WaysOut;
  readonly omitted: ReadonlySet<Omittable>;
  /** The level of its headings in the page, 1 to 6. */
  readonly level: number;
  /** Whether the guide is open as long as the trainee has not said otherwise. */
  readonly opensByItself: boolean;
}

/** A page at least so wide is not the phone itself, so that the phone's camera can look at it. */
const WIDER_THAN_A_PHONE = '(min-width: 768px)';

const loadGuide = () => import('./view/guide/guide.ts');
const loadQuestions = () => import('./view/guide/questions.ts');
const loadQrCode = () => import('./view/guide/qr-code.ts');

/** See the file's head. */
export class Guide {
  readonly #host: ReactiveControllerHost;
  readonly #pieces: OnDemand<object>;
  /** What the trainee has opened or closed. */
  readonly #isOpen = new Map<'guide' | 'questions', boolean>();

  constructor(host: ReactiveControllerHost) {
    this.#host = host;
    this.#pieces = new OnDemand(host);
  }

  /** Both, each as one line until it is opened; nothing of what the site leaves out. */
  draw(options: GuideOptions): readonly unknown[] {
    const {omitted, opensByItself, language} = options;
    const {firstTime, questions} = language.words;
    return [
      omitted.has('guide')
        ? ''
        : this.#part('guide', firstTime, opensByItself, options, () => this.#guide(options)),
      omitted.has('questions')
        ? ''
        : this.#part('questions', questions, false, options, () => this.#questions(options)),
    ];
  }

  #part(
    name: 'guide' | 'questions',
    summary: string,
    opensByItself: boolean,
    {level, language}: GuideOptions,
    content: () => unknown,
  ): unknown {
    const isOpen = this.#isOpen.get(name) ?? opensByItself;
    const onToggle = (isOpenNow: boolean): void => {
      if (isOpenNow === (this.#isOpen.get(name) ?? opensByItself)) return;
      this.#isOpen.set(name, isOpenNow);
      this.#pieces.forget();
      this.#host.requestUpdate();
    };
    // The guide may be there in Korean alone.
    const {tag, dir = 'ltr'}: Language = language.guide ? language : SOURCE;
    const shown = isOpen ? html`<div lang=${tag} dir=${dir}>${content()}</div>` : '';
    return disclosure({name, summary, level, isOpen, onToggle, content: shown});
  }

  #guide({language, links: {androidUrl, iosUrl}, level}: GuideOptions): unknown {
    const view = this.#ask(loadGuide);
    const words = this.#ask(language.guide ?? SOURCE.guide);
    const isWide = matchMedia(WIDER_THAN_A_PHONE).matches;
    const qr = isWide && (androidUrl || iosUrl) ? this.#ask(loadQrCode) : undefined;
    if (view.is !== 'here' || words.is !== 'here') return notHere(language, [view, words]);
    const qrCode = qr?.is === 'here' ? qr.piece.qrCode : undefined;
    const options = {androidUrl, iosUrl, qrCode, level: Math.min(level + 1, 6)};
    return view.piece.guide(language.words, words.piece, options);
  }

  #questions({language, ways}: GuideOptions): unknown {
    const view = this.#ask(loadQuestions);
    const words = this.#ask(language.guide ?? SOURCE.guide);
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
