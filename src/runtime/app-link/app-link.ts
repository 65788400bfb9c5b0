/** The link that opens the mOTP app on the phone on which the page runs. */
import {html, nothing, type ReactiveController} from 'lit';
import type {CardView} from '../../element/card-view.ts';
import type {FormAssociatedElement} from '../../element/form-associated.ts';
import type {renderLink as RenderLink} from '../../element/templates/link.ts';
import type {Messages} from '../../locales/messages.ts';
import type {ConfigError} from '../config/config-error.ts';
import {phoneSystem} from '../phone-system.ts';
import {appAddress} from './app-address.ts';

/** After this time, in ms, an app that has not covered the page is not installed. */
const OPENING_MS = 2500;

/** The callbacks of the link. */
export interface AppLinkListener {
  /** The attribute is wrong. */
  readonly warn: (error: ConfigError) => void;
  /** The trainee is back from the app. */
  readonly onAppReturn: () => void;
}

/**
 * Renders the link, and the link to the store where it leads nowhere. Owns the wait for the trainee's
 * return. Does not own the focus.
 */
export class AppLink implements ReactiveController {
  readonly #element: FormAssociatedElement;
  readonly #listener: AppLinkListener;
  readonly #renderLink: typeof RenderLink;
  #wait = new AbortController();
  #opening: ReturnType<typeof setTimeout> | undefined;
  #leadsNowhere = false;

  /** @param renderLink renders the link to the store */
  constructor(
    element: FormAssociatedElement,
    listener: AppLinkListener,
    renderLink: typeof RenderLink,
  ) {
    this.#element = element;
    this.#listener = listener;
    this.#renderLink = renderLink;
    element.addController(this);
  }

  hostDisconnected(): void {
    this.#stopWaiting();
  }

  /** Renders the link on a phone. Reports an address that can run script on every device. */
  render(messages: Messages, {links}: CardView): unknown {
    const {appUrl} = this.#element;
    const address = appAddress(appUrl, location.origin);
    if (appUrl && !address) {
      const fix = `is "${appUrl}". Give an https address, or one that opens the app, such as motp://open.`;
      this.#listener.warn({attribute: 'app-url', fix});
    }
    const system = phoneSystem();
    if (!address || !system) return nothing;
    const store = system === 'ios' ? links.iosUrl : links.androidUrl;
    // An app's own scheme in a new window would leave an empty one behind.
    const target = address.protocol.startsWith('http') ? '_blank' : nothing;
    // A line of its own: beside the label there is no room on a phone.
    return html`<div class="row">
      <a
        part="app"
        href=${address.href}
        target=${target}
        rel="noopener"
        @click=${() => this.#onClick()}
        >${messages.appOpen}</a
      >
      ${
        this.#leadsNowhere && store
          ? this.#renderLink(messages, store, messages.appInstall, {part: 'app-store'})
          : nothing
      }
    </div>`;
  }

  #onClick(): void {
    this.#stopWaiting();
    const {signal} = (this.#wait = new AbortController());
    const {ownerDocument} = this.#element;
    const onReturn = (): void => {
      this.#stopWaiting();
      this.#setLeadsNowhere(false);
      this.#listener.onAppReturn();
    };
    const onVisibilityChange = (): void => {
      if (ownerDocument.visibilityState === 'visible') onReturn();
      else clearTimeout(this.#opening);
    };
    ownerDocument.addEventListener('visibilitychange', onVisibilityChange, {signal});
    ownerDocument.defaultView?.addEventListener('pageshow', onReturn, {signal});
    this.#opening = setTimeout(() => this.#setLeadsNowhere(true), OPENING_MS);
  }

  #setLeadsNowhere(leadsNowhere: boolean): void {
    this.#leadsNowhere = leadsNowhere;
    this.#element.requestUpdate();
  }

  #stopWaiting(): void {
    this.#wait.abort();
    clearTimeout(this.#opening);
  }
}
