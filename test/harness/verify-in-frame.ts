import {MotpVerify} from '../../src/index.ts';
import {WidgetFixture} from './widget-fixture.ts';

/**
 * Verifies in a frame whose widget notifies its parent window, and waits for the message.
 *
 * @param code the code that the phone fills in
 * @returns the trainee, and the messages that this page received
 */
export async function verifyInFrame(
  code: string,
): Promise<{readonly trainee: WidgetFixture; readonly messages: readonly MessageEvent[]}> {
  const messages: MessageEvent[] = [];
  const listening = new AbortController();
  window.addEventListener('message', (event) => messages.push(event), listening);
  const frame = document.body.appendChild(document.createElement('iframe'));
  try {
    const inner = frame.contentDocument?.body.appendChild(new MotpVerify());
    if (!inner) throw new Error('The frame has no document.');
    inner.endpoint = '/api/motp';
    inner.notifyWindow = `parent ${location.origin}`;
    const trainee = new WidgetFixture(inner);
    await inner.updateComplete;
    trainee.autofills(code);
    await inner.verify();
    await trainee.until(() => messages.length === 1, 'the parent receives the message');
    return {trainee, messages};
  } finally {
    listening.abort();
    frame.remove();
  }
}
