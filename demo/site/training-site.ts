/** The training site in the trainee's browser. It only asks its server, which decides. */
import {html, LitElement, nothing, type TemplateResult} from 'lit';
import {property, state} from 'lit/decorators.js';
import {keyed} from 'lit/directives/keyed.js';
import type {MotpVerifiedEvent} from '../../src/index.ts';
import type {WaysOut} from '../identity-service/identity-urls.ts';
import type {Registered} from '../backend/fixtures.ts';
import type {Place} from './course.ts';
import type {CourseView} from './server.ts';
import {coursePage, stepPage} from './views.ts';
import {siteWords} from './messages.ts';

/**
 * The site's pages: the course, and the classroom with its lessons, tests and checks.
 *
 * @element training-site
 */
export class TrainingSite extends LitElement {
  /** Where the site's server is: an address without a slash at its end. */
  @property() server = '';
  /** Where the identity service is. */
  @property({attribute: false}) ways: WaysOut | undefined;
  /** The trainee as registered at this site. */
  @property({attribute: false}) trainee: Registered = {name: '', phone: ''};
  /** The language of the site, Korean or English. */
  @property({reflect: true}) override lang = 'ko';
  /** The language of the check, where it is another. */
  @property({attribute: 'check-lang'}) checkLang = 'ko';

  @state() private _course: CourseView | undefined;
  @state() private _page: 'course' | 'classroom' = 'course';
  @state() private _trouble: 'refused' | 'unreachable' | undefined;
  /** What the server says of the last receipt. */
  #confirming: Promise<CourseView | undefined> | undefined;

  /** In the page itself, where a site's own pages are. */
  protected override createRenderRoot(): HTMLElement {
    return this;
  }

  override connectedCallback(): void {
    super.connectedCallback();
    void this.#show(this.#ask('GET', '/course'));
  }

  protected override render(): TemplateResult {
    const words = siteWords(this.lang);
    const {_course: course, _trouble: trouble} = this;
    return html`<header>
        <b>${words.institute}</b>
        <span>${words.trainee.replace('{name}', this.trainee.name)}</span>
      </header>
      <p role="alert" class="trouble">${trouble ? words[trouble] : ''}</p>
      ${course ? this.#page(course) : nothing}`;
  }

  #page(course: CourseView): TemplateResult {
    const words = siteWords(this.lang);
    const {place} = course;
    if (this._page === 'course' || place.is === 'completed') {
      return coursePage(words, course, () => (this._page = 'classroom'));
    }
    const onBack = (): void => {
      this._page = 'course';
    };
    if (place.is === 'check-due') {
      return html`${this.#check(place)}
        <p class="buttons"><button @click=${onBack}>${words.back}</button></p>`;
    }
    const onDone = (): void => void this.#show(this.#ask('POST', '/course/steps'));
    return stepPage(words, place.step, {onDone, onBack});
  }

  /** What the site puts into its page where a check is due; another check is another widget. */
  #check({check: {occasion, unit}}: Extract<Place, {is: 'check-due'}>): unknown {
    const {name, phone} = this.trainee;
    const {ways} = this;
    return keyed(
      `${occasion} ${unit}`,
      html`<motp-verify
        lang=${this.checkLang}
        endpoint="api/motp"
        status-url="api/motp/status"
        occasion=${occasion}
        unit=${unit ?? nothing}
        trainee-name=${name}
        trainee-phone=${phone}
        phone-identity-url=${ways?.['phone-identity-url'] ?? nothing}
        ipin-url=${ways?.['ipin-url'] ?? nothing}
        re-registration-url=${ways?.['re-registration-url'] ?? nothing}
        identity-origin=${ways?.['identity-origin'] ?? nothing}
        login-url="placeholder.html"
        help-tel="1833-3075"
        support-url="placeholder.html"
        guide-url="placeholder.html"
        manual-url="placeholder.html"
        @motp-verified=${this.#onVerified}
        @motp-completed=${this.#onCompleted}
      ></motp-verify>`,
    );
  }

  /** A hint, never a proof: the receipt's id goes to the server, which asks the endpoint. */
  readonly #onVerified = ({receipt: {verificationId}}: MotpVerifiedEvent): void => {
    this.#confirming = this.#ask('POST', '/checks', {verificationId});
  };

  /** The trainee has closed the completion popup. */
  readonly #onCompleted = (): void => {
    if (this.#confirming) void this.#show(this.#confirming);
  };

  async #show(asked: Promise<CourseView | undefined>): Promise<void> {
    const course = await asked;
    if (!course) return this.querySelector('motp-verify')?.reset();
    this._course = course;
    await this.updateComplete;
    this.querySelector<HTMLElement>('#step')?.focus();
  }

  /** What the server says, or `undefined` where it refuses or can't be reached. */
  async #ask(method: 'GET' | 'POST', path: string, body?: object): Promise<CourseView | undefined> {
    try {
      const response = await fetch(this.server + path, {
        method,
        headers: {'Content-Type': 'application/json'},
        ...(body && {body: JSON.stringify(body)}),
      });
      this._trouble = response.ok ? undefined : 'refused';
      return response.ok ? ((await response.json()) as CourseView) : undefined;
    } catch {
      this._trouble = 'unreachable';
      return undefined;
    }
  }
}

if (!customElements.get('training-site')) customElements.define('training-site', TrainingSite);

declare global {
  interface HTMLElementTagNameMap {
    'training-site': TrainingSite;
  }
}
