/** The app's server in the demo: it registers phones with the endpoint, server to server. */
import * as v from 'valibot';
import {RegistrationResponse} from '../../endpoint/schemas.ts';
import {save, load} from '../shell/session-store.ts';
import type {FetchHandler} from '../backend/server-faults.ts';
import type {Backend} from '../backend/in-page-backend.ts';
import type {TraineeId} from '../backend/fixtures.ts';
import type {AppServer, AppServerResult} from './app-server.ts';
import type {AppRegistration} from './motp-app.ts';

/** Which phone was registered last, by trainee. */
type CurrentDevices = Readonly<Record<string, string>>;

const UNAVAILABLE = {kind: 'failed', error: 'out-of-order'} as const;

/**
 * The server as the phones of one trainee reach it.
 *
 * @param send the line from server to server
 */
export function createAppServerClient(
  trainee: TraineeId,
  {createServiceRequest}: Pick<Backend, 'createServiceRequest'>,
  send: FetchHandler,
): AppServer {
  const keepDevice = (device: string): void => {
    save('devices', {...loadDevices(), [trainee]: device} satisfies CurrentDevices);
  };
  return {
    async issue({name, phone, password}): Promise<AppServerResult<AppRegistration>> {
      const wanted = {subject: trainee, name, phone, consent: true};
      const response = await send(createServiceRequest('app', 'POST', '/registrations', wanted));
      const issued = v.safeParse(RegistrationResponse, await response.json());
      if (!issued.success) return UNAVAILABLE;
      const {secret, device} = issued.output;
      keepDevice(device);
      return {kind: 'done', value: {secret, device, name, phone, password}};
    },
    async reset() {
      const wanted = {subject: trainee, reference: crypto.randomUUID()};
      const {ok} = await send(createServiceRequest('app', 'POST', '/registrations/reset', wanted));
      if (!ok) return UNAVAILABLE;
      keepDevice('');
      return {kind: 'done', value: undefined};
    },
    isCurrent(device) {
      return Promise.resolve({
        kind: 'done',
        value: loadDevices()[trainee] === device,
      });
    },
  };
}

function loadDevices(): CurrentDevices {
  return (load('devices') ?? {}) as CurrentDevices;
}
