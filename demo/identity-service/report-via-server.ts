/** Sends reports from the identity service's page to its own server. */
import type {IdentityServiceName} from './identity-urls.ts';

/**
 * Sends a report to the server and returns the code of its response.
 *
 * @returns `undefined` if the server can't be reached or sends no code
 */
export async function reportViaServer(report: {
  readonly service: IdentityServiceName;
  readonly name: string;
  readonly trainee: string;
}): Promise<string | undefined> {
  try {
    const response = await fetch('api/identity/verified', {
      method: 'POST',
      headers: {'Content-Type': 'application/json'},
      body: JSON.stringify(report),
    });
    const {code} = (await response.json()) as {readonly code?: string};
    return code;
  } catch {
    return undefined;
  }
}
