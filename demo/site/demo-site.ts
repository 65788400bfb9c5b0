/** The training site in the trainee's browser. It only asks its server, which decides. */
import {html, LitElement, nothing, type TemplateResult} from 'lit';
import {property, state} from 'lit/decorators.js';
import {keyed} from 'lit/directives/keyed.js';
import type {MotpVerifiedEvent} from '../../src/index.ts';
import type {IdentityUrls} from '../identity-service/identity-urls.ts';
import type {RegisteredIdentity} from '../backend/fixtures.ts';
import type {CourseStatus} from './course.ts';
import type {CourseView} from './server.ts';
import {renderCoursePage, renderStepPage} from './views.ts';
import {siteMessages} from './messages.ts';

/**
 * The site's pages: the course, and the classroom with its lessons, tests and checks.
 *
 * @element demo-site
 */
export class DemoSite extends LitElement {
  /** Where the site's server is: an address without a slash at its end. */
  @property() server = '';
  /** Where the identity service is. */
  @property({attribute: false}) identityUrls: IdentityUrls | undefined;
  /** The trainee as registered at this site. */
  @property({attribute: false}) trainee: RegisteredIdentity = {name: '', phone: ''};
  /** The language of the site, Korean or English. */
  @property({reflect: true}) override lang = 'ko';
  /** The language of the check, where it is another. */
  @property({attribute: 'check-lang'}) widgetLang = 'ko';

  @state() private _course: CourseView | undefined;
  @state() private _page: 'course' | 'classroom' = 'course';
  @state() private _error: 'refused' | 'unreachable' | undefined;
  /** What the server says of the last receipt. */
  #confirming: Promise<CourseView | undefined> | undefined;

  /** In the page itself, where a site's own pages are. */
  protected override createRenderRoot(): HTMLElement {
    return this;
  }

  override connectedCallback(): void {
    super.connectedCallback();
    void this.#showCourse(this.#request('GET', '/course'));
  }

  protected override render(): TemplateResult {
    const words = siteMessages(this.lang);
    const {_course: course, _error: trouble} = this;
    return html`<header>
        <b>${words.institute}</b>
        <span>${words.trainee.replace('{name}', this.trainee.name)}</span>
      </header>
      <p role="alert" class="error">${trouble ? words[trouble] : ''}</p>
      ${course ? this.#renderPage(course) : nothing}`;
  }

  #renderPage(course: CourseView): TemplateResult {
    const words = siteMessages(this.lang);
    const {courseStatus} = course;
    if (this._page === 'course' || courseStatus.status === 'completed') {
      return renderCoursePage(words, course, () => (this._page = 'classroom'));
    }
    const onBack = (): void => {
      this._page = 'course';
    };
    if (courseStatus.status === 'check-due') {
      return html`${this.#renderCheck(courseStatus)}
        <p class="buttons"><button @click=${onBack}>${words.back}</button></p>`;
    }
    const onDone = (): void => void this.#showCourse(this.#request('POST', '/course/steps'));
    return renderStepPage(words, courseStatus.step, {onDone, onBack});
  }

  /** What the site puts into its page where a check is due; another check is another widget. */
  #renderCheck({check: {occasion, unit}}: Extract<CourseStatus, {status: 'check-due'}>): unknown {
    const {name, phone} = this.trainee;
    const {identityUrls} = this;
    return keyed(
      `${occasion} ${unit}`,
      html`<motp-verify
        lang=${this.widgetLang}
        endpoint="api/motp"
        status-url="api/motp/status"
        occasion=${occasion}
        unit=${unit ?? nothing}
        trainee-name=${name}
        trainee-phone=${phone}
        phone-identity-url=${identityUrls?.['phone-identity-url'] ?? nothing}
        ipin-url=${identityUrls?.['ipin-url'] ?? nothing}
        re-registration-url=${identityUrls?.['re-registration-url'] ?? nothing}
        identity-origin=${identityUrls?.['identity-origin'] ?? nothing}
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
    this.#confirming = this.#request('POST', '/checks', {verificationId});
  };

  /** The trainee has closed the completion popup. */
  readonly #onCompleted = (): void => {
    if (this.#confirming) void this.#showCourse(this.#confirming);
  };

  async #showCourse(asked: Promise<CourseView | undefined>): Promise<void> {
    const course = await asked;
    if (!course) return this.querySelector('motp-verify')?.reset();
    this._course = course;
    await this.updateComplete;
    this.querySelector<HTMLElement>('#step')?.focus();
  }

  /** What the server says, or `undefined` where it refuses or can't be reached. */
  async #request(
    method: 'GET' | 'POST',
    path: string,
    body?: object,
  ): Promise<CourseView | undefined> {
    try {
      const response = await fetch(this.server + path, {
        method,
        headers: {'Content-Type': 'application/json'},
        ...(body && {body: JSON.stringify(body)}),
      });
      this._error = response.ok ? undefined : 'refused';
      return response.ok ? ((await response.json()) as CourseView) : undefined;
    } catch {
      this._error = 'unreachable';
      return undefined;
    }
  }
}

if (!customElements.get('demo-site')) customElements.define('demo-site', DemoSite);

declare global {
  interface HTMLElementTagNameMap {
    'demo-site': DemoSite;
  }
}
