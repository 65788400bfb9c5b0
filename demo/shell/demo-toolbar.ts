/** The toolbar on every page of the demo: links to the pages, and the settings. */
import {html, LitElement, type TemplateResult} from 'lit';
import {property} from 'lit/decorators.js';
import {
  OPTIONS,
  parseSettings,
  toQuery,
  type DemoSettings,
  type SettingName,
} from './demo-settings.ts';
import {shellMessages, type ShellMessages} from './messages.ts';
import {OPTION_LABELS, type OptionLabel} from './option-labels.ts';

/** The file of each page. */
const PAGES = {
  verification: './',
  course: 'course.html',
  guide: 'guide.html',
  states: 'states.html',
} as const;

/** The name of a page of the demo. */
export type PageName = keyof typeof PAGES;

/** Dispatched when the visitor has changed a setting. */
export class SettingsChangeEvent extends Event {
  readonly settings: DemoSettings;

  constructor(settings: DemoSettings) {
    super('settings-change', {bubbles: true});
    this.settings = settings;
  }
}

/**
 * The demo's toolbar. It owns no setting: the page sets `settings` again after each change.
 *
 * @element demo-toolbar
 * @fires settings-change - The visitor has changed a setting.
 * @fires demo-restart - The visitor wants to start over.
 */
export class DemoToolbar extends LitElement {
  /** The current settings. */
  @property({attribute: false}) settings: DemoSettings = parseSettings(new URLSearchParams());
  /** The name of this page. */
  @property() page: PageName = 'verification';
  /** The names of the settings that this page uses, separated by spaces. */
  @property() controls = Object.keys(OPTIONS).join(' ');

  /** Matches where open settings would push the page's content out of sight. */
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
    const messages = shellMessages(lang);
    const query = toQuery(this.settings);
    const names = Object.keys(PAGES) as PageName[];
    return html`<header>
      <h1><code>&lt;motp-verify&gt;</code> ${messages.title}</h1>
      <nav aria-label=${messages.pages}>
        ${names.map(
          (name) =>
            html`<a
              href="${PAGES[name]}${query && `?${query}`}"
              aria-current=${name === this.page ? 'page' : 'false'}
              >${messages[name]}</a
            >`,
        )}
      </nav>
      <details ?open=${!this.#narrowScreen.matches}>
        <summary>${messages.settings}</summary>
        ${this.#renderControls(messages)}
      </details>
    </header>`;
  }

  /** Gives the document the name that the toolbar gives the page. */
  protected override updated(): void {
    const messages = shellMessages(document.documentElement.lang);
    document.title = `${messages[this.page]} (${messages.title})`;
  }

  #renderControls(messages: ShellMessages): TemplateResult {
    const {lang} = document.documentElement;
    const names = this.controls.split(' ') as SettingName[];
    return html`<form
      id="settings"
      autocomplete="off"
      aria-label=${messages.settings}
      @change=${this.#onChange}
    >
      ${names.map(
        (name) =>
          html`<label>
            ${messages.settingLabels[name]}
            <select name=${name}>
              ${OPTIONS[name].map((option) => this.#renderOption(name, option, lang))}
            </select>
          </label>`,
      )}
      <button type="button" id="restart" @click=${this.#onRestart}>${messages.restart}</button>
    </form>`;
  }

  #renderOption(name: SettingName, option: string, lang: string): TemplateResult {
    const labels: Readonly<Record<string, OptionLabel>> = OPTION_LABELS[name];
    const label = labels[option] ?? option;
    const text = typeof label === 'string' ? label : label[lang === 'ko' ? 0 : 1];
    return html`<option value=${option} ?selected=${option === this.settings[name]}>
      ${text}
    </option>`;
  }

  readonly #onChange = (event: Event): void => {
    const {name, value} = event.target as HTMLSelectElement;
    const query = new URLSearchParams({...this.settings, [name]: value});
    // Each trainee has their own phone with its own clock setting.
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
