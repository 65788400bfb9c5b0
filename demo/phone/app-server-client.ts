/** The app's server in the demo: it registers phones with the endpoint, server to server. */
import * as v from 'valibot';
import {RegistrationResponse} from '../../endpoint/schemas.ts';
import {keep, kept} from '../shell/session-store.ts';
import type {Serve} from '../backend/server-faults.ts';
import type {System} from '../backend/in-page-backend.ts';
import type {TraineeId} from '../backend/fixtures.ts';
import type {AppServer, Said} from './app-server.ts';
import type {Registration} from './motp-app.ts';

/** Which phone was registered last, by trainee. */
type Devices = Readonly<Record<string, string>>;

const OUT_OF_ORDER = {is: 'failed', trouble: 'out-of-order'} as const;

/**
 * The server as the phones of one trainee reach it.
 *
 * @param send the line from server to server
 */
export function appServerFor(
  trainee: TraineeId,
  {requestAs}: Pick<System, 'requestAs'>,
  send: Serve,
): AppServer {
  const keepDevice = (device: string): void => {
    keep('devices', {...devices(), [trainee]: device} satisfies Devices);
  };
  return {
    async issue({name, phone, password}): Promise<Said<Registration>> {
      const wanted = {subject: trainee, name, phone, consent: true};
      const response = await send(requestAs('app', 'POST', '/registrations', wanted));
      const issued = v.safeParse(RegistrationResponse, await response.json());
      if (!issued.success) return OUT_OF_ORDER;
      const {secret, device} = issued.output;
      keepDevice(device);
      return {is: 'done', value: {secret, device, name, phone, password}};
    },
    async reset() {
      const wanted = {subject: trainee, reference: crypto.randomUUID()};
      const {ok} = await send(requestAs('app', 'POST', '/registrations/reset', wanted));
      if (!ok) return OUT_OF_ORDER;
      keepDevice('');
      return {is: 'done', value: undefined};
    },
    isCurrent(device) {
      return Promise.resolve({
        is: 'done',
        value: devices()[trainee] === device,
      });
    },
  };
}

function devices(): Devices {
  return (kept('devices') ?? {}) as Devices;
}
