import {pageOrigin} from './page-origin.ts';

/** The CSRF tokens that a request sends. */
export interface CsrfTokens {
  readonly headers: Readonly<Record<string, string>>;
  /** Fields of a form-encoded body. */
  readonly fields: Readonly<Record<string, string>>;
}

/** Where a page has its CSRF token: in Spring's meta tags, in Spring's cookie, or nowhere. */
export const CSRF_SOURCES = ['none', 'meta', 'cookie'] as const;
/** Where a page has its CSRF token: one of {@link CSRF_SOURCES}. */
export type CsrfSource = (typeof CSRF_SOURCES)[number];

/** Where the page has its CSRF tokens. */
export interface CsrfConfig {
  readonly source: CsrfSource;
  readonly document: Document;
  /**
   * The form that owns the element. Its hidden inputs have the tokens of Spring, Struts and eGovFrame.
   */
  readonly form: HTMLFormElement | null;
}

const NONE: CsrfTokens = {headers: {}, fields: {}};

/** Spring's default names. */
const META_HEADER = 'X-CSRF-TOKEN';
const COOKIE = 'XSRF-TOKEN';
const COOKIE_HEADER = 'X-XSRF-TOKEN';

/**
 * Reads the page's CSRF tokens. Call it right before sending, because some tokens are valid only once.
 * It returns none for another origin.
 */
export function readCsrfTokens(url: URL, config: CsrfConfig | undefined): CsrfTokens {
  if (!config) return NONE;
  const {source, document, form} = config;
  // Another origin could use the token against this one.
  if (!document.defaultView || url.origin !== pageOrigin(document.defaultView)) return NONE;
  const fields = hiddenFields(document, form);
  switch (source) {
    case 'none':
      return {headers: {}, fields};
    case 'cookie':
      return {headers: header(COOKIE_HEADER, cookieValue(document, COOKIE)), fields};
    case 'meta': {
      const token = metaContent(document, '_csrf');
      const name = metaContent(document, '_csrf_header') ?? META_HEADER;
      const field = token && metaContent(document, '_csrf_parameter');
      return {headers: header(name, token), fields: {...fields, ...(field && {[field]: token})}};
    }
  }
}

function metaContent(document: Document, name: string): string | undefined {
  return document.querySelector<HTMLMetaElement>(`meta[name="${name}"]`)?.content || undefined;
}

function cookieValue(document: Document, name: string): string | undefined {
  const pair = document.cookie.split(/;\s*/).find((cookie) => cookie.startsWith(`${name}=`));
  const value = pair?.slice(name.length + 1);
  try {
    return value && decodeURIComponent(value);
  } catch {
    return value;
  }
}

/** Returns the header, or none if it is invalid: `fetch` would reject the whole request. */
function header(name: string, value: string | undefined): Readonly<Record<string, string>> {
  return value !== undefined && /^[\w!#$%&'*+.^`|~-]+$/.test(name) && /^[\x20-\x7e]*$/.test(value)
    ? {[name]: value}
    : {};
}

/** Returns the form's hidden fields in ASCII. We send UTF-8, and an old server may read EUC-KR. */
function hiddenFields(
  document: Document,
  owner: HTMLFormElement | null,
): Readonly<Record<string, string>> {
  const inputs = document.querySelectorAll<HTMLInputElement>('input[type=hidden][name]');
  const sent = [...inputs].filter(
    ({form, name, value, disabled}) =>
      owner && form === owner && !disabled && /^[\x20-\x7e\r\n\t]*$/.test(name + value),
  );
  return Object.fromEntries(sent.map(({name, value}) => [name, value]));
}
