/** The response map of an endpoint that returns the agency's responses unchanged. */
import {AGENCY_CODES} from '../core/agency-codes.ts';
import type {ResponseMap} from './response-map.ts';

/**
 * Reads the agency's responses: `code` holds one of its codes, `msg` its message. A code that is not
 * in the map leaves the result unknown, and the trainee sees `msg`.
 */
export const AGENCY_RESPONSE_MAP: ResponseMap = {
  code: 'code',
  message: 'msg',
  values: AGENCY_CODES,
};
