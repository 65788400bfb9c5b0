/**
 * What a page's server wants to see with every post, against forged ones: read at the moment of
 * sending, since such tokens can be good for one time only, and never for another origin.
 */

/** What goes along with a post. */
export interface CsrfTokens {
  readonly headers: Readonly<Record<string, string>>;
  /** Fields of a form-encoded body. */
  readonly fields: Readonly<Record<string, string>>;
}

/** Where a site's token stands: in Spring's meta tags, in Spring's cookie, or nowhere. */
export const CSRF_SOURCES = ['none', 'meta', 'cookie'] as const;
/** One of {@link CSRF_SOURCES}. */
export type CsrfSource = (typeof CSRF_SOURCES)[number];

const NONE: CsrfTokens = {headers: {}, fields: {}};

/** Spring's own names where a page doesn't say others. */
const META_HEADER = 'X-CSRF-TOKEN';
const COOKIE = 'XSRF-TOKEN';
const COOKIE_HEADER = 'X-XSRF-TOKEN';

/**
 * Reads what stands in the page now.
 *
 * @param form the form that owns the element: its hidden inputs carry the tokens of Spring, Struts
 *   and eGovFrame alike
 */
export function csrfTokensFor(
  url: URL,
  csrf: CsrfSource,
  document: Document,
  form: HTMLFormElement | null,
): CsrfTokens {
  // A token that goes to another origin is a token given away.
  if (url.origin !== document.defaultView?.origin) return NONE;
  const fields = hiddenFields(document, form);
  if (csrf === 'meta') {
    const token = metaContent(document, '_csrf');
    if (token === undefined) return {headers: {}, fields};
    const name = metaContent(document, '_csrf_header') ?? META_HEADER;
    const field = metaContent(document, '_csrf_parameter');
    return {headers: header(name, token), fields: {...fields, ...(field && {[field]: token})}};
  }
  const token = csrf === 'cookie' ? cookieValue(document, COOKIE) : undefined;
  return {headers: token === undefined ? {} : header(COOKIE_HEADER, token), fields};
}

function metaContent(document: Document, name: string): string | undefined {
  return document.querySelector<HTMLMetaElement>(`meta[name="${name}"]`)?.content || undefined;
}

function cookieValue(document: Document, name: string): string | undefined {
  const found = document.cookie.split(/;\s*/).find((cookie) => cookie.startsWith(`${name}=`));
  const value = found?.slice(name.length + 1);
  try {
    return value && decodeURIComponent(value);
  } catch {
    return value;
  }
}

/** What can't be a header is left out: it would keep the whole request from being sent. */
function header(name: string, value: string): Readonly<Record<string, string>> {
  return /^[\w!#$%&'*+.^`|~-]+$/.test(name) && /^[\x20-\x7e]*$/.test(value) ? {[name]: value} : {};
}

/** ASCII alone: what we send is UTF-8, and the server that wants these may read EUC-KR. */
function hiddenFields(
  document: Document,
  owner: HTMLFormElement | null,
): Readonly<Record<string, string>> {
  const hidden = document.querySelectorAll<HTMLInputElement>('input[type=hidden][name]');
  const sent = [...hidden].filter(
    ({form, name, value, disabled}) =>
      owner && form === owner && !disabled && /^[\x20-\x7e\r\n\t]*$/.test(name + value),
  );
  return Object.fromEntries(sent.map(({name, value}) => [name, value]));
}
