/** Tells the site developer why a response can't be used: field, value and fix. Shows the panel of `debug`. */
import type {UnusableResponse} from '../../transport/platform.ts';
import {valueAt} from '../../transport/field-value.ts';
import type {ConfigError} from '../config/config-error.ts';

/** The longest value that a line quotes. */
const MAX_VALUE = 60;

const CHECK_SESSION = 'Check the address and the session';

/** Explains a response. The line never holds the code that was sent. */
export function explainResponse(response: UnusableResponse): ConfigError | undefined {
  const {attribute, url, raw, sent} = response;
  const explanation = explain(response);
  if (!explanation) return undefined;
  const [problem, fix] = explanation;
  // The browser hides the status of a redirect.
  const status = response.isRedirect ? '' : `${raw.status} `;
  const text = `answered ${status}${problem}(${url.pathname}). ${fix}.`;
  return {
    attribute,
    fix: text.replace(/\d{6}/g, (digits) => (sent.includes(digits) ? '••••••' : digits)),
  };
}

function explain({
  attribute,
  raw: {status, text},
  isRedirect,
  wireFormat,
}: UnusableResponse): readonly [problem: string, fix: string] | undefined {
  if (isRedirect) return ['with a redirect ', CHECK_SESSION];
  if (status === 404 || status === 405) return ['', `Set ${attribute}`];
  const map = wireFormat?.responseMap;
  const path = typeof map === 'object' ? map.code : 'code';
  const value = valueAt(path, text);
  const tag = /^\s*(<[^>]*>?)/.exec(text)?.[1];
  if (tag !== undefined && (path === undefined || value === undefined)) {
    return [`with HTML, ${quote(tag)} `, CHECK_SESSION];
  }
  if (wireFormat?.adapter?.read) return ['', 'Check adapter.read()'];
  if (value === undefined) return [`without ${path} `, CHECK_SESSION];
  const problem = `with ${path ?? 'the text'} = ${quote(value)} `;
  if (!map && value === 'origin') return [problem, "Allow this page's origin"];
  // The account has no status, for instance because the trainee is not registered.
  if (!map && attribute === 'status-url') return undefined;
  if (status === 401 || status === 403) return [problem, CHECK_SESSION];
  if (typeof map !== 'object') {
    return [problem, 'See the contract'];
  }
  if (!Object.hasOwn(map.values, value)) return [problem, 'Map it in response-map'];
  return [
    problem,
    attribute === 'status-url'
      ? 'Map it to ready or locked'
      : `Success needs 200 to 299${map.id === undefined ? '' : ` and ${map.id}`}`,
  ];
}

function quote(value: string): string {
  return `"${value.slice(0, MAX_VALUE)}"`;
}

/**
 * Shows the console lines as the last part of the shadow root, in English as in the console. Plain DOM:
 * the runtime chunk has only Lit's template tags.
 *
 * @param lines `false` removes the panel
 */
export function showDebugPanel(root: ParentNode, lines: readonly string[] | false): void {
  root.querySelector('[part=debug]')?.remove();
  if (!lines) return;
  const panel = document.createElement('pre');
  panel.className = 'card';
  panel.part.value = 'debug';
  panel.lang = 'en';
  panel.textContent = lines.join('\n') || 'No problem found.';
  root.append(panel);
}
