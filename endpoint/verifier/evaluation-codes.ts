/** The agency's codes of occasions. */
import type {AttemptRequest} from '../../src/core/contract.ts';

/** `EVAL_CD` and `EVAL_TYPE` of each occasion. */
const EVALUATIONS = {
  enrollment: ['00', '입과'],
  lesson: ['01', '진도'],
  exam: ['02', '시험'],
  assignment: ['03', '과제'],
  'progress-test': ['04', '진행평가'],
} as const satisfies Record<AttemptRequest['occasion'], readonly [string, string]>;

/** Returns an occasion as the agency's `EVAL_CD`, `EVAL_TYPE` and `CLASS_TME` (two digits). */
export function evaluationCode({occasion, unit = 0}: Pick<AttemptRequest, 'occasion' | 'unit'>) {
  const [code, type] = EVALUATIONS[occasion];
  return {code, type, unit: occasion === 'enrollment' ? '00' : String(unit).padStart(2, '0')};
}
