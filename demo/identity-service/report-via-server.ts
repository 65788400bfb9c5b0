/** The line from the identity service's page to its own server. */
import type {IdentityServiceName} from './identity-urls.ts';

/** Tells the server who was verified; gives back what became of it, `undefined` without an answer. */
export async function reportViaServer(verified: {
  readonly service: IdentityServiceName;
  readonly name: string;
  readonly trainee: string;
}): Promise<string | undefined> {
  try {
    const response = await fetch('api/identity/verified', {
      method: 'POST',
      headers: {'Content-Type': 'application/json'},
      body: JSON.stringify(verified),
    });
    const {code} = (await response.json()) as {readonly code?: string};
    return code;
  } catch {
    return undefined;
  }
}
