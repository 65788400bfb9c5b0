/** A site with the Node half: /login, the endpoint at /motp, and /verified. Prints its port. */
import {randomUUID} from 'node:crypto';
import {createServer} from 'node:http';
import {listener, Motp} from '../../server/motp.mjs';

const motp = new Motp({endpoint: process.env.MOTP_ENDPOINT, secret: process.env.MOTP_SECRET});
const sessions = new Map();
const sessionOf = ({headers}) => sessions.get(/id=([^;]+)/.exec(headers.cookie ?? '')?.[1]) ?? {};
const answer = listener(motp, sessionOf);

const server = createServer((request, response) => {
  const {pathname, searchParams} = new URL(request.url, 'http://localhost');
  if (pathname === '/login') {
    const id = randomUUID();
    const subject = searchParams.get('subject');
    sessions.set(id, {trainee: {subject, name: '홍길동', phone: '01012345678'}});
    response.writeHead(200, {'Set-Cookie': `id=${id}; HttpOnly`}).end();
  } else if (pathname === '/verified') {
    response.end(String(motp.isVerified(sessionOf(request), 'enrollment')));
  } else {
    // As Express does for a listener at a path.
    request.originalUrl = request.url;
    request.url = request.url.replace(/^\/motp/, '') || '/';
    void answer(request, response);
  }
});
server.listen(0, '127.0.0.1', () => process.stdout.write(`port ${server.address().port}\n`));
