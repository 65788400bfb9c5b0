import {Motp} from '../../lib/motp.mjs';
import {sessionOf} from '../../lib/session.js';

const motp = new Motp({endpoint: process.env.MOTP_ENDPOINT, secret: process.env.MOTP_SECRET});

/** Says whether this trainee may take the lesson. */
export default defineEventHandler((event) =>
  String(motp.isVerified(sessionOf(event), 'lesson', 9)),
);
