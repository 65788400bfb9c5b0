/** The trainee's phones: the one at hand, and a second one (manual: 1인 1기기). */
import {keep, kept} from '../kept.ts';
import type {AppServer} from '../phone/app-server.ts';
import type {DemoPhone} from '../phone/demo-phone.ts';
import type {MotpApp} from '../phone/motp-app.ts';
import {PASSWORD, TRAINEES, TRAINEE_IDS, type TraineeId} from '../trainees.ts';

/** What is kept of each phone, by its number and its trainee's id. */
const nameOf = (number: number, trainee: TraineeId): string => `phone.${number}.${trainee}`;

/** Registers the phones of all trainees who have the app already. */
export async function issueFirstPhones(
  serverFor: (trainee: TraineeId) => AppServer,
  lock: (trainee: TraineeId) => Promise<void>,
): Promise<void> {
  for (const trainee of TRAINEE_IDS) {
    const {inApp, isLocked} = TRAINEES[trainee];
    if (!inApp) continue;
    const said = await serverFor(trainee).issue({...inApp, password: PASSWORD});
    if (said.is === 'failed') continue;
    const app: MotpApp = {is: 'code', registration: said.value};
    keep(nameOf(1, trainee), app);
    if (isLocked) await lock(trainee);
  }
}

/** Gives a phone its owner, its server and what is on it, and keeps what becomes of it. */
export function handOut(
  phone: DemoPhone,
  number: 1 | 2,
  trainee: TraineeId,
  server: AppServer,
): void {
  phone.app = kept<MotpApp>(nameOf(number, trainee)) ?? {is: 'in-store'};
  phone.owner = TRAINEES[trainee].inApp ?? TRAINEES[trainee].atSite;
  phone.server = server;
  phone.addEventListener('phone-change', ({app}) => keep(nameOf(number, trainee), app));
}
