/** The attributes of the element, with their properties, defaults and meanings. */
import type {EndpointAdapter} from '../core/endpoint-adapter.ts';
import type {Occasion} from '../core/occasion.ts';
import type {Locale, Messages} from '../locales/messages.ts';

/**
 * The default of each reactive property of `<motp-verify>`. Its docstring is its documentation in
 * docs/api.md. A property whose default is an object or `undefined` has no attribute.
 */
export class PropertyDefaults {
  /** URL of the verification endpoint. Without it, the surrounding form submits the code. */
  endpoint = '';

  /** URL of the account's status, which the widget requests at the start, and on return while locked. */
  statusUrl = '';

  /** URL of an attempt's result, which gets the idempotency key as `?key=`. Without it, `{endpoint}/attempts/{key}`. */
  attemptsUrl = '';

  /** Opaque text from the site's server that identifies the trainee where no session does. */
  ticket = '';

  /** What the verification is for: `enrollment`, `lesson`, `progress-test`, `exam` or `assignment`. */
  occasion: Occasion = 'enrollment';

  /** Number of the lesson, or of the attempt at a test; 0 for none. */
  unit = 0;

  /** The registered name, exactly as it must be in the mOTP app. */
  traineeName = '';

  /** The registered mobile number, exactly as it must be in the mOTP app. */
  traineePhone = '';

  /** Failures in a row so far, rendered by the server. At `max-failures`, the widget is locked. */
  failures = 0;

  /** Outcome of the code that the page was posted with, rendered by the server, such as `code-mismatch`. */
  outcome = '';

  /** Number of failures in a row that lock. */
  maxFailures = 5;

  /** Time limit of a request to the endpoint, in seconds: 3 to 60. */
  timeout = 10;

  /** `same-origin`, or `include` to send cookies to an endpoint at another origin. */
  credentials: 'same-origin' | 'include' = 'same-origin';

  /** Masks name and phone number as 홍*동 and 010-****-5678, with a button that reveals them. */
  masked = false;

  /** Where the site's CSRF token is: `none`, the `meta` tags or the `cookie` of Spring Security. */
  csrf: 'none' | 'meta' | 'cookie' = 'none';

  /** Format of the request: `json`, or `form` with the hidden inputs of the surrounding form. */
  format: 'json' | 'form' = 'json';

  /** Name of the code's field in the request. */
  codeField = 'code';

  /** JSON that maps the endpoint's own responses to outcomes; or `agency`, for the codes of the agency. */
  responseMap = '';

  /** Charset of responses that name none, such as `euc-kr`. */
  responseCharset = '';

  /** `key`: the endpoint counts an attempt once by its idempotency key. `none`: it does not. `auto`: `none` for `format="form"`, else `key`. */
  idempotency: 'auto' | 'key' | 'none' = 'auto';

  /** The site's functions that write requests and read responses (see `EndpointAdapter`). */
  adapter: EndpointAdapter | undefined = undefined;

  /** URL of phone verification (휴대폰 본인인증), which also releases a lock. */
  phoneIdentityUrl = '';

  /** URL of i-PIN verification (아이핀 인증). */
  ipinUrl = '';

  /** URL of re-registration (mOTP 등록 초기화). */
  reRegistrationUrl = '';

  /** URL of the page to sign in again when the session has ended. */
  loginUrl = '';

  /** Origin from which the identity popup reports back. Without it, the origin of this page. */
  identityOrigin = '';

  /** Phone numbers of the help desk, separated by commas. */
  helpTel = '';

  /** URL of remote support (원격상담). */
  supportUrl = '';

  /** URL of the guide of the site or the agency (mOTP 인증안내). */
  guideUrl = '';

  /** URL of the manual to download. */
  manualUrl = '';

  /** URL of the app in the Play Store. */
  androidUrl = '';

  /** URL of the app in the App Store. */
  iosUrl = '';

  /** Address that opens the app on the phone: `https`, `intent:` or a scheme of the app's own, such as `motp://open`. */
  appUrl = '';

  /** The six guidance lines: `open` or `closed`; `auto` opens them for `enrollment`. */
  guidance: 'auto' | 'open' | 'closed' = 'auto';

  /** The first-time guide: `open`, `closed` or `none`; `auto` opens it for `enrollment`. */
  guide: 'auto' | 'open' | 'closed' | 'none' = 'auto';

  /** Parts to leave out, separated by spaces: `heading`, `lead`, `guidance`, `identity`, `fallbacks`, `guide`, `questions`, `help`. */
  omit = '';

  /** Replaces the default title. */
  heading = '';

  /** Level of the title among the headings of the page, 1 to 6. */
  headingLevel = 2;

  /** What success shows: `dialog` (popup and panel), `inline` (the panel), or `none` if the page shows it itself. */
  completion: 'dialog' | 'inline' | 'none' = 'dialog';

  /** What the button of the completion popup says; by default by occasion, such as 학습 시작하기. */
  continueLabel = '';

  /** Dotted path of a global function, which is called with the receipt after success. */
  onVerified = '';

  /** Inputs to fill after success, by name or `#id`, such as `motpId, motpTime: verifiedAt`. */
  fillInputs = '';

  /** Submits the surrounding form after success. */
  submitForm = false;

  /** Window that gets the receipt after success: `opener` or `parent`, then its origin if that is not this page's. */
  notifyWindow = '';

  /** Closes the window after success. */
  closeWindow = false;

  /** `light`, `dark` or `high-contrast`; `auto` follows `color-scheme` and `data-krds-mode` (KRDS) of the page. */
  theme: 'auto' | 'light' | 'dark' | 'high-contrast' = 'auto';

  /** Name under which the surrounding form submits the receipt's `verificationId`; without `endpoint`, the code. */
  name = '';

  /** Keeps the surrounding form from being submitted before success. */
  required = false;

  /** Submits the code as soon as the sixth digit is typed at the end. */
  autoSubmit = false;

  /** Disables the code field and its button. */
  disabled = false;

  /** Shows what the console says about mistakes in a panel, for whoever sets the page up. */
  debug = false;

  /** Messages by key that replace those of the locale (see `Messages`). */
  messages: Partial<Messages> = {};

  /** A locale of the site's own, in place of the locale of the page's `lang`. */
  locale: Locale | undefined = undefined;
}
