/** Requirements O1 to O5: when a check is due. */
import {expect} from '@open-wc/testing';
import {dueCheck, type PassedCheck} from '../../src/core/occasion.ts';

const ENROLLED: PassedCheck = {occasion: 'enrollment'};

const lesson = (number: number) => ({is: 'lesson', number}) as const;

/** The lessons of a course of 30 before which a check is due, each passed when it is. */
function askedBefore(options: Parameters<typeof dueCheck>[1] = {}): readonly number[] {
  const passed = [ENROLLED];
  for (let number = 1; number <= 30; number++) {
    const due = dueCheck({next: lesson(number), passed}, options);
    if (due) passed.push(due);
  }
  return passed.flatMap(({unit}) => unit ?? []);
}

describe('a check is due', () => {
  it('O1: at the first entry to a course, once', () => {
    expect(dueCheck({next: lesson(1), passed: []})).to.deep.equal({occasion: 'enrollment'});
    expect(dueCheck({next: lesson(1), passed: [ENROLLED]})).to.equal(undefined);
  });

  it('O2: each time 8 lessons are exceeded: before lesson 9, 17, 25', () => {
    expect(askedBefore()).to.deep.equal([9, 17, 25]);
  });

  it('O2: before lesson 1 too, or after another number of lessons, where the site has it so', () => {
    expect(askedBefore({firstLesson: true})).to.deep.equal([1, 9, 17, 25]);
    expect(askedBefore({lessonsPerCheck: 10})).to.deep.equal([11, 21]);
  });

  it('O2: before whichever lesson of the next eight comes first, and not again within them', () => {
    const passed = [ENROLLED];
    expect(dueCheck({next: lesson(12), passed})).to.deep.equal({occasion: 'lesson', unit: 12});
    passed.push({occasion: 'lesson', unit: 12});
    expect(dueCheck({next: lesson(10), passed})).to.equal(undefined);
    expect(dueCheck({next: lesson(3), passed})).to.equal(undefined);
    expect(dueCheck({next: lesson(17), passed})).to.deep.equal({occasion: 'lesson', unit: 17});
  });

  it('O3: before each progress test, exam and assignment, each time', () => {
    for (const is of ['progress-test', 'exam', 'assignment'] as const) {
      const passed = [ENROLLED];
      expect(dueCheck({next: {is, attempt: 1}, passed})).to.deep.equal({occasion: is, unit: 1});
      passed.push({occasion: is, unit: 1});
      expect(dueCheck({next: {is, attempt: 1}, passed})).to.equal(undefined);
      expect(dueCheck({next: {is, attempt: 2}, passed})).to.deep.equal({occasion: is, unit: 2});
    }
  });

  it('O4: first of all for the entry, then for what the trainee is about to do', () => {
    const next = {is: 'exam', attempt: 1} as const;
    expect(dueCheck({next, passed: []})).to.deep.equal({occasion: 'enrollment'});
    expect(dueCheck({next, passed: [ENROLLED]})?.occasion).to.equal('exam');
  });
});
