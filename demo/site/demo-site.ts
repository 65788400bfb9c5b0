/** The training site in the trainee's browser. Its server makes all decisions. */
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
 * The site's pages: the course, and the classroom with its lessons, tests and checks. It owns the
 * current page. It does not own the trainee's progress, which the site's server stores.
 *
 * @element demo-site
 */
export class DemoSite extends LitElement {
  /** The URL of the site's server, without a trailing slash. */
  @property() server = '';
  /** The widget's attributes for its fallbacks. */
  @property({attribute: false}) identityUrls: IdentityUrls | undefined;
  /** The trainee's identity, as registered with this site. */
  @property({attribute: false}) trainee: RegisteredIdentity = {name: '', phone: ''};
  /** The language of the site, Korean or English. */
  @property({reflect: true}) override lang = 'ko';
  /** The language of the widget. */
  @property({attribute: 'widget-lang'}) widgetLang = 'ko';

  @state() private _course: CourseView | undefined;
  @state() private _page: 'course' | 'classroom' = 'course';
  @state() private _error: 'refused' | 'unreachable' | undefined;
  /** Resolves when the course is drawn, or the server has failed. */
  whenLoaded: Promise<void> = Promise.resolve();
  /** The server's response to the last receipt. */
  #confirmation: Promise<CourseView | undefined> | undefined;

  /** Renders into the light DOM, as a site's own page does. */
  protected override createRenderRoot(): HTMLElement {
    return this;
  }

  override connectedCallback(): void {
    super.connectedCallback();
    this.whenLoaded = this.#showCourse(this.#request('GET', '/course'));
  }

  protected override render(): TemplateResult {
    const messages = siteMessages(this.lang);
    const {_course: course, _error: error} = this;
    return html`<header>
        <b>${messages.institute}</b>
        <span>${messages.trainee.replace('{name}', this.trainee.name)}</span>
      </header>
      <p role="alert" class="error">${error ? messages[error] : ''}</p>
      ${course ? this.#renderPage(course) : nothing}`;
  }

  #renderPage(course: CourseView): TemplateResult {
    const messages = siteMessages(this.lang);
    const {courseStatus} = course;
    if (this._page === 'course' || courseStatus.status === 'completed') {
      return renderCoursePage(messages, course, () => void this.#enterClassroom());
    }
    const onBack = (): void => {
      this._page = 'course';
    };
    if (courseStatus.status === 'check-due') {
      return html`${this.#renderCheck(courseStatus)}
        <p class="buttons"><button @click=${onBack}>${messages.back}</button></p>`;
    }
    const onDone = (): void => void this.#showCourse(this.#request('POST', '/course/steps'));
    return renderStepPage(messages, courseStatus.step, {onDone, onBack});
  }

  /** Renders the widget for a due check. `keyed` creates a new widget for each check. */
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
        android-url="placeholder.html?store=android"
        ios-url="placeholder.html?store=ios"
        app-url="motp://open"
        @motp-verified=${this.#onVerified}
        @motp-completed=${this.#onCompleted}
      ></motp-verify>`,
    );
  }

  /** Sends the receipt's ID to the server, which checks it with the endpoint. The event is no proof. */
  readonly #onVerified = ({receipt: {verificationId}}: MotpVerifiedEvent): void => {
    this.#confirmation = this.#request('POST', '/checks', {verificationId});
  };

  /** Shows the next step after the trainee has closed the completion dialog. */
  readonly #onCompleted = (): void => {
    if (this.#confirmation) void this.#showCourse(this.#confirmation);
  };

  async #showCourse(response: Promise<CourseView | undefined>): Promise<void> {
    const course = await response;
    if (!course) return this.querySelector('motp-verify')?.reset();
    this._course = course;
    await this.#focusStep();
  }

  #enterClassroom(): Promise<void> {
    this._page = 'classroom';
    return this.#focusStep();
  }

  /** Brings the lesson or the check into view and focuses it: without this, the focus would be lost. */
  async #focusStep(): Promise<void> {
    await this.updateComplete;
    const widget = this.querySelector('motp-verify');
    await widget?.updateComplete;
    widget?.scrollIntoView();
    (widget ?? this.querySelector<HTMLElement>('#step'))?.focus();
  }

  /** Sends a request to the server; returns `undefined` if it refuses or can't be reached. */
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
