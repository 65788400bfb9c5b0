/**
 * The window of the identity service (휴대폰 본인인증, 아이핀): opened in the trainee's click, and
 * watched until it reports back or is closed. Whatever comes back is a hint and no more: the
 * endpoint is asked, to which the service has reported server to server.
 */
import type {ReactiveController, ReactiveControllerHost} from 'lit';
import {createNonce, NONCE_PARAM, withNonce} from './nonce.ts';

/** How the window stands. `returned`: it has reported back, or the trainee is back without a word. */
export type IdentityPopupStatus = 'none' | 'open' | 'blocked' | 'closed' | 'returned';

/** The channel for windows that are cut off from their opener (Cross-Origin-Opener-Policy). */
export const CHANNEL_NAME = 'motp-verify';

/** The `type` of the message by which a page of the service reports back. */
export const MESSAGE_TYPE = 'motp-identity';

/** Room for the services' phone layouts, the largest of which is 480 × 812. */
const FEATURES = 'popup,width=480,height=812';

/** How often is looked whether the window was closed, in ms: nothing tells of it. */
const POLL_CLOSED_MS = 500;

/** See the file's head. */
export class IdentityPopup implements ReactiveController {
  readonly #host: ReactiveControllerHost & Node;
  readonly #onReturn: () => void;
  #status: IdentityPopupStatus = 'none';
  #opened: Window | undefined;
  #abort = new AbortController();

  /**
   * @param onReturn told when the endpoint is to be asked what came of it
   */
  constructor(host: ReactiveControllerHost & Node, onReturn: () => void) {
    this.#host = host;
    this.#onReturn = onReturn;
    host.addController(this);
  }

  /** How the window stands. */
  get status(): IdentityPopupStatus {
    return this.#status;
  }

  /**
   * Opens the service's window in a click, or comes back to the one that is open.
   *
   * @param origin from where alone a report counts
   * @returns whether the link that was clicked has had its effect by this
   */
  open(address: string, origin: string, click: Event): boolean {
    const isPlain = click instanceof MouseEvent && isUnmodified(click);
    // Where windows are blocked the next click is the link's own, which no blocker stops.
    if (!click.isTrusted || !isPlain || this.#status === 'blocked') {
      this.#setStatus('none');
      return false;
    }
    const here = this.#host.ownerDocument?.defaultView;
    if (!here) return false;
    if (this.#status === 'open' && this.#opened?.closed === false) {
      this.#opened.focus();
      return true;
    }
    const nonce = createNonce();
    const opened = here.open(withNonce(address, nonce), `motp-${nonce}`, FEATURES);
    this.#abort.abort();
    if (!opened) {
      this.#setStatus('blocked');
      return true;
    }
    this.#opened = opened;
    this.#abort = new AbortController();
    this.#listen(here, opened, origin, nonce);
    this.#setStatus('open');
    return true;
  }

  hostDisconnected(): void {
    this.#abort.abort();
    this.#opened = undefined;
    this.#status = 'none';
  }

  #listen(here: Window, opened: Window, origin: string, nonce: string): void {
    const {signal} = this.#abort;
    const hear = (data: unknown): void => {
      if (!isReport(data, nonce)) return;
      // One report ends the watch: a flood of them asks the endpoint once.
      this.#abort.abort();
      this.#setStatus('returned');
      this.#onReturn();
    };
    here.addEventListener(
      'message',
      ({source, origin: from, data}) => {
        if (source === opened && from === origin) hear(data);
      },
      {signal},
    );
    const channel = new BroadcastChannel(CHANNEL_NAME);
    channel.addEventListener('message', ({data}) => hear(data), {signal});
    const look = setInterval(() => {
      if (!opened.closed) return;
      // It may only be cut off from us, so it is still listened to.
      clearInterval(look);
      this.#setStatus('closed');
      this.#onReturn();
    }, POLL_CLOSED_MS);
    signal.addEventListener('abort', () => {
      clearInterval(look);
      channel.close();
    });
  }

  #setStatus(state: IdentityPopupStatus): void {
    this.#status = state;
    this.#host.requestUpdate();
  }
}

/** Whether a message is the report that this nonce awaits, by its own fields alone. */
function isReport(data: unknown, nonce: string): boolean {
  if (typeof data !== 'object' || data === null) return false;
  const {type, [NONCE_PARAM]: said} = Object.assign(Object.create(null), data) as Record<
    string,
    unknown
  >;
  return type === MESSAGE_TYPE && said === nonce;
}

/** A click that wants just this; with a key held, the link is the browser's own. */
function isUnmodified({button, ctrlKey, metaKey, shiftKey, altKey}: MouseEvent): boolean {
  return button === 0 && !ctrlKey && !metaKey && !shiftKey && !altKey;
}
