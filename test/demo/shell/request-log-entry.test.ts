import {expect} from '@open-wc/testing';
import {createLogEntry} from '../../../demo/shell/request-log-entry.ts';

const json = {'Content-Type': 'application/json'};

describe('a log entry', () => {
  it('holds the method, path, status and outcome', async () => {
    const entry = await createLogEntry(
      'page',
      attempt({code: '123456'}),
      response({code: 'locked'}),
    );
    expect(entry).to.include({client: 'page', method: 'POST', path: '/api/motp', status: 423});
    expect(entry.outcome).to.equal('locked');
  });

  it('redacts the code, the ticket, the seed, the bearer token and personal data', async () => {
    const marks = {ticket: 'mark-ticket', secret: 'mark-seed', name: 'mark-name', phone: '010mark'};
    const entry = await createLogEntry(
      'app',
      attempt({code: '918273', ...marks}, {Authorization: 'Bearer mark-bearer'}),
      response({code: 'identity-mismatch', ...marks, registered: {name: 'mark-masked'}}),
    );
    expect(JSON.stringify(entry)).not.to.match(/mark-|010mark|918273/);
  });

  it('shows nothing of a body that isn’t JSON', async () => {
    const page = new Response('<title>mark-page</title>', {headers: {'Content-Type': 'text/html'}});
    const entry = await createLogEntry('page', attempt({}), page);
    expect(entry.outcome).to.equal('text/html');
    expect(JSON.stringify(entry)).not.to.contain('mark-page');
  });

  it('reports a network error as status 0', async () => {
    const entry = await createLogEntry('page', attempt({}), Response.error());
    expect(entry).to.include({status: 0, responseBody: ''});
  });

  it('has no status before the response arrives', async () => {
    const entry = await createLogEntry('page', attempt({code: '918273'}), undefined);
    expect(entry).to.include({status: undefined, outcome: '', responseBody: ''});
    expect(entry.requestBody).not.to.contain('918273');
  });

  it('shortens keys and IDs', async () => {
    const key = {'Idempotency-Key': '"qJ3xk0Zr5n1bV8w2Y7cF4g"'};
    const entry = await createLogEntry('page', attempt({}, key), response({code: 'verified'}));
    expect(entry.headers).to.contain('Idempotency-Key: "qJ3xk0…"');
  });
});

function attempt(body: object, headers: Record<string, string> = {}): Request {
  return new Request('/api/motp', {
    method: 'POST',
    headers: {...json, ...headers},
    body: JSON.stringify(body),
  });
}

function response(body: object): Response {
  return new Response(JSON.stringify(body), {status: 423, headers: json});
}
