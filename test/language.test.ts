import {expect, fixture, html} from '@open-wc/testing';
import {en} from '../src/locale/en.ts';
import {ko} from '../src/locale/ko.ts';
import './harness/system.ts';
import {Trainee} from './harness/trainee.ts';

const blanksOf = (text: string): readonly string[] => (text.match(/\{\w+\}/g) ?? []).toSorted();

describe('the language', () => {
  it('is Korean where the page says nothing, whatever the browser prefers', async () => {
    const trainee = await Trainee.arrives(html`<motp-verify endpoint="/api/motp"></motp-verify>`);
    await trainee.sees('인증하기');
  });

  it('is that of the nearest lang, and follows it as it changes', async () => {
    const page = await fixture(html`
      <div lang="en-GB">
        <div><motp-verify endpoint="/api/motp"></motp-verify></div>
      </div>
    `);
    const widget = page.querySelector('motp-verify');
    if (!widget) throw new Error('no widget');
    const trainee = new Trainee(widget);
    await trainee.sees('Enter the 6 digits now shown in the app.');
    page.setAttribute('lang', 'ko');
    await trainee.sees('숫자 6자리를 입력해 주세요.');
    widget.setAttribute('lang', 'en');
    await trainee.sees('Identity check for your first entry');
  });

  it('is Korean for one that the widget does not speak, and marked as Korean', async () => {
    const trainee = await Trainee.arrives(
      html`<motp-verify lang="xx" endpoint="/api/motp"></motp-verify>`,
    );
    await trainee.sees('인증하기');
    expect(trainee.field.closest('[lang]')?.getAttribute('lang')).to.equal('ko');
  });

  it('can be overridden message by message', async () => {
    const trainee = await Trainee.arrives(
      html`<motp-verify endpoint="/api/motp" .words=${{submit: '확인'}}></motp-verify>`,
    );
    expect(trainee.names('button')).to.include('확인');
  });

  it('has the same blanks to fill in every message', () => {
    for (const [key, text] of Object.entries(ko)) {
      expect(blanksOf(en[key as keyof typeof ko]), key).to.deep.equal(blanksOf(text));
    }
  });
});
