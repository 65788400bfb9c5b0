import {expect} from '@open-wc/testing';
import type {MotpVerify} from '../../src/index.ts';
import {system} from '../harness/system.ts';
import {PAGE, Trainee} from '../harness/trainee-page.ts';

/** The attributes of everything that is drawn: a value that is only a property is not in them. */
function shownValues({shadowRoot}: MotpVerify): readonly string[] {
  const all = [...(shadowRoot?.querySelectorAll('*') ?? [])];
  return all.flatMap((element) => [...element.attributes].map(({value}) => value));
}

describe('name, phone and code (threat to personal data)', () => {
  const NAME = '남궁마커스';
  const PHONE = '01098765432';
  const CODE = '918273';

  it('are in no address, log, storage, event or markup, in whatever state', async () => {
    const told: string[] = [];
    const methods = ['log', 'info', 'warn', 'error', 'debug'] as const;
    const before = methods.map((method) => console[method]);
    for (const method of methods)
      console[method] = (...words: unknown[]) => told.push(String(words));
    const listening = new AbortController();
    const {signal} = listening;
    const names = [
      'verified',
      'rejected',
      'locked',
      'way-out',
      'error',
      'state-change',
      'completed',
    ];
    for (const name of names) {
      const note = (event: Event): void => void told.push(JSON.stringify(Object.entries(event)));
      document.addEventListener(`motp-${name}`, note, {signal});
    }
    const trainee = await Trainee.arrives(PAGE);
    trainee.widget.traineeName = NAME;
    trainee.widget.traineePhone = PHONE;
    for (const mood of ['well', 'broken', 'signed-out', 'request-lost'] as const) {
      system.mood = mood;
      await trainee.enters(CODE);
      await trainee.until(
        () => !['sending', 'checking'].includes(trainee.widget.attempt.is),
        'it is over',
      );
      told.push(JSON.stringify([Object.entries(sessionStorage), Object.entries(localStorage)]));
      // What the page itself has set as its attributes is the page's; here they are properties.
      told.push(document.documentElement.outerHTML, document.cookie, location.href);
      told.push(shownValues(trainee.widget).join());
    }
    for (const [i, method] of methods.entries()) console[method] = before[i] ?? console[method];
    listening.abort();
    const requests = system.seen.map(({path, headers}) => path + JSON.stringify([...headers]));
    const bodies = system.seen.map(({body}) => body).join();
    const everything = [...told, ...requests].join('\n');
    for (const marker of [NAME, PHONE, CODE]) expect(everything).to.not.include(marker);
    expect(bodies).to.include(CODE);
    expect(bodies).to.not.include(NAME).and.not.include(PHONE);
  });
});
