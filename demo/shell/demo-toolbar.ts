/** The head of every page of the demo: its pages, and the switches of the scene. */
import {html, LitElement, type TemplateResult} from 'lit';
import {property} from 'lit/decorators.js';
import {
  OPTIONS,
  toQuery,
  parseSettings,
  type DemoSettings,
  type SettingName,
} from './demo-settings.ts';
import {OPTION_LABELS, PAGE, type OptionLabel} from './option-labels.ts';
import {shellMessages, type ShellMessages} from './messages.ts';

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
const TITLES: Readonly<Record<SettingName, string>> = {
  trainee: 'trainee',
  occasion: 'occasion',
  lang: 'language',
  fault: 'fault',
  clock: 'clock',
  server: 'server',
  theme: 'theme',
};

/** The trainee has chosen another scene. */
export class SettingsChangeEvent extends Event {
  readonly settings: DemoSettings;

  constructor(scene: DemoSettings) {
    super('settings-change', {bubbles: true});
    this.settings = scene;
  }
}

/**
 * The switches of the scene.
 *
 * @element demo-toolbar
 * @fires settings-change - Another scene was chosen.
 * @fires demo-restart - Everything is to begin anew.
 */
export class DemoToolbar extends LitElement {
  /** The scene that is played. */
  @property({attribute: false}) settings: DemoSettings = parseSettings(new URLSearchParams());
  /** Which page this is. */
  @property() page: PageName = 'check';
  /** The switches of this page, with blanks between; those that mean nothing here are left out. */
  @property() controls = Object.keys(OPTIONS).join(' ');

  /** Where the switches would push what is played out of sight. */
  readonly #narrowScreen = matchMedia('(max-width: 800px)');

  override connectedCallback(): void {
    super.connectedCallback();
    this.#narrowScreen.addEventListener('change', this.#onWidthChange);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#narrowScreen.removeEventListener('change', this.#onWidthChange);
  }

  protected override createRenderRoot(): HTMLElement {
    return this;
  }

  protected override render(): TemplateResult {
    const {lang} = document.documentElement;
    const words = shellMessages(lang);
    const page = PAGE[lang === 'ko' ? 'ko' : 'en'];
    const query = toQuery(this.settings);
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
      <details ?open=${!this.#narrowScreen.matches}>
        <summary>${words.switches}</summary>
        ${this.#renderControls(page, words)}
      </details>
    </header>`;
  }

  #renderControls(page: (typeof PAGE)['ko'], words: ShellMessages): TemplateResult {
    const {lang} = document.documentElement;
    const switches = this.controls.split(' ') as SettingName[];
    return html`<form
      id="settings"
      autocomplete="off"
      aria-label=${words.switches}
      @change=${this.#onChange}
    >
      ${switches.map(
        (name) =>
          html`<label>
            ${page[TITLES[name]]}
            <select name=${name}>
              ${OPTIONS[name].map((choice) => this.#renderOption(name, choice, lang))}
            </select>
          </label>`,
      )}
      <button type="button" id="restart" @click=${this.#onRestart}>${page['again']}</button>
    </form>`;
  }

  #renderOption(name: SettingName, choice: string, lang: string): TemplateResult {
    const names: Readonly<Record<string, OptionLabel>> = OPTION_LABELS[name];
    const called = names[choice] ?? choice;
    const text = typeof called === 'string' ? called : called[lang === 'ko' ? 0 : 1];
    return html`<option value=${choice} ?selected=${choice === this.settings[name]}>
      ${text}
    </option>`;
  }

  readonly #onChange = (event: Event): void => {
    const {name, value} = event.target as HTMLSelectElement;
    const query = new URLSearchParams({...this.settings, [name]: value});
    // Another trainee comes with a phone of their own, and its clock.
    if (name === 'trainee') query.delete('clock');
    this.dispatchEvent(new SettingsChangeEvent(parseSettings(query)));
  };

  readonly #onWidthChange = (): void => this.requestUpdate();

  readonly #onRestart = (): void => {
    this.dispatchEvent(new Event('demo-restart', {bubbles: true}));
  };
}

if (!customElements.get('demo-toolbar')) customElements.define('demo-toolbar', DemoToolbar);

declare global {
  interface HTMLElementTagNameMap {
    'demo-toolbar': DemoToolbar;
  }
  interface HTMLElementEventMap {
    'settings-change': SettingsChangeEvent;
  }
}
