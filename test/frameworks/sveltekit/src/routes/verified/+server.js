import {Motp} from '#lib/motp.mjs';
import {sessionOf} from '#lib/session.js';

/** Says whether this trainee may take the lesson. */
export function GET({cookies}) {
  const motp = new Motp({endpoint: process.env.MOTP_ENDPOINT, secret: process.env.MOTP_SECRET});
  return new Response(String(motp.isVerified(sessionOf(cookies), 'lesson', 9)));
}
