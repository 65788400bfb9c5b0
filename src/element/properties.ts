/** What a site sets on the element: each attribute with its property, default and meaning. */
import {LitElement, type PropertyDeclarations} from 'lit';
import type {Locale, Messages} from '../locales/messages.ts';
import type {EndpointAdapter} from '../core/endpoint-adapter.ts';

/**
 * The attributes of `<motp-verify>`. A missing one is its default; whatever was set before the element
 * was defined is taken over.
 */
export abstract class MotpVerifyProperties extends LitElement {
  /** How each property follows its attribute; without decorators, which would cost every page. */
  static override readonly properties: PropertyDeclarations = {
    endpoint: {useDefault: true},
    statusUrl: {attribute: 'status-url', useDefault: true},
    ticket: {useDefault: true},
    occasion: {useDefault: true},
    unit: {type: Number, useDefault: true},
    traineeName: {attribute: 'trainee-name', useDefault: true},
    traineePhone: {attribute: 'trainee-phone', useDefault: true},
    failures: {type: Number, useDefault: true},
    outcome: {useDefault: true},
    maxFailures: {attribute: 'max-failures', type: Number, useDefault: true},
    timeout: {type: Number, useDefault: true},
    credentials: {useDefault: true},
    masked: {type: Boolean, reflect: true},
    csrf: {useDefault: true},
    format: {useDefault: true},
    codeField: {attribute: 'code-field', useDefault: true},
    responseMap: {attribute: 'response-map', useDefault: true},
    responseCharset: {attribute: 'response-charset', useDefault: true},
    idempotency: {useDefault: true},
    adapter: {attribute: false},
    phoneIdentityUrl: {attribute: 'phone-identity-url', useDefault: true},
    ipinUrl: {attribute: 'ipin-url', useDefault: true},
    reRegistrationUrl: {attribute: 're-registration-url', useDefault: true},
    loginUrl: {attribute: 'login-url', useDefault: true},
    identityOrigin: {attribute: 'identity-origin', useDefault: true},
    helpTel: {attribute: 'help-tel', useDefault: true},
    supportUrl: {attribute: 'support-url', useDefault: true},
    guideUrl: {attribute: 'guide-url', useDefault: true},
    manualUrl: {attribute: 'manual-url', useDefault: true},
    androidUrl: {attribute: 'android-url', useDefault: true},
    iosUrl: {attribute: 'ios-url', useDefault: true},
    guide: {useDefault: true},
    omit: {useDefault: true},
    heading: {useDefault: true},
    headingLevel: {attribute: 'heading-level', type: Number, useDefault: true},
    completion: {useDefault: true},
    onVerified: {attribute: 'on-verified', useDefault: true},
    fillInputs: {attribute: 'fill-inputs', useDefault: true},
    submitForm: {attribute: 'submit-form', type: Boolean},
    notifyWindow: {attribute: 'notify-window', useDefault: true},
    closeWindow: {attribute: 'close-window', type: Boolean},
    theme: {reflect: true, useDefault: true},
    name: {reflect: true, useDefault: true},
    required: {type: Boolean, reflect: true},
    autoSubmit: {attribute: 'auto-submit', type: Boolean},
    disabled: {type: Boolean, reflect: true},
    messages: {attribute: false},
    locale: {attribute: false},
  };

  /** The form around. */
  abstract get form(): HTMLFormElement | null;

  /** Address of the verification endpoint; without it the code goes with the form around. */
  endpoint = '';

  /** Address that tells how things stand: asked at the start, and on return while locked. */
  statusUrl = '';

  /** What the site's server issued to say who the trainee is, where no session does. */
  ticket = '';

  /** What the check is for: `enrollment`, `lesson`, `progress-test`, `exam` or `assignment`. */
  occasion = 'enrollment';

  /** Number of the lesson or of the attempt. */
  unit = 0;

  /** The registered name, exactly as the mOTP app must have it. */
  traineeName = '';

  /** The registered mobile number, exactly as the mOTP app must have it. */
  traineePhone = '';

  /** Failures in a row so far, rendered by the server; at `max-failures` the widget is locked. */
  failures = 0;

  /** What came of the number that the page was posted with, rendered by the server: such as `code-mismatch`. */
  outcome = '';

  /** How many failures in a row lock. */
  maxFailures = 5;

  /** How long the endpoint may take to answer, in seconds: 3 to 60. */
  timeout = 10;

  /** `same-origin`, or `include` for an endpoint of another origin that needs cookies. */
  credentials = 'same-origin';

  /** Shows name and phone as 홍*동, 010-****-5678, with a button to see them. */
  masked = false;

  /** Where the site's CSRF token stands: `none`, Spring's `meta` tags, or Spring's `cookie`. */
  csrf = 'none';

  /** How the request is written: `json`, or `form` with the hidden inputs of the form around. */
  format = 'json';

  /** Name of the request's field that holds the code. */
  codeField = 'code';

  /** What the endpoint's own answers mean, as JSON; or `agency`, for the agency's codes. */
  responseMap = '';

  /** Charset of answers that name none, such as `euc-kr`. */
  responseCharset = '';

  /** Whether the endpoint counts an attempt once by its `key`; `none`, or `auto`: unless `form`. */
  idempotency = 'auto';

  /** The site's own script between the widget and its endpoint (see `EndpointAdapter`). */
  adapter: EndpointAdapter | undefined;

  /** Address of 휴대폰 본인인증, the way out of a lock. */
  phoneIdentityUrl = '';

  /** Address of 아이핀 인증. */
  ipinUrl = '';

  /** Address of mOTP 등록 초기화. */
  reRegistrationUrl = '';

  /** Where to sign in again when the session has ended. */
  loginUrl = '';

  /** Origin from which the identity service's window reports back; without it, this page's own. */
  identityOrigin = '';

  /** Phone number of the help desk; several with commas between them. */
  helpTel = '';

  /** Address of 원격상담. */
  supportUrl = '';

  /** Address of mOTP 인증안내. */
  guideUrl = '';

  /** Address of the manual to download. */
  manualUrl = '';

  /** Address of the app in the Play Store. */
  androidUrl = '';

  /** Address of the app in the App Store. */
  iosUrl = '';

  /** The first-time guide: `auto` opens it for `enrollment`; or `open`, `closed`, `none`. */
  guide = 'auto';

  /** What is left out, with blanks between: `heading`, `lead`, `guidance`, `identity`, `ways`, `guide`, `questions`, `help`. */
  omit = '';

  /** A title in place of the default one. */
  heading = '';

  /** Heading level of the title in the page, 1 to 6. */
  headingLevel = 2;

  /** What success shows: `dialog` (the popup), `inline`, or `none`, where the page says it itself. */
  completion = 'dialog';

  /** A global function to call with the receipt after success, by its dotted path. */
  onVerified = '';

  /** Inputs to fill after success, by name or `#id`: `motpId, motpTime: verifiedAt`. */
  fillInputs = '';

  /** Submits the form around after success. */
  submitForm = false;

  /** Whom to tell after success: `opener` or `parent`, and its origin where it isn't this page's. */
  notifyWindow = '';

  /** Closes the window after success. */
  closeWindow = false;

  /** `auto` follows the page's `color-scheme` and KRDS's `data-krds-mode`; or `light`, `dark`, `high-contrast`. */
  theme = 'auto';

  /** Name under which a form around it submits the receipt's id after success; without `endpoint`, the code. */
  name = '';

  /** The form around can't be sent before success. */
  required = false;

  /** Sends by itself when the sixth digit is typed at the end. */
  autoSubmit = false;

  /** Takes no code. */
  disabled = false;

  /** Messages in place of the catalogue's, by key (see `Words`). */
  messages: Partial<Messages> = {};

  /** A whole catalogue of the site's own, in place of that of the page's `lang`. */
  locale: Locale | undefined = undefined;
}
