/** The first-time guide and the questions: two lines, and which of them are open. */
import {html, nothing, type ReactiveControllerHost} from 'lit';
import type {InitialMessages} from '../locales/messages.ts';
import {renderDisclosure} from './templates/disclosure.ts';

/** One of the two. */
export type DisclosureName = 'guide' | 'questions';

/** What they are drawn from. */
export interface DisclosuresOptions {
  readonly messages: InitialMessages;
  readonly omitted: ReadonlySet<string>;
  /** The level of their headings in the page, 1 to 6. */
  readonly level: number;
  /** Whether the guide is open as long as the trainee has not said otherwise. */
  readonly opensByItself: boolean;
  /** What an open one holds, once that can be told. */
  readonly contents: DisclosureContent | undefined;
}

/** Tells what the two hold. */
export interface DisclosureContent {
  readonly of: (part: DisclosureName) => unknown;
  /** Lets what did not come be asked for again. */
  readonly forget: () => void;
}

/** See the file's head. */
export class Disclosures {
  readonly #host: ReactiveControllerHost;
  /** What the trainee has opened or closed. */
  readonly #isOpen = new Map<DisclosureName, boolean>();

  constructor(host: ReactiveControllerHost) {
    this.#host = host;
  }

  /** Both, each as one line until it is opened; nothing of what the site leaves out. */
  draw(options: DisclosuresOptions): readonly unknown[] {
    const {firstTime, questions} = options.messages;
    return [
      this.#part('guide', firstTime, options.opensByItself, options),
      this.#part('questions', questions, false, options),
    ];
  }

  #part(
    name: DisclosureName,
    summary: string,
    opensByItself: boolean,
    {messages, omitted, level, contents}: DisclosuresOptions,
  ): unknown {
    if (omitted.has(name)) return nothing;
    const isOpen = this.#isOpen.get(name) ?? opensByItself;
    const onToggle = (isOpenNow: boolean): void => {
      if (isOpenNow === isOpen) return;
      this.#isOpen.set(name, isOpenNow);
      contents?.forget();
      this.#host.requestUpdate();
    };
    const content = (): unknown =>
      contents?.of(name) ?? html`<p class="loading">${messages.loading}</p>`;
    return renderDisclosure({name, summary, level, isOpen, onToggle, content});
  }
}
