/** What a site sets on the element: each attribute with its property, default and meaning. */
import {LitElement} from 'lit';
import {property} from 'lit/decorators.js';
import type {Words} from './locale/words.ts';

/** A text; a removed attribute is the empty one. */
const text = (value: string | null): string => value ?? '';

/** A number; an attribute that is none, or removed, is 0. */
const number = (value: string | null): number => Number(value) || 0;

/**
 * The attributes of `<motp-verify>`. A missing one is the empty text or its default; whatever was
 * set before the element was defined is taken over.
 */
export abstract class MotpVerifyAttributes extends LitElement {
  /** Address of the verification endpoint. Required. */
  @property({converter: text}) endpoint = '';

  /** Address that tells how things stand: asked at the start, and on return while locked. */
  @property({attribute: 'status-url', converter: text}) statusUrl = '';

  /** What the site's server issued to say who the trainee is, where no session does. */
  @property({converter: text}) ticket = '';

  /** What the check is for: `enrollment`, `lesson`, `progress-test`, `exam` or `assignment`. */
  @property({converter: text}) occasion = 'enrollment';

  /** Number of the lesson or of the attempt. */
  @property({converter: number}) unit = 0;

  /** The registered name, exactly as the mOTP app must have it. */
  @property({attribute: 'trainee-name', converter: text}) traineeName = '';

  /** The registered mobile number, exactly as the mOTP app must have it. */
  @property({attribute: 'trainee-phone', converter: text}) traineePhone = '';

  /** Failures in a row so far, rendered by the server; at `max-failures` the widget is locked. */
  @property({converter: number}) failures = 0;

  /** How many failures in a row lock. */
  @property({attribute: 'max-failures', converter: number}) maxFailures = 5;

  /** How long the endpoint may take to answer, in seconds: 3 to 60. */
  @property({converter: number}) timeout = 10;

  /** `same-origin`, or `include` for an endpoint of another origin that needs cookies. */
  @property({converter: text}) credentials = 'same-origin';

  /** Address of 휴대폰 본인인증, the way out of a lock. */
  @property({attribute: 'phone-identity-url', converter: text}) phoneIdentityUrl = '';

  /** Address of 아이핀 인증. */
  @property({attribute: 'ipin-url', converter: text}) ipinUrl = '';

  /** Address of mOTP 등록 초기화. */
  @property({attribute: 're-registration-url', converter: text}) reRegistrationUrl = '';

  /** Where to sign in again when the session has ended. */
  @property({attribute: 'login-url', converter: text}) loginUrl = '';

  /** Phone number of the help desk. */
  @property({attribute: 'help-tel', converter: text}) helpTel = '';

  /** Address of 원격상담. */
  @property({attribute: 'support-url', converter: text}) supportUrl = '';

  /** Address of mOTP 인증안내. */
  @property({attribute: 'guide-url', converter: text}) guideUrl = '';

  /** Address of the manual to download. */
  @property({attribute: 'manual-url', converter: text}) manualUrl = '';

  /** A title in place of the default one. */
  @property({converter: text}) heading = '';

  /** Heading level of the title in the page, 1 to 6. */
  @property({attribute: 'heading-level', converter: number}) headingLevel = 2;

  /** What success shows: `dialog` (the popup), `inline`, or `none`. */
  @property({converter: text}) completion = 'dialog';

  /** `auto` follows the page's `color-scheme`; or `light`, `dark`. */
  @property({converter: text, reflect: true}) theme = 'auto';

  /** Name under which a form around it submits the receipt's id after success. */
  @property({converter: text, reflect: true}) name = '';

  /** Takes no code. */
  @property({type: Boolean, reflect: true}) disabled = false;

  /** Messages in place of the catalogue's, by key (see `Words`). */
  @property({attribute: false}) words: Partial<Words> = {};
}
