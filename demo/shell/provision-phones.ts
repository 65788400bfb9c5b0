/** The trainee's phones: the one at hand, and a second one (manual: 1인 1기기). */
import {keep, kept} from './session-store.ts';
import {appServerFor} from '../phone/app-server-client.ts';
import type {AppServer} from '../phone/app-server.ts';
import type {DemoPhone} from '../phone/demo-phone.ts';
import type {MotpApp} from '../phone/motp-app.ts';
import {stageNow} from './demo-clock.ts';
import type {System} from '../backend/in-page-backend.ts';
import {PASSWORD, TRAINEES, TRAINEE_IDS, type TraineeId} from '../backend/fixtures.ts';

/** What is kept of each phone, by its number and its trainee's id. */
const nameOf = (number: number, trainee: TraineeId): string => `phone.${number}.${trainee}`;

/** Registers the phones of all trainees who have the app already, before anything is shown. */
export async function issueFirstPhones(system: System): Promise<void> {
  for (const trainee of TRAINEE_IDS) {
    const {inApp, isLocked} = TRAINEES[trainee];
    if (!inApp) continue;
    const server = appServerFor(trainee, system, system.serve);
    const said = await server.issue({...inApp, password: PASSWORD});
    if (said.is === 'failed') continue;
    keep(nameOf(1, trainee), {is: 'code', registration: said.value} satisfies MotpApp);
    if (isLocked) await system.lock(trainee);
  }
}

/** Gives a phone its owner, its server and what is on it, and keeps what becomes of it. */
export function handOut(
  phone: DemoPhone,
  number: 1 | 2,
  trainee: TraineeId,
  server: AppServer,
): void {
  phone.app = (kept(nameOf(number, trainee)) as MotpApp | undefined) ?? {is: 'in-store'};
  phone.owner = TRAINEES[trainee].inApp ?? TRAINEES[trainee].atSite;
  phone.server = server;
  phone.now = stageNow;
  phone.addEventListener('phone-change', ({app}) => keep(nameOf(number, trainee), app));
}
