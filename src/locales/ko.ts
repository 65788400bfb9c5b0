import {initial} from './ko/initial.ts';
import {lazy} from './ko/lazy.ts';

/**
 * 한국어: the source language. The manual's own wording where it has one, with its slips of spelling
 * corrected; otherwise 합쇼체, cause first, then what to do. `{…}` is filled in; a particle that depends
 * on what is filled in (은/는, 이/가, 을/를) follows only `{support}`, which is the entry of that name.
 */
export const ko = {...initial, ...lazy} as const;
