/**
 * The trainees of the demo. Each one is a case from the manual's questions. All are called 홍길동, so
 * the demo shows no real person's name or number.
 */
import type {PhoneClock} from '../phone/phone-clock.ts';

/** A name and phone number as they were registered with the site or the app. */
export interface RegisteredIdentity {
  readonly name: string;
  readonly phone: string;
}

/** One trainee of the demo. */
export interface TraineeFixture {
  /** The identity registered with the training site. */
  readonly siteIdentity: RegisteredIdentity;
  /** The identity registered in the app; absent if the app is not installed yet. */
  readonly appIdentity?: RegisteredIdentity;
  /** Whether the account starts with five failures (manual: 5회 이상 틀린경우). */
  readonly isLocked?: true;
  /** The setting of the phone's clock. */
  readonly clock: PhoneClock;
}

const HONG: RegisteredIdentity = {name: '홍길동', phone: '01012345678'};

/** The IDs of all trainees, in the order in which the toolbar lists them. */
export const TRAINEE_IDS = ['hong', 'new', 'space', 'abroad', 'locked', 'decomposed'] as const;

/** One of {@link TRAINEE_IDS}; also the subject's ID at the endpoint. */
export type TraineeId = (typeof TRAINEE_IDS)[number];

/** The trainees by ID. */
export const TRAINEES: Readonly<Record<TraineeId, TraineeFixture>> = {
  hong: {siteIdentity: HONG, appIdentity: HONG, clock: 'automatic'},
  new: {siteIdentity: HONG, clock: 'automatic'},
  // Manual: 이름에 공백이 들어가 있는지 반드시 확인.
  space: {siteIdentity: {...HONG, name: '홍 길동'}, appIdentity: HONG, clock: 'automatic'},
  // Manual: 휴대폰의 시간을 한국시간으로 변경해주셔야만 해외에서 사용 가능.
  abroad: {siteIdentity: HONG, appIdentity: HONG, clock: 'by-hand'},
  locked: {siteIdentity: HONG, appIdentity: HONG, isLocked: true, clock: 'automatic'},
  // A roster written on a Mac may hold decomposed Hangul (Unicode NFD).
  decomposed: {
    siteIdentity: {...HONG, name: HONG.name.normalize('NFD')},
    appIdentity: HONG,
    clock: 'automatic',
  },
};

/**
 * Returns the made-up connecting information (CI) of a person: in the demo, a name is a person. Identity
 * services know the real one.
 */
export function connectingInformation(name: string): string {
  const person = name.normalize('NFC').replace(/\s/g, '');
  return `CI-${encodeURIComponent(person)}`.slice(0, 88);
}

/** The app password of every phone that is registered when the demo starts. */
export const APP_PASSWORD = '1234';
