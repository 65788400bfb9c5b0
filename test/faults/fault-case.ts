/** The test cases of docs/faults.md that need more than a network fault: input, pages, popups. */
import type {FaultSession} from './fault-server.ts';
import type {FaultPage} from './fault-page.ts';
import type {PageContent} from './pages.ts';

/** One test case of a fault. */
export interface FaultCase extends PageContent {
  /** The ID in docs/faults.md. */
  readonly fault: string;
  readonly title: string;
  /** Headers of the page. */
  readonly headers?: Readonly<Record<string, string>>;
  /** Console errors that the case causes on purpose. */
  readonly expectedErrors?: RegExp;
  /** The console lines that explain responses to the site developer, without session and key. */
  readonly lines?: readonly string[];
  /** The host name of the page, if it must not be a secure context like 127.0.0.1. */
  readonly host?: string;
  /** Prepares the session before the page opens. */
  readonly prepare?: (session: FaultSession) => void;
  readonly run: (trainee: FaultPage) => Promise<void>;
}

/** A wrong and a correct code of the model endpoint. */
export const WRONG = '900001';
export const RIGHT = '000001';
