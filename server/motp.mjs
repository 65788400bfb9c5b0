/**
 * The site's half of the mOTP check, for Node 20 and later: one file, no dependencies.
 *
 * It answers the requests of `<motp-verify>` at an address of the site (docs/servers.md). It takes the
 * trainee from the site's session, asks the verification endpoint with a ticket, checks each receipt
 * there, and stores in the session what is verified. The browser is never believed.
 */

const OCCASIONS = ['enrollment', 'lesson', 'progress-test', 'exam', 'assignment'];
const MAX_BODY_BYTES = 1024;
/** Shorter than the widget's own limit of 10 s. */
const TIMEOUT_MS = 8000;
/** A ticket is renewed this long before it expires. */
const RENEWAL_MS = 60_000;

/**
 * What the site keeps in its session. `trainee` is set at sign-in; the rest belongs to {@link Motp}.
 *
 * @typedef {object} Session
 * @property {{subject: string, name?: string, phone?: string}} [trainee] who is signed in
 * @property {Record<string, {ticket: string, expiresAt: number}>} [motpTickets] by occasion
 * @property {Record<string, number>} [motpVerified] by occasion and unit; when, in ms
 */

export class Motp {
  #endpoint;
  #secret;

  /** @param {{endpoint: string, secret: string}} options the endpoint's address, and the site's secret there */
  constructor({endpoint, secret}) {
    this.#endpoint = endpoint.replace(/\/$/, '');
    this.#secret = secret;
  }

  /**
   * Answers a request of the widget. `path` is what follows the address of the widget's `endpoint`.
   *
   * @param {Request} request
   * @param {string} path empty, `/status`, or `/attempts/{key}`
   * @param {Session} session is changed; the site saves it
   * @returns {Promise<Response>}
   */
  async handle(request, path, session) {
    if (request.method === 'POST' && path.replace(/\/$/, '') === '') {
      return this.#handleAttempt(request, session);
    }
    if (request.method !== 'GET') return refuse(405, 'invalid-request');
    if (!/^\/(status|attempts\/[\w-]{22,64})$/.test(path)) return refuse(404, 'attempt-unknown');
    const [occasion = OCCASIONS[0]] = Object.keys(session.motpTickets ?? {});
    return this.#forward(session, occasion, (ticket) =>
      this.#fetch(path, {headers: {'Motp-Ticket': ticket}}),
    );
  }

  /** Returns whether the trainee is verified for an occasion, and forgets it with `once`. */
  isVerified(session, occasion, unit = 0, {once = false} = {}) {
    const name = `${occasion} ${unit}`;
    const isVerified = session.motpVerified?.[name] !== undefined;
    if (once) delete session.motpVerified?.[name];
    return isVerified;
  }

  async #handleAttempt(request, session) {
    if (!isOwnOrigin(request)) return refuse(403, 'origin');
    const type = request.headers.get('Content-Type') ?? '';
    if (!/^application\/json\s*(;|$)/i.test(type)) return refuse(415, 'invalid-request');
    const body = await request.text();
    if (Buffer.byteLength(body) > MAX_BODY_BYTES) return refuse(413, 'invalid-request');
    let fields;
    try {
      fields = JSON.parse(body);
    } catch {
      fields = undefined;
    }
    if (typeof fields !== 'object' || fields === null) return refuse(400, 'invalid-request');
    const occasion = OCCASIONS.includes(fields.occasion) ? fields.occasion : OCCASIONS[0];
    const key = request.headers.get('Idempotency-Key');
    const headers = {
      'Content-Type': 'application/json',
      ...(key !== null && {'Idempotency-Key': key}),
    };
    return this.#forward(session, occasion, (ticket) =>
      this.#fetch('', {method: 'POST', headers, body: JSON.stringify({...fields, ticket})}),
    );
  }

  /** Sends a request of the widget on, with a ticket. A ticket that is no longer valid is renewed once. */
  async #forward(session, occasion, send) {
    if (!session.trainee) return refuse(403, 'session-required');
    try {
      let response = await send(await this.#ticket(session, occasion));
      let text = await response.text();
      if (codeOf(text) === 'ticket-invalid') {
        delete session.motpTickets?.[occasion];
        response = await send(await this.#ticket(session, occasion));
        text = await response.text();
      }
      if (codeOf(text) === 'verified') await this.#redeem(session, JSON.parse(text));
      return answer(response.status, text, response.headers);
    } catch {
      // Not an answer of the contract: the widget then asks for the result by its key.
      return new Response('The verification endpoint did not answer.', {status: 502});
    }
  }

  /** Returns a ticket of the session's trainee (POST {endpoint}/tickets). */
  async #ticket(session, occasion) {
    const tickets = (session.motpTickets ??= {});
    const known = tickets[occasion];
    if (known && known.expiresAt > Date.now() + RENEWAL_MS) return known.ticket;
    const {subject, name, phone} = session.trainee;
    const identity = name && phone ? {identity: {name, phone}} : {};
    const response = await this.#fetchAsSite('/tickets', {
      method: 'POST',
      headers: {'Content-Type': 'application/json'},
      body: JSON.stringify({subject, occasion, ...identity}),
    });
    if (response.status !== 201) throw new Error(`No ticket: ${response.status}`);
    const {ticket, expiresAt} = await response.json();
    tickets[occasion] = {ticket, expiresAt};
    return ticket;
  }

  /** Checks a receipt (GET {endpoint}/verifications/{id}), and stores in the session what it is for. */
  async #redeem(session, {verificationId}) {
    for (const occasion of Object.keys(session.motpTickets ?? {})) {
      const query = new URLSearchParams({subject: session.trainee.subject, occasion});
      const path = `/verifications/${encodeURIComponent(verificationId)}?${query}`;
      // The same key gets the same answer again, also after a lost one.
      const headers = {'Idempotency-Key': verificationId};
      const response = await this.#fetchAsSite(path, {headers});
      if (response.status !== 200) continue;
      const {unit = 0} = await response.json();
      (session.motpVerified ??= {})[`${occasion} ${unit}`] = Date.now();
      return;
    }
    throw new Error('The receipt is not valid.');
  }

  #fetchAsSite(path, {headers, ...init}) {
    return this.#fetch(path, {
      ...init,
      headers: {...headers, Authorization: `Bearer ${this.#secret}`},
    });
  }

  #fetch(path, init) {
    const signal = AbortSignal.timeout(TIMEOUT_MS);
    return fetch(this.#endpoint + path, {...init, redirect: 'error', signal});
  }
}

/**
 * Creates a listener for `node:http` and Express, to be mounted at the widget's `endpoint`.
 *
 * @param {Motp} motp
 * @param {(request: import('node:http').IncomingMessage) => Session} sessionOf
 */
export function listener(motp, sessionOf) {
  return async (incoming, outgoing) => {
    const chunks = [];
    let bytes = 0;
    for await (const chunk of incoming) {
      // One byte too many shows that the body is too long, also of a chunk that is long by itself.
      if (bytes <= MAX_BODY_BYTES) chunks.push(chunk.subarray(0, MAX_BODY_BYTES + 1));
      bytes += chunk.length;
    }
    const {pathname} = new URL(incoming.url, 'http://localhost');
    const hasBody = !['GET', 'HEAD'].includes(incoming.method);
    const request = new Request(
      `http://${incoming.headers.host}${incoming.originalUrl ?? incoming.url}`,
      {
        method: incoming.method,
        headers: new Headers(
          Object.entries(incoming.headers).map(([name, value]) => [name, String(value)]),
        ),
        ...(hasBody && {body: Buffer.concat(chunks)}),
      },
    );
    const response = await motp.handle(request, pathname, sessionOf(incoming));
    outgoing.writeHead(response.status, Object.fromEntries(response.headers));
    outgoing.end(await response.text());
  };
}

/** Returns whether a page of this host sent the request. Browsers send `Origin` with each POST. */
function isOwnOrigin(request) {
  const origin = request.headers.get('Origin');
  if (origin === null) return true;
  return URL.canParse(origin) && new URL(origin).host === request.headers.get('Host');
}

function codeOf(text) {
  try {
    return JSON.parse(text).code;
  } catch {
    return undefined;
  }
}

function refuse(status, code) {
  const text = JSON.stringify({code, counted: false, serverTime: Date.now()});
  return answer(status, text, new Headers({'Content-Type': 'application/problem+json'}));
}

function answer(status, text, from) {
  const headers = new Headers({'Cache-Control': 'no-store', 'X-Content-Type-Options': 'nosniff'});
  for (const name of ['Content-Type', 'Retry-After', 'Idempotency-Replayed']) {
    const value = from.get(name);
    if (value !== null) headers.set(name, value);
  }
  return new Response(text, {status, headers});
}
