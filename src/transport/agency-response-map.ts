import {AGENCY_CODES} from '../core/agency-codes.ts';
import type {ResponseMap} from './response-map.ts';

/**
 * Maps the responses of an endpoint that returns the agency's responses unchanged. `code` has one of
 * the agency's codes, and `msg` a message. A code that is not in the map leaves the result unknown,
 * and the trainee sees `msg`.
 */
export const AGENCY_RESPONSE_MAP: ResponseMap = {
  code: 'code',
  message: 'msg',
  values: AGENCY_CODES,
};
