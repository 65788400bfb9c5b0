/** The demo's app server, which registers phones with the endpoint from server to server. */
import * as v from 'valibot';
import {RegistrationResponse} from '../../endpoint/schemas.ts';
import {codeAt} from '../../endpoint/verifier/totp.ts';
import {save, load} from '../shell/session-store.ts';
import type {FetchHandler} from '../backend/server-faults.ts';
import {SITE_ID, type Backend} from '../backend/backend.ts';
import {connectingInformation, type TraineeId} from '../backend/fixtures.ts';
import type {AppServer, AppServerResult} from './app-server.ts';
import type {AppRegistration} from './motp-app.ts';

/** The device that was registered last, by trainee. */
type CurrentDevices = Readonly<Record<string, string>>;

const UNAVAILABLE = {kind: 'failed', error: 'unavailable'} as const;

/**
 * Creates the app server for the phones of one trainee.
 *
 * @param send sends a request to the endpoint, from server to server
 */
export function createAppServerClient(
  trainee: TraineeId,
  {createServiceRequest}: Pick<Backend, 'createServiceRequest'>,
  send: FetchHandler,
): AppServer {
  const saveDevice = (device: string): void => {
    save('devices', {...loadDevices(), [trainee]: device} satisfies CurrentDevices);
  };
  return {
    async issue({name, phone, password}): Promise<AppServerResult<AppRegistration>> {
      const account = {site: SITE_ID, subject: trainee};
      const person = {name, phone, ci: connectingInformation(name)};
      const body = {...account, ...person, consent: true};
      const response = await send(createServiceRequest('app', 'POST', '/registrations', body));
      const parsed = v.safeParse(RegistrationResponse, await response.json());
      if (!parsed.success) return UNAVAILABLE;
      const {secret, device, serverTime} = parsed.output;
      // The device before counts until this one has confirmed a code.
      const confirmation = {...account, device, code: await codeAt(secret, serverTime)};
      const {ok} = await send(
        createServiceRequest('app', 'POST', '/registrations/confirm', confirmation),
      );
      if (!ok) return UNAVAILABLE;
      saveDevice(device);
      return {kind: 'ok', value: {secret, device, name, phone, password}};
    },
    async reset() {
      const body = {site: SITE_ID, subject: trainee, reference: crypto.randomUUID()};
      const {ok} = await send(createServiceRequest('app', 'POST', '/registrations/reset', body));
      if (!ok) return UNAVAILABLE;
      saveDevice('');
      return {kind: 'ok', value: undefined};
    },
    isCurrent(device) {
      return Promise.resolve({
        kind: 'ok',
        value: loadDevices()[trainee] === device,
      });
    },
  };
}

function loadDevices(): CurrentDevices {
  return (load('devices') ?? {}) as CurrentDevices;
}
