/** When a check is due (O1 to O4). */
import {expect} from '@open-wc/testing';
import {dueCheck, type PassedCheck} from '../../src/core/occasion.ts';

const ENROLLED: PassedCheck = {occasion: 'enrollment'};

const lesson = (number: number) => ({kind: 'lesson', number}) as const;

/** Returns the lessons of a course of 30 that need a check, when every due check is passed. */
function lessonsWithCheck(options: Parameters<typeof dueCheck>[1] = {}): readonly number[] {
  const passed = [ENROLLED];
  for (let number = 1; number <= 30; number++) {
    const due = dueCheck({next: lesson(number), passed}, options);
    if (due) passed.push(due);
  }
  return passed.flatMap(({unit}) => unit ?? []);
}

describe('a check is due', () => {
  it('at the first entry to a course, once (O1)', () => {
    expect(dueCheck({next: lesson(1), passed: []})).to.deep.equal({occasion: 'enrollment'});
    expect(dueCheck({next: lesson(1), passed: [ENROLLED]})).to.equal(undefined);
  });

  it('each time 8 lessons are exceeded: before lesson 9, 17, 25 (O2)', () => {
    expect(lessonsWithCheck()).to.deep.equal([9, 17, 25]);
  });

  it('before lesson 1, or at another interval, when the options say so (O2)', () => {
    expect(lessonsWithCheck({firstLesson: true})).to.deep.equal([1, 9, 17, 25]);
    expect(lessonsWithCheck({lessonsPerCheck: 10})).to.deep.equal([11, 21]);
  });

  it('before the first lesson opened of each eight, once (O2)', () => {
    const passed = [ENROLLED];
    expect(dueCheck({next: lesson(12), passed})).to.deep.equal({occasion: 'lesson', unit: 12});
    passed.push({occasion: 'lesson', unit: 12});
    expect(dueCheck({next: lesson(10), passed})).to.equal(undefined);
    expect(dueCheck({next: lesson(3), passed})).to.equal(undefined);
    expect(dueCheck({next: lesson(17), passed})).to.deep.equal({occasion: 'lesson', unit: 17});
  });

  it('before each progress test, exam and assignment, every time (O3)', () => {
    for (const kind of ['progress-test', 'exam', 'assignment'] as const) {
      const passed = [ENROLLED];
      expect(dueCheck({next: {kind, attempt: 1}, passed})).to.deep.equal({
        occasion: kind,
        unit: 1,
      });
      passed.push({occasion: kind, unit: 1});
      expect(dueCheck({next: {kind, attempt: 1}, passed})).to.equal(undefined);
      expect(dueCheck({next: {kind, attempt: 2}, passed})).to.deep.equal({
        occasion: kind,
        unit: 2,
      });
    }
  });

  it('for enrollment first, then for what the trainee is about to do (O4)', () => {
    const next = {kind: 'exam', attempt: 1} as const;
    expect(dueCheck({next, passed: []})).to.deep.equal({occasion: 'enrollment'});
    expect(dueCheck({next, passed: [ENROLLED]})?.occasion).to.equal('exam');
  });
});
