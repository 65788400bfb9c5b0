/** The agency's own vocabulary, for an endpoint that hands its answers through as they are. */
import type {AnswerMap} from './response-map.ts';

/**
 * What the agency's codes mean, as public integrations read them; no specification was found. AP005
 * stands for “not registered” and for “details differ” alike. AP011 has no known meaning, and is
 * left undecided like every other code that isn't named, with the agency's own `msg` beside it.
 */
export const AGENCY_MAP: AnswerMap = {
  code: 'code',
  message: 'msg',
  values: {
    200: 'verified',
    AP001: 'code-mismatch',
    AP002: 'invalid-request',
    AP003: 'invalid-request',
    AP004: 'invalid-request',
    AP005: 'identity-mismatch',
    AP007: 'unavailable',
    AP008: 'unavailable',
    AP009: 'locked',
    AP012: 'invalid-request',
    WE001: 'internal',
    WE002: 'internal',
    WE003: 'internal',
    WE004: 'internal',
    WE005: 'rate-limited',
    IE001: 'unavailable',
    CE001: 'unavailable',
    CE002: 'unavailable',
    CE003: 'unavailable',
  },
};
