/** Every wrong endpoint of the kit's tests. */
import {ANSWERS} from './answers.ts';
import {COUNTING} from './counting.ts';
import {KEYS} from './keys.ts';
import type {EndpointMutant} from './mutant.ts';
import {RECEIPTS} from './receipts.ts';
import {REQUESTS} from './requests.ts';
import {STEPS} from './steps.ts';
import {STRANGERS} from './strangers.ts';

/** All mutants. */
export const ENDPOINT_MUTANTS: readonly EndpointMutant[] = [
  ...COUNTING,
  ...KEYS,
  ...STEPS,
  ...RECEIPTS,
  ...REQUESTS,
  ...STRANGERS,
  ...ANSWERS,
];
