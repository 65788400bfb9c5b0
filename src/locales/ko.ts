import {initial} from './ko/initial.ts';
import {identity} from './ko/identity.ts';
import {lazy} from './ko/lazy.ts';

/**
 * 한국어, the source language. Messages have the manual's wording, with corrected spelling. Others are
 * written in 합쇼체: the cause first, then what to do. `{name}` is a placeholder. A particle that depends
 * on its value (은/는, 이/가, 을/를) may follow only `{support}`, which is the message of that name.
 */
export const ko = {...initial, ...lazy, ...identity} as const;
