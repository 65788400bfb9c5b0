/** The types of the attributes: a site's JSX and scripts that misspell a value do not compile. */
import assert from 'node:assert/strict';
import {describe, it} from 'node:test';
import {useSiteCompiler} from '../harness/site-compiler.ts';

/** Each attribute with a few choices: a value, and a misspelled one. */
const CHOICES = [
  ['occasion', 'lesson', 'leson'],
  ['credentials', 'include', 'included'],
  ['csrf', 'cookie', 'cookies'],
  ['format', 'form', 'forms'],
  ['idempotency', 'none', 'no'],
  ['guide', 'open', 'opened'],
  ['completion', 'inline', 'in-line'],
  ['theme', 'high-contrast', 'contrast'],
] as const;

describe('the types of an attribute with a few choices', () => {
  const compile = useSiteCompiler();

  it('accept each choice, and the attributes that every element has', () => {
    const shared = `
      import 'motp-verify/react';
      export const widget = (
        <motp-verify id="check" class="wide" endpoint="/api" trainee-name="홍길동" unit={9} max-failures="5" required
          onmotp-verified={({receipt}) => receipt.verificationId}>
          <input slot="code" />
        </motp-verify>
      );`;
    assert.equal(compile({...sourcesWith(1), 'shared.tsx': shared}), '');
  });

  it('reject a misspelled value, and no other line', () => {
    const lines = compile(sourcesWith(2)).matchAll(
      /^([\w.]+)\((\d+),\d+\): error TS(?:2322|2820): /gm,
    );
    const found = Array.from(lines, ([, file, line]) => `${file}:${line}`).toSorted();
    const wanted = ['component.tsx', 'element.tsx', 'property.ts'].flatMap((file) =>
      CHOICES.map((_, index) => `${file}:${index + 3}`),
    );
    assert.deepEqual(found, wanted.toSorted());
  });
});

/** A site's files that set each attribute to its value (1) or to the misspelled one (2). */
function sourcesWith(nth: 1 | 2): Readonly<Record<string, string>> {
  return {
    'element.tsx': [
      `import 'motp-verify/react';`,
      'export const all = [',
      ...CHOICES.map((choice) => `<motp-verify key="" ${choice[0]}="${choice[nth]}" />,`),
      '];',
    ].join('\n'),
    'component.tsx': [
      `import {MotpVerify} from 'motp-verify/react';`,
      'export const all = [',
      ...CHOICES.map((choice) => `<MotpVerify key="" ${choice[0]}="${choice[nth]}" />,`),
      '];',
    ].join('\n'),
    'property.ts': [
      `import type {MotpVerify} from 'motp-verify';`,
      'export function setAll(widget: MotpVerify): void {',
      ...CHOICES.map((choice) => `widget.${choice[0]} = '${choice[nth]}';`),
      '}',
    ].join('\n'),
  };
}
