/** The head of every page of the demo: its pages, and the switches of the scene. */
import {html, LitElement, type TemplateResult} from 'lit';
import {property} from 'lit/decorators.js';
import {CHOICES, queryOf, sceneOf, type Scene, type Switch} from './demo-settings.ts';
import {NAMES, PAGE, type ChoiceName} from './option-labels.ts';
import {stageWords, type StageWords} from './messages.ts';

/** The pages, by their files. */
const PAGES = {
  check: './',
  course: 'course.html',
  guide: 'guide.html',
  field: 'states.html',
} as const;

/** A page of the demo. */
export type PageName = keyof typeof PAGES;

/** What each switch is called in the page's words. */
const TITLES: Readonly<Record<Switch, string>> = {
  trainee: 'trainee',
  occasion: 'occasion',
  lang: 'language',
  mood: 'mood',
  clock: 'clock',
  server: 'server',
  theme: 'theme',
};

/** The trainee has chosen another scene. */
export class SceneChangeEvent extends Event {
  readonly scene: Scene;

  constructor(scene: Scene) {
    super('scene-change', {bubbles: true});
    this.scene = scene;
  }
}

/**
 * The switches of the scene.
 *
 * @element stage-bar
 * @fires scene-change - Another scene was chosen.
 * @fires scene-restart - Everything is to begin anew.
 */
export class StageBar extends LitElement {
  /** The scene that is played. */
  @property({attribute: false}) scene: Scene = sceneOf(new URLSearchParams());
  /** Which page this is. */
  @property() page: PageName = 'check';
  /** The switches of this page, with blanks between; those that mean nothing here are left out. */
  @property() switches = Object.keys(CHOICES).join(' ');

  /** Where the switches would push what is played out of sight. */
  readonly #narrow = matchMedia('(max-width: 800px)');

  override connectedCallback(): void {
    super.connectedCallback();
    this.#narrow.addEventListener('change', this.#onWidth);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#narrow.removeEventListener('change', this.#onWidth);
  }

  protected override createRenderRoot(): HTMLElement {
    return this;
  }

  protected override render(): TemplateResult {
    const {lang} = document.documentElement;
    const words = stageWords(lang);
    const page = PAGE[lang === 'ko' ? 'ko' : 'en'];
    const query = queryOf(this.scene);
    const names = Object.keys(PAGES) as PageName[];
    return html`<header>
      <h1><code>&lt;motp-verify&gt;</code> ${page['title']}</h1>
      <nav aria-label=${words.pages}>
        ${names.map(
          (name) =>
            html`<a
              href="${PAGES[name]}${query && `?${query}`}"
              aria-current=${name === this.page ? 'page' : 'false'}
              >${words[name]}</a
            >`,
        )}
      </nav>
      <details ?open=${!this.#narrow.matches}>
        <summary>${words.switches}</summary>
        ${this.#switches(page, words)}
      </details>
    </header>`;
  }

  #switches(page: (typeof PAGE)['ko'], words: StageWords): TemplateResult {
    const {lang} = document.documentElement;
    const switches = this.switches.split(' ') as Switch[];
    return html`<form
      id="scene"
      autocomplete="off"
      aria-label=${words.switches}
      @change=${this.#onChange}
    >
      ${switches.map(
        (name) =>
          html`<label>
            ${page[TITLES[name]]}
            <select name=${name}>
              ${CHOICES[name].map((choice) => this.#option(name, choice, lang))}
            </select>
          </label>`,
      )}
      <button type="button" id="again" @click=${this.#onAgain}>${page['again']}</button>
    </form>`;
  }

  #option(name: Switch, choice: string, lang: string): TemplateResult {
    const names: Readonly<Record<string, ChoiceName>> = NAMES[name];
    const called = names[choice] ?? choice;
    const text = typeof called === 'string' ? called : called[lang === 'ko' ? 0 : 1];
    return html`<option value=${choice} ?selected=${choice === this.scene[name]}>${text}</option>`;
  }

  readonly #onChange = (event: Event): void => {
    const {name, value} = event.target as HTMLSelectElement;
    const query = new URLSearchParams({...this.scene, [name]: value});
    // Another trainee comes with a phone of their own, and its clock.
    if (name === 'trainee') query.delete('clock');
    this.dispatchEvent(new SceneChangeEvent(sceneOf(query)));
  };

  readonly #onWidth = (): void => this.requestUpdate();

  readonly #onAgain = (): void => {
    this.dispatchEvent(new Event('scene-restart', {bubbles: true}));
  };
}

if (!customElements.get('stage-bar')) customElements.define('stage-bar', StageBar);

declare global {
  interface HTMLElementTagNameMap {
    'stage-bar': StageBar;
  }
  interface HTMLElementEventMap {
    'scene-change': SceneChangeEvent;
  }
}
