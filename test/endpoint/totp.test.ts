import {expect} from '@open-wc/testing';
import {codeAt, findMatchingStep, stepEndsInMs} from '../../endpoint/verifier/totp.ts';
import {RFC_SECRET, RFC_VECTORS} from '../harness/rfc6238.ts';
import {system} from '../harness/system.ts';

describe('the codes of the app', () => {
  for (const {step, code} of RFC_VECTORS) {
    it(`equal RFC 6238, appendix B: ${code} in step ${step}`, async () => {
      expect(await codeAt(RFC_SECRET, step * 60_000)).to.equal(code);
      expect(await codeAt(RFC_SECRET, step * 60_000 + 59_999)).to.equal(code);
    });
  }

  it('equal those of oathtool', async function () {
    for (const hours of [0, 1, 1000]) {
      system.now += hours * 3_600_000;
      const theirs = await system.oathtool();
      if (theirs === null) return this.skip();
      expect(await system.code()).to.equal(theirs);
    }
  });
});

describe('a code', () => {
  const now = 1_780_000_000_000;
  const currentStep = Math.floor(now / 60_000);

  it('is recognized in its own step and in the ten after it', async () => {
    for (const stepsAgo of [0, 1, 10]) {
      const code = await codeAt(RFC_SECRET, now - stepsAgo * 60_000);
      expect(findMatchingStep(RFC_SECRET, code, now)).to.equal(currentStep - stepsAgo);
    }
  });
  it('is not recognized before its step, nor from the eleventh after it', async () => {
    for (const stepsAgo of [-1, 11]) {
      const code = await codeAt(RFC_SECRET, now - stepsAgo * 60_000);
      expect(findMatchingStep(RFC_SECRET, code, now)).to.equal(undefined);
    }
  });
});

describe('the 60-second step (manual: 60초 후 재생성)', () => {
  it('is aligned to the epoch', () => {
    expect(stepEndsInMs(0)).to.equal(60_000);
    expect(stepEndsInMs(59_999)).to.equal(1);
    expect(stepEndsInMs(60_000)).to.equal(60_000);
  });
});
