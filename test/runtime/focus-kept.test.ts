/**
 * The focus on each control of each state, through each change that can remove the control: it moves
 * before that, and to a place with a name.
 */
import {expect, html} from '@open-wc/testing';
import {computeAccessibleName} from 'dom-accessibility-api';
import type {MotpVerify} from '../../src/index.ts';
import {system} from '../harness/system.ts';
import {WidgetFixture} from '../harness/widget-fixture.ts';

/** Whatever can have the focus. */
const CONTROLS = 'a[href], button, input, summary, .panel, dialog';

/** Where the focus may go when its control is gone, and nothing takes the control's place. */
const PLACES =
  'input, summary, [part=locked], [part=locked] *, [part=verified], [part=completion], .card';

/** A card with everything that can be focused. */
const EVERYTHING = html`<motp-verify
  endpoint="/api/motp"
  status-url="/api/motp/status"
  trainee-name="홍길동"
  trainee-phone="01012345678"
  masked
  phone-identity-url="/phone-identity"
  ipin-url="/ipin"
  re-registration-url="/re-registration"
  login-url="/login"
  help-tel="1833-3075"
  support-url="/support"
  guide-url="/guide"
  manual-url="/manual.pdf"
  android-url="/android"
  ios-url="/ios"
  guidance="open"
  guide="open"
></motp-verify>`;

const CODE = '123456';

/** Puts a code into the field, without the real keyboard: hundreds of cards are opened here. */
const fills = (trainee: WidgetFixture, code: string): void => trainee.autofills(code);

/** A state: how a trainee comes to it. Returns what releases a response that is held back, if one is. */
type Setup = (trainee: WidgetFixture) => Promise<(() => void) | void>;

/** Submits a code that is answered so. */
const answered =
  (status: number, code: string, state: Parameters<WidgetFixture['reaches']>): Setup =>
  async (trainee) => {
    system.override = (request) =>
      request.method === 'POST'
        ? Response.json({code, counted: false, retryAfter: 30, serverTime: system.now}, {status})
        : Response.json({code: 'ready', failures: 0, maxFailures: 5, serverTime: system.now});
    fills(trainee, CODE);
    await trainee.widget.verify();
    await trainee.reaches(...state);
    system.override = undefined;
  };

const verified: Setup = async (trainee) => {
  fills(trainee, await system.code());
  await trainee.widget.verify();
  await trainee.reaches('verified');
};

const locked: Setup = async (trainee) => {
  system.reset({failures: 5, lockedAt: 1});
  await trainee.widget.refresh();
  await trainee.reaches('locked');
};

/** A request whose response is held back; `code` is submitted. */
const sending =
  (code: () => Promise<string>, failures = 0): Setup =>
  async (trainee) => {
    system.reset({failures});
    fills(trainee, await code());
    const release = system.holdResponses();
    void trainee.widget.verify();
    await trainee.reaches('sending');
    return release;
  };

/** Each state, and the changes that are this state's own. */
const STATES: Readonly<Record<string, Setup>> = {
  ready: async () => undefined,
  'a wrong code': answered(422, 'code-mismatch', ['ready', 'code-mismatch']),
  'an outdated page': answered(403, 'ticket-invalid', ['ready', 'page-outdated']),
  'a rate limit': answered(429, 'rate-limited', ['rate-limited']),
  'signed out': answered(403, 'session-required', ['signed-out']),
  'a success to come': sending(() => system.code()),
  'a lock to come': sending(() => system.wrongCode(), 4),
  'a refusal to come': sending(() => system.wrongCode()),
  locked,
  'a lock whose status is unavailable': async (trainee) => {
    await locked(trainee);
    system.override = () => new Response('', {status: 500});
    await trainee.widget.refresh();
    await trainee.until(() => trainee.has('[part=reload]'), 'a reload is offered');
    system.override = undefined;
  },
  verified,
  'verified, in the page': async (trainee) => {
    trainee.widget.completion = 'inline';
    await verified(trainee);
  },
};

/** Sets an attribute, or removes it for `null`. */
const sets =
  (name: string, value: string | null) =>
  ({widget}: WidgetFixture): void => {
    if (value === null) widget.removeAttribute(name);
    else widget.setAttribute(name, value);
  };

const accountIs =
  (account: Parameters<typeof system.reset>[0]) =>
  async ({widget}: WidgetFixture): Promise<void> => {
    system.reset(account);
    await widget.refresh();
  };

/** The changes of state that can take a control away, besides a response. */
const TRANSITIONS: Readonly<Record<string, (trainee: WidgetFixture) => void | Promise<void>>> = {
  'a reset': ({widget}) => widget.reset(),
  'the next press': ({widget}) => void widget.verify(),
  'a status without a lock': accountIs({}),
  'a status with a lock': accountIs({failures: 5, lockedAt: 1}),
  'a status without a registration': accountIs({secret: undefined}),
  'another trainee': sets('trainee-name', '김철수'),
};

/**
 * The changes of an attribute that can: its name and another value. Not `disabled`: nothing in a disabled
 * control can have the focus, as in every control of the browser's own.
 */
const ATTRIBUTES: Readonly<Record<string, readonly [name: string, value: string | null]>> = {
  'another language': ['lang', 'en'],
  'another level of the heading': ['heading-level', '3'],
  'no dialog': ['completion', 'none'],
  'no endpoint': ['endpoint', null],
  'no login page': ['login-url', null],
  'no phone verification': ['phone-identity-url', null],
  'no masking': ['masked', null],
  'a closed guide': ['guide', 'closed'],
  'parts left out': ['omit', 'guidance guide questions help fallbacks identity'],
};

/** Records the elements that were removed with the focus in them, while a function runs. */
async function removedWithFocus(act: () => Promise<void>): Promise<readonly string[]> {
  const lost: string[] = [];
  const remove: () => void = Reflect.get(Element.prototype, 'remove');
  Element.prototype.remove = function (this: Element): void {
    const root = this.getRootNode();
    const active = root instanceof ShadowRoot ? root.activeElement : null;
    if (active && this.contains(active)) lost.push(this.outerHTML.slice(0, 80));
    Reflect.apply(remove, this, []);
  };
  try {
    await act();
  } finally {
    Element.prototype.remove = remove;
  }
  return lost;
}

/** Waits until the widget is drawn and the focus has come to rest. */
async function settles(trainee: WidgetFixture): Promise<void> {
  await trainee.widget.updateComplete;
  await trainee.widget.updateComplete;
}

async function open(setup: Setup): Promise<[WidgetFixture, (() => void) | void]> {
  system.reset();
  sessionStorage.clear();
  const trainee = await WidgetFixture.open(EVERYTHING);
  await trainee.until(() => trainee.has('[part=reveal]'), 'the details are there');
  const questions =
    trainee.widget.shadowRoot?.querySelector<HTMLDetailsElement>('[part=questions]');
  if (questions) questions.open = true;
  await trainee.until(() => trainee.has('.questions'), 'the questions are open');
  return [trainee, await setup(trainee)];
}

function controlsOf({shadowRoot}: MotpVerify): readonly HTMLElement[] {
  const dialog = shadowRoot?.querySelector('dialog[open]');
  const all = (dialog ?? shadowRoot)?.querySelectorAll<HTMLElement>(CONTROLS) ?? [];
  return [...all].filter((control) => control.checkVisibility() && !control.matches(':disabled'));
}

/** Describes a control. */
function nameOf(control: Element): string {
  const part = control.closest('[part]')?.getAttribute('part');
  return `${control.localName} of ${part}, “${computeAccessibleName(control)}”`;
}

/** Applies a change while a control has the focus, and explains what is wrong with the focus then. */
async function problemsOf(
  what: string,
  {widget}: WidgetFixture,
  control: HTMLElement,
  change: () => Promise<void>,
): Promise<readonly string[]> {
  control.focus();
  const title = `${what}: ${nameOf(control)}`;
  const problems = (await removedWithFocus(change)).map((one) => `${title} is removed with ${one}`);
  const focused = widget.shadowRoot?.activeElement;
  if (!focused) return [...problems, `${title} → nowhere`];
  // The focus rests on the form for a moment, and then goes to the field; on a lock, to its first link.
  if (focused.matches('[part=form]')) return problems;
  if (!focused.matches(PLACES) && !isSame(focused, control))
    problems.push(`${title} → ${nameOf(focused)}`);
  if (!computeAccessibleName(focused)) problems.push(`${title} → a place without a name`);
  return problems;
}

/** Returns the places among the controls of those that a change has taken away; one of each kind. */
function takenOf(controls: readonly HTMLElement[]): readonly number[] {
  const kinds = new Set<string>();
  return controls.flatMap((control, i) => {
    const isThere =
      control.isConnected && control.checkVisibility() && !control.matches(':disabled');
    const kind = `${control.localName} ${control.closest('[part]')?.getAttribute('part')}`;
    if (isThere || kinds.has(kind)) return [];
    kinds.add(kind);
    return [i];
  });
}

describe('the focus on a control that is taken away', () => {
  for (const [state, setup] of Object.entries(STATES)) {
    it(`stays in the widget, by a change of state: ${state}`, async function () {
      this.timeout(60_000);
      const problems: string[] = [];
      for (const [name, transition] of Object.entries(TRANSITIONS)) {
        const change = async (
          trainee: WidgetFixture,
          release: (() => void) | void,
        ): Promise<void> => {
          if (release) release();
          else await transition(trainee);
          await trainee.until(
            () => !['sending', 'checking'].includes(trainee.widget.verification.status),
            'the result is there',
          );
          await settles(trainee);
        };
        const [bystander, release] = await open(setup);
        const controls = controlsOf(bystander.widget);
        await change(bystander, release);
        bystander.widget.blur();
        const taken = takenOf(controls);
        bystander.widget.remove();
        for (const i of taken) {
          const [trainee, releaseNow] = await open(setup);
          const control = controlsOf(trainee.widget)[i];
          if (!control) throw new Error(`${state} has no control ${i}.`);
          const what = releaseNow ? 'the response' : name;
          problems.push(
            ...(await problemsOf(what, trainee, control, () => change(trainee, releaseNow))),
          );
          trainee.widget.remove();
        }
        // The response is the one change of a pending state.
        if (release) break;
      }
      expect(problems).to.deep.equal([]);
    });
  }

  for (const state of ['signed out', 'a lock whose status is unavailable', 'verified']) {
    it(`stays in the widget, by a change of an attribute: ${state}`, async function () {
      this.timeout(60_000);
      const problems: string[] = [];
      const setup = STATES[state];
      if (!setup) throw new Error(`There is no state ${state}.`);
      for (const [what, [name, value]] of Object.entries(ATTRIBUTES)) {
        const [trainee] = await open(setup);
        const {widget} = trainee;
        const former = widget.getAttribute(name);
        const count = controlsOf(widget).length;
        for (let i = 0; i < count; i++) {
          const control = controlsOf(widget)[i];
          if (!control) break;
          const change = (): Promise<void> => {
            sets(name, value)(trainee);
            return settles(trainee);
          };
          problems.push(...(await problemsOf(what, trainee, control, change)));
          sets(name, former)(trainee);
          await trainee.until(
            () => controlsOf(widget).length >= count || !control.isConnected,
            'it is back',
          );
          await settles(trainee);
        }
        widget.remove();
      }
      expect(problems).to.deep.equal([]);
    });
  }
});

/** Returns whether a control has taken the place of another, such as in another language. */
function isSame(control: Element, other: Element): boolean {
  return (
    control.localName === other.localName &&
    control.getAttribute('part') === other.getAttribute('part') &&
    control.getAttribute('href') === other.getAttribute('href')
  );
}
