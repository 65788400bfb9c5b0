/** A row of what the widget must survive that takes more than a network: hands, pages, windows. */
import type {FaultSession} from './fault-server.ts';
import type {FaultPage} from './fault-page.ts';
import type {PageContent} from './pages.ts';

/** One row, or a part of it, as it is played. */
export interface FaultCase extends PageContent {
  readonly fault: string;
  readonly title: string;
  /** What the page is served with. */
  readonly headers?: Readonly<Record<string, string>>;
  /** Complaints that the scene brings about by intention. */
  readonly expectedErrors?: RegExp;
  /** Another host's name for the page, where it must not be one that the browser trusts. */
  readonly host?: string;
  /** What has happened before the trainee comes. */
  readonly prepare?: (session: FaultSession) => void;
  readonly run: (trainee: FaultPage) => Promise<void>;
}

/** A code that the endpoint of the film takes for wrong, and one that it takes for right. */
export const WRONG = '900001';
export const RIGHT = '000001';
