/** The popup of the identity service (휴대폰 본인인증, 아이핀). */
import type {ReactiveController, ReactiveControllerHost} from 'lit';
import {ownFields} from '../../core/own-fields.ts';
import {tick} from '../tick.ts';
import {createNonce, NONCE_PARAM, withNonce} from './nonce.ts';

/** The status of the popup. `returned`: it has reported back. */
export type IdentityPopupStatus = 'none' | 'open' | 'blocked' | 'closed' | 'returned';

/** The channel of popups that Cross-Origin-Opener-Policy has cut off from their opener. */
export const CHANNEL_NAME = 'motp-verify';

/** The `type` of the report. */
const REPORT_TYPE = 'motp-identity';

/** Fits the services' pages for phones, the largest of which is 480 × 812 px. */
const FEATURES = 'popup,width=480,height=812';

/** Interval between checks whether the popup is closed, in ms: no event announces it. */
const POLL_CLOSED_MS = 500;

/** Is told when the endpoint should be asked for the status. */
export interface IdentityPopupListener {
  readonly refresh: () => unknown;
}

/**
 * Opens the popup in the trainee's click and waits until it reports back or is closed. Owns the popup
 * and its listeners. A report is only a hint: the service tells the endpoint from server to server,
 * and the host asks the endpoint.
 */
export class IdentityPopup implements ReactiveController {
  readonly #host: ReactiveControllerHost & Node;
  readonly #listener: IdentityPopupListener;
  #status: IdentityPopupStatus = 'none';
  #popup: Window | undefined;
  /** Aborts what the open popup needs. */
  #abort: AbortController | undefined;

  constructor(host: ReactiveControllerHost & Node, listener: IdentityPopupListener) {
    this.#host = host;
    this.#listener = listener;
    host.addController(this);
  }

  /** The status of the popup. */
  get status(): IdentityPopupStatus {
    return this.#status;
  }

  /**
   * Opens the popup, or focuses the open one.
   *
   * @param origin the only origin whose reports count
   * @returns whether the click is handled, so that the link must not be followed
   */
  open(url: string, origin: string, click: Event): boolean {
    const isPlain = click instanceof MouseEvent && isUnmodified(click);
    // After a blocked popup, the next click follows the link, which no browser blocks.
    if (!click.isTrusted || !isPlain || this.#status === 'blocked') {
      this.#setStatus('none');
      return false;
    }
    const window = this.#host.ownerDocument?.defaultView;
    if (!window) return false;
    if (this.#status === 'open' && this.#popup?.closed === false) {
      this.#popup.focus();
      return true;
    }
    const nonce = createNonce();
    const popup = window.open(withNonce(url, nonce), '_blank', FEATURES);
    this.#abort?.abort();
    if (popup) {
      this.#popup = popup;
      this.#listen(window, popup, origin, nonce);
    }
    this.#setStatus(popup ? 'open' : 'blocked');
    return true;
  }

  hostDisconnected(): void {
    this.#abort?.abort();
    this.#popup = undefined;
    this.#status = 'none';
  }

  #listen(window: Window, popup: Window, origin: string, nonce: string): void {
    this.#abort = new AbortController();
    const {signal} = this.#abort;
    const onReport = (data: unknown): void => {
      if (!isReport(data, nonce)) return;
      // The first report is the last: a flood of reports asks the endpoint once.
      this.#abort?.abort();
      this.#return('returned');
    };
    window.addEventListener(
      'message',
      ({source, origin: sender, data}) => {
        if (source === popup && sender === origin) onReport(data);
      },
      {signal},
    );
    const channel = new BroadcastChannel(CHANNEL_NAME);
    channel.addEventListener('message', ({data}) => onReport(data), {signal});
    signal.addEventListener('abort', () => channel.close());
    void this.#awaitClose(popup, signal);
  }

  async #awaitClose(popup: Window, signal: AbortSignal): Promise<void> {
    do await tick(POLL_CLOSED_MS, signal);
    while (!popup.closed && !signal.aborted);
    // A popup that was cut off from its opener seems closed, but it can still report.
    if (!signal.aborted) this.#return('closed');
  }

  #return(status: IdentityPopupStatus): void {
    this.#setStatus(status);
    void this.#listener.refresh();
  }

  #setStatus(status: IdentityPopupStatus): void {
    this.#status = status;
    this.#host.requestUpdate();
  }
}

/** Returns whether a message is the report with this nonce. */
function isReport(data: unknown, nonce: string): boolean {
  const report: Readonly<Record<string, unknown>> = ownFields(Object(data));
  return report['type'] === REPORT_TYPE && report[NONCE_PARAM] === nonce;
}

/** Returns whether a click is plain. With a modifier key, the browser opens the link its own way. */
function isUnmodified({button, ctrlKey, metaKey, shiftKey, altKey}: MouseEvent): boolean {
  return button === 0 && !ctrlKey && !metaKey && !shiftKey && !altKey;
}
