/** The trainee's phones: the one at hand, and a second one (manual: 1인 1기기). */
import {save, load} from './session-store.ts';
import {createAppServerClient} from '../phone/app-server-client.ts';
import type {AppServer} from '../phone/app-server.ts';
import type {DemoPhone} from '../phone/demo-phone.ts';
import type {MotpApp} from '../phone/motp-app.ts';
import {demoNow} from './demo-clock.ts';
import type {Backend} from '../backend/in-page-backend.ts';
import {APP_PASSWORD, TRAINEES, TRAINEE_IDS, type TraineeId} from '../backend/fixtures.ts';

/** What is kept of each phone, by its number and its trainee's id. */
const storageKey = (number: number, trainee: TraineeId): string => `phone.${number}.${trainee}`;

/** Registers the phones of all trainees who have the app already, before anything is shown. */
export async function provisionPhones(system: Backend): Promise<void> {
  for (const trainee of TRAINEE_IDS) {
    const {appIdentity, isLocked} = TRAINEES[trainee];
    if (!appIdentity) continue;
    const server = createAppServerClient(trainee, system, system.fetchEndpoint);
    const said = await server.issue({...appIdentity, password: APP_PASSWORD});
    if (said.kind === 'failed') continue;
    save(storageKey(1, trainee), {status: 'code', registration: said.value} satisfies MotpApp);
    if (isLocked) await system.lockTrainee(trainee);
  }
}

/** Gives a phone its owner, its server and what is on it, and keeps what becomes of it. */
export function provisionPhone(
  phone: DemoPhone,
  number: 1 | 2,
  trainee: TraineeId,
  server: AppServer,
): void {
  phone.app = (load(storageKey(number, trainee)) as MotpApp | undefined) ?? {status: 'in-store'};
  phone.owner = TRAINEES[trainee].appIdentity ?? TRAINEES[trainee].siteIdentity;
  phone.server = server;
  phone.now = demoNow;
  phone.addEventListener('phone-change', ({app}) => save(storageKey(number, trainee), app));
}
