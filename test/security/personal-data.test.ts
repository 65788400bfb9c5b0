/** Name, phone number and code are nowhere but where they belong. */
import {expect} from '@open-wc/testing';
import type {MotpVerify} from '../../src/index.ts';
import {system} from '../harness/system.ts';
import {PAGE, WidgetFixture} from '../harness/widget-fixture.ts';

/** Returns the value of every attribute in the shadow root; properties are not among them. */
function attributeValues({shadowRoot}: MotpVerify): readonly string[] {
  const all = [...(shadowRoot?.querySelectorAll('*') ?? [])];
  return all.flatMap((element) => [...element.attributes].map(({value}) => value));
}

describe('name, phone number and code', () => {
  const NAME = '남궁마커스';
  const PHONE = '01098765432';
  const CODE = '918273';

  it('are in no URL, log, storage, event or markup in any state', async () => {
    const exposed: string[] = [];
    const methods = ['log', 'info', 'warn', 'error', 'debug'] as const;
    const before = methods.map((method) => console[method]);
    for (const method of methods)
      console[method] = (...parts: unknown[]) => exposed.push(String(parts));
    const listening = new AbortController();
    const {signal} = listening;
    const names = [
      'verified',
      'rejected',
      'locked',
      'fallback',
      'error',
      'state-change',
      'completed',
    ];
    for (const name of names) {
      const record = (event: Event): void =>
        void exposed.push(JSON.stringify(Object.entries(event)));
      document.addEventListener(`motp-${name}`, record, {signal});
    }
    const trainee = await WidgetFixture.open(PAGE);
    trainee.widget.traineeName = NAME;
    trainee.widget.traineePhone = PHONE;
    const reached: string[] = [];
    const faults = ['none', 'internal-error', 'signed-out', 'request-lost', '401'] as const;
    for (const fault of faults) {
      if (fault === '401') {
        system.override = () => Response.json({code: 'session-required'}, {status: 401});
      } else {
        system.fault = fault;
      }
      await trainee.enters(CODE);
      await trainee.until(
        () => !['sending', 'checking'].includes(trainee.widget.verification.status),
        'the attempt is over',
      );
      exposed.push(JSON.stringify([Object.entries(sessionStorage), Object.entries(localStorage)]));
      // Name and phone are set as properties, because attributes would be in the markup of the page.
      exposed.push(document.documentElement.outerHTML, document.cookie, location.href);
      exposed.push(attributeValues(trainee.widget).join());
      reached.push(trainee.widget.verification.status);
      if (trainee.widget.verification.status === 'unknown') {
        // Until the result is known, no other number can be entered.
        system.fault = 'none';
        await trainee.clicks('button', '결과 확인');
        await trainee.reaches('ready');
      }
    }
    expect(reached).to.deep.equal(['ready', 'ready', 'unknown', 'unknown', 'signed-out']);
    for (const [i, method] of methods.entries()) console[method] = before[i] ?? console[method];
    listening.abort();
    const requests = system.requests.map(({path, headers}) => path + JSON.stringify([...headers]));
    const bodies = system.requests.map(({body}) => body).join();
    const everything = [...exposed, ...requests].join('\n');
    for (const marker of [NAME, PHONE, CODE]) expect(everything).to.not.include(marker);
    expect(bodies).to.include(CODE);
    expect(bodies).to.not.include(NAME).and.not.include(PHONE);
  });
});
