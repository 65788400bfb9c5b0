/** All scenes of the screen reader: what a trainee does, and which states are reached. */
import {OUTCOME_SCENES} from './outcome-scenes.ts';
import {READING_SCENES} from './reading-scenes.ts';
import {REFUSAL_SCENES} from './refusal-scenes.ts';
import type {Scene} from './scene.ts';

/** All scenes, in the order in which they are played. */
export const SCENES: readonly Scene[] = [...READING_SCENES, ...REFUSAL_SCENES, ...OUTCOME_SCENES];
