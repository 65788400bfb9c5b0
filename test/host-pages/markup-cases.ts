/** Markup that is copied, morphed, translated or filled by a script of the page. */
import type {HostCase} from './host-case.ts';

/** All cases, by their kind. */
export const MARKUP_CASES: Readonly<Record<string, readonly HostCase[]>> = {};
