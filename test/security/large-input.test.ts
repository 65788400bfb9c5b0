/** Large input costs linear time, a bounded number of nodes, and one line in the console. */
import {expect} from '@open-wc/testing';
import {segmentsOf} from '../../src/core/identity.ts';
import {MotpVerify} from '../../src/index.ts';
import {recordConsoleErrors} from '../harness/console.ts';
import '../harness/system.ts';
import {WidgetFixture} from '../harness/widget-fixture.ts';

/** Names of many special characters: blanks, invisible ones, and both between letters. */
const NAMES: readonly string[] = [
  '\u00a0'.repeat(16_000),
  '\u200b\u3000'.repeat(8_000),
  '홍 길\u3164동'.repeat(4_000),
];

describe('a long name', () => {
  it('is rendered with at most 100 marks, and with exactly its text', async () => {
    const trainee = await WidgetFixture.open();
    const {widget} = trainee;
    for (const name of NAMES) {
      widget.traineeName = name;
      await widget.updateComplete;
      const detail = widget.shadowRoot?.querySelector('dd');
      await trainee.until(() => detail?.querySelector('.mark') != null, 'the marks are loaded');
      expect(detail?.querySelectorAll('.mark')).to.have.length(100);
      expect(detail?.textContent === name, 'the text is the name').to.equal(true);
    }
  });

  it('is split into segments whose texts are the name', () => {
    for (const name of [...NAMES, '홍길동', ' 홍', '동 ', '', '\ud842\udfb7 \ud842\udfb7']) {
      const segments = segmentsOf(name);
      expect(segments.map(({text}) => text).join('') === name).to.equal(true);
      expect(segments.length).to.be.at.most(201);
    }
  });
});

describe('a long attribute', () => {
  const lines = recordConsoleErrors();

  it('omit with 100,000 unknown words is one bounded line in the console', async () => {
    const words = Array.from({length: 100_000}, (_, i) => `word-${i}`);
    const {widget} = await WidgetFixture.open();
    widget.omit = words.join(' ');
    await widget.updateComplete;
    expect(lines).to.have.length(1);
    expect(lines[0]).to.match(/^<motp-verify> omit names "word-0"/);
  });

  it('is never printed as a whole', async () => {
    const attributes = MotpVerify.observedAttributes.filter((name) => name !== 'style');
    for (const attribute of attributes) {
      const {widget} = await WidgetFixture.open();
      widget.setAttribute(attribute, 'javascript:'.repeat(10_000));
      await widget.updateComplete;
    }
    expect(lines).to.have.length.above(20);
    for (const line of lines) expect(line.length, line.slice(0, 60)).to.be.at.most(600);
  });
});
