/** Gives the trainees their phones: the first one and a second one (manual: 1인 1기기). */
import type {Backend} from '../backend/backend.ts';
import {APP_PASSWORD, TRAINEES, TRAINEE_IDS, type TraineeId} from '../backend/fixtures.ts';
import {createAppServerClient} from '../phone/app-server-client.ts';
import type {AppServer} from '../phone/app-server.ts';
import type {DemoPhone} from '../phone/demo-phone.ts';
import type {MotpApp} from '../phone/motp-app.ts';
import {demoNow} from './demo-clock.ts';
import {load, save} from './session-store.ts';

/** Returns the key under which a phone's app is saved. */
const storageKey = (number: number, trainee: TraineeId): string => `phone.${number}.${trainee}`;

/** Registers the first phone of every trainee who already has the app. */
export async function provisionPhones(backend: Backend): Promise<void> {
  for (const trainee of TRAINEE_IDS) {
    const {appIdentity, isLocked} = TRAINEES[trainee];
    if (!appIdentity) continue;
    const server = createAppServerClient(trainee, backend, backend.fetchEndpoint);
    const result = await server.issue({...appIdentity, password: APP_PASSWORD});
    if (result.kind === 'failed') continue;
    save(storageKey(1, trainee), {
      status: 'code',
      registration: result.value,
    } satisfies MotpApp);
    if (isLocked) await backend.lockTrainee(trainee);
  }
}

/** Gives a phone its owner, its server and its saved app, and saves every change of the app. */
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
