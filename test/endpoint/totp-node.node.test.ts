/** The comparison of codes with `node:crypto`: the same as that with otplib. */
import assert from 'node:assert/strict';
import {describe, it} from 'node:test';
import {codeAt, findMatchingStep, stepAt} from '../../endpoint/verifier/totp.ts';
import {findMatchingStepOnNode} from '../../endpoint/verifier/totp-node.ts';
import {RFC_SECRET, RFC_VECTORS} from '../harness/rfc6238.ts';

const MINUTE_MS = 60_000;

describe('the comparison of codes on Node', () => {
  for (const {step, code} of RFC_VECTORS) {
    it(`finds ${code} in step ${step}, as in RFC 6238, appendix B`, () => {
      assert.equal(findMatchingStepOnNode(RFC_SECRET, code, step * MINUTE_MS), step);
    });
  }
  // The seeds are fixed: about one in 20,000 has the same code in two steps, of which either is right.
  it('finds the step that otplib finds, for the codes of other seeds', async () => {
    for (let shift = 1; shift < RFC_SECRET.length; shift++) {
      const secret = RFC_SECRET.slice(shift) + RFC_SECRET.slice(0, shift);
      const now = 1_780_000_000_000 + shift * 977_000;
      for (let stepsAgo = -2; stepsAgo <= 12; stepsAgo++) {
        const code = await codeAt(secret, now - stepsAgo * MINUTE_MS);
        const found = findMatchingStepOnNode(secret, code, now);
        assert.equal(found, findMatchingStep(secret, code, now));
        if (stepsAgo >= 0 && stepsAgo <= 10) assert.equal(found, stepAt(now) - stepsAgo);
      }
    }
  });
  it('finds no step for a code of another seed', async () => {
    const now = 1_780_000_000_000;
    const other = await codeAt('JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP', now);
    assert.equal(findMatchingStepOnNode(RFC_SECRET, other, now), undefined);
  });
});
