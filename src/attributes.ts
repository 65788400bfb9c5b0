/** What a site sets on the element: each attribute with its property, default and meaning. */
import {LitElement} from 'lit';
import {property} from 'lit/decorators.js';
import type {Language, Words} from './locale/words.ts';
import type {EndpointAdapter} from './transport/legacy.ts';

/**
 * The attributes of `<motp-verify>`. A missing one is its default; whatever was set before the element
 * was defined is taken over.
 */
export abstract class MotpVerifyAttributes extends LitElement {
  /** The form around. */
  abstract get form(): HTMLFormElement | null;

  /** Address of the verification endpoint; without it the code goes with the form around. */
  @property({useDefault: true}) endpoint = '';

  /** Address that tells how things stand: asked at the start, and on return while locked. */
  @property({attribute: 'status-url', useDefault: true}) statusUrl = '';

  /** What the site's server issued to say who the trainee is, where no session does. */
  @property({useDefault: true}) ticket = '';

  /** What the check is for: `enrollment`, `lesson`, `progress-test`, `exam` or `assignment`. */
  @property({useDefault: true}) occasion = 'enrollment';

  /** Number of the lesson or of the attempt. */
  @property({type: Number, useDefault: true}) unit = 0;

  /** The registered name, exactly as the mOTP app must have it. */
  @property({attribute: 'trainee-name', useDefault: true}) traineeName = '';

  /** The registered mobile number, exactly as the mOTP app must have it. */
  @property({attribute: 'trainee-phone', useDefault: true}) traineePhone = '';

  /** Failures in a row so far, rendered by the server; at `max-failures` the widget is locked. */
  @property({type: Number, useDefault: true}) failures = 0;

  /** What came of the number that the page was posted with, rendered by the server: such as `code-mismatch`. */
  @property({useDefault: true}) outcome = '';

  /** How many failures in a row lock. */
  @property({attribute: 'max-failures', type: Number, useDefault: true}) maxFailures = 5;

  /** How long the endpoint may take to answer, in seconds: 3 to 60. */
  @property({type: Number, useDefault: true}) timeout = 10;

  /** `same-origin`, or `include` for an endpoint of another origin that needs cookies. */
  @property({useDefault: true}) credentials = 'same-origin';

  /** Shows name and phone as 홍*동, 010-****-5678, with a button to see them. */
  @property({type: Boolean, reflect: true}) masked = false;

  /** Where the site's CSRF token stands: `none`, Spring's `meta` tags, or Spring's `cookie`. */
  @property({useDefault: true}) csrf = 'none';

  /** How the request is written: `json`, or `form` with the hidden inputs of the form around. */
  @property({useDefault: true}) format = 'json';

  /** Name of the request's field that holds the code. */
  @property({attribute: 'code-field', useDefault: true}) codeField = 'code';

  /** What the endpoint's own answers mean, as JSON; or `agency`, for the agency's codes. */
  @property({useDefault: true}) map = '';

  /** Charset of answers that name none, such as `euc-kr`. */
  @property({attribute: 'response-charset', useDefault: true}) responseCharset = '';

  /** Whether the endpoint counts an attempt once by its `key`; `none`, or `auto`: unless `form`. */
  @property({useDefault: true}) idempotency = 'auto';

  /** The site's own script between the widget and its endpoint (see `EndpointAdapter`). */
  @property({attribute: false}) adapter: EndpointAdapter | undefined;

  /** Address of 휴대폰 본인인증, the way out of a lock. */
  @property({attribute: 'phone-identity-url', useDefault: true}) phoneIdentityUrl = '';

  /** Address of 아이핀 인증. */
  @property({attribute: 'ipin-url', useDefault: true}) ipinUrl = '';

  /** Address of mOTP 등록 초기화. */
  @property({attribute: 're-registration-url', useDefault: true}) reRegistrationUrl = '';

  /** Where to sign in again when the session has ended. */
  @property({attribute: 'login-url', useDefault: true}) loginUrl = '';

  /** Origin from which the identity service's window reports back; without it, this page's own. */
  @property({attribute: 'identity-origin', useDefault: true}) identityOrigin = '';

  /** Phone number of the help desk; several with commas between them. */
  @property({attribute: 'help-tel', useDefault: true}) helpTel = '';

  /** Address of 원격상담. */
  @property({attribute: 'support-url', useDefault: true}) supportUrl = '';

  /** Address of mOTP 인증안내. */
  @property({attribute: 'guide-url', useDefault: true}) guideUrl = '';

  /** Address of the manual to download. */
  @property({attribute: 'manual-url', useDefault: true}) manualUrl = '';

  /** Address of the app in the Play Store. */
  @property({attribute: 'android-url', useDefault: true}) androidUrl = '';

  /** Address of the app in the App Store. */
  @property({attribute: 'ios-url', useDefault: true}) iosUrl = '';

  /** The first-time guide: `auto` opens it for `enrollment`; or `open`, `closed`, `none`. */
  @property({useDefault: true}) guide = 'auto';

  /** What is left out, with blanks between: `heading`, `lead`, `guidance`, `identity`, `ways`, `guide`, `questions`, `help`. */
  @property({useDefault: true}) omit = '';

  /** A title in place of the default one. */
  @property({useDefault: true}) heading = '';

  /** Heading level of the title in the page, 1 to 6. */
  @property({attribute: 'heading-level', type: Number, useDefault: true}) headingLevel = 2;

  /** What success shows: `dialog` (the popup), `inline`, or `none`, where the page says it itself. */
  @property({useDefault: true}) completion = 'dialog';

  /** A global function to call with the receipt after success, by its dotted path. */
  @property({attribute: 'on-verified', useDefault: true}) onVerified = '';

  /** Inputs to fill after success, by name or `#id`: `motpId, motpTime: verifiedAt`. */
  @property({useDefault: true}) fill = '';

  /** Submits the form around after success. */
  @property({attribute: 'submit-form', type: Boolean}) submitForm = false;

  /** Whom to tell after success: `opener` or `parent`, and its origin where it isn't this page's. */
  @property({attribute: 'post-to', useDefault: true}) postTo = '';

  /** Closes the window after success. */
  @property({attribute: 'close-window', type: Boolean}) closeWindow = false;

  /** `auto` follows the page's `color-scheme` and KRDS's `data-krds-mode`; or `light`, `dark`, `high-contrast`. */
  @property({reflect: true, useDefault: true}) theme = 'auto';

  /** Name under which a form around it submits the receipt's id after success; without `endpoint`, the code. */
  @property({reflect: true, useDefault: true}) name = '';

  /** The form around can't be sent before success. */
  @property({type: Boolean, reflect: true}) required = false;

  /** Sends by itself when the sixth digit is typed at the end. */
  @property({attribute: 'auto-submit', type: Boolean}) autoSubmit = false;

  /** Takes no code. */
  @property({type: Boolean, reflect: true}) disabled = false;

  /** Messages in place of the catalogue's, by key (see `Words`). */
  @property({attribute: false}) words: Partial<Words> = {};

  /** A whole catalogue of the site's own, in place of that of the page's `lang`. */
  @property({attribute: false}) language: Language | undefined = undefined;
}
