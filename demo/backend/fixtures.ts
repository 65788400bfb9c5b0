/**
 * The trainees of the demo. Each is one case of the manual's questions; all are 홍길동, so that no
 * real person's name or number is shown.
 */
import type {PhoneClock} from '../phone/phone-clock.ts';

/** A name and a number, as somebody registered them. */
export interface RegisteredIdentity {
  readonly name: string;
  readonly phone: string;
}

/** One trainee. */
export interface TraineeFixture {
  /** As registered at the training site. */
  readonly siteIdentity: RegisteredIdentity;
  /** As registered in the app; absent where the app is not installed yet. */
  readonly appIdentity?: RegisteredIdentity;
  /** Has failed five times (manual: 5회 이상 틀린경우). */
  readonly isLocked?: true;
  /** How the phone's clock is set. */
  readonly clock: PhoneClock;
}

const HONG: RegisteredIdentity = {name: '홍길동', phone: '01012345678'};

/** Every trainee, in the order of the demo's switch. */
export const TRAINEE_IDS = ['hong', 'new', 'space', 'abroad', 'locked', 'decomposed'] as const;

/** One of {@link TRAINEE_IDS}; the endpoint's subject as well. */
export type TraineeId = (typeof TRAINEE_IDS)[number];

/** The trainees by their ids. */
export const TRAINEES: Readonly<Record<TraineeId, TraineeFixture>> = {
  hong: {siteIdentity: HONG, appIdentity: HONG, clock: 'automatic'},
  new: {siteIdentity: HONG, clock: 'automatic'},
  // Manual: 이름에 공백이 들어가 있는지 반드시 확인.
  space: {siteIdentity: {...HONG, name: '홍 길동'}, appIdentity: HONG, clock: 'automatic'},
  // Manual: 휴대폰의 시간을 한국시간으로 변경해주셔야만 해외에서 사용 가능.
  abroad: {siteIdentity: HONG, appIdentity: HONG, clock: 'by-hand'},
  locked: {siteIdentity: HONG, appIdentity: HONG, isLocked: true, clock: 'automatic'},
  // As a roster written on a Mac may hold it: the syllables in their letters.
  decomposed: {
    siteIdentity: {...HONG, name: HONG.name.normalize('NFD')},
    appIdentity: HONG,
    clock: 'automatic',
  },
};

/** The app password of every phone that is registered already. */
export const APP_PASSWORD = '1234';
