/** One page that somebody else made, and what must hold on it. */
import type {FaultSession} from '../faults/fault-server.ts';
import type {HostPage} from './host-page.ts';

/** The variable parts of a case, on either build and in each browser. */
export interface HostCase {
  readonly title: string;
  /** The page. `SCRIPT` stands for the tag of the build. */
  readonly html: string;
  readonly headers?: Readonly<Record<string, string>>;
  /** Why the case cannot run in a browser. */
  readonly skip?: {readonly firefox?: string; readonly webkit?: string};
  /** Console errors that the case causes on purpose. */
  readonly expectedErrors?: RegExp;
  /** Prepares the session before the page opens. */
  readonly prepare?: (session: FaultSession) => void;
  readonly run: (trainee: HostPage) => Promise<void>;
}

/** The cases of a kind: the first that can also runs in WebKit. */
export type HostCases = readonly [HostCase, ...HostCase[]];

/** The widget's tag. */
export const WIDGET = '<motp-verify endpoint="api" timeout="3"></motp-verify>';

/** Formats a page. */
export function pageOf(body: string, head = ''): string {
  return `<!doctype html><html lang="ko"><head><title>host</title>${head}</head><body>${body}</body></html>`;
}

/** Formats a script of the page. */
export function script(code: string): string {
  return `<script>${code}</script>`;
}
