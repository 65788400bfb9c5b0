import {expect} from '@open-wc/testing';
import {createLogEntry} from '../../../demo/shell/request-log-entry.ts';

const json = {'Content-Type': 'application/json'};

describe('an exchange that is shown', () => {
  it('says method, path, status and outcome', async () => {
    const shown = await createLogEntry('page', attempt({code: '123456'}), answer({code: 'locked'}));
    expect(shown).to.include({from: 'page', method: 'POST', path: '/api/motp', status: 423});
    expect(shown.outcome).to.equal('locked');
  });

  it('hides the number, the ticket, the seed, the bearer’s secret and personal details', async () => {
    const marks = {ticket: 'mark-ticket', secret: 'mark-seed', name: 'mark-name', phone: '010mark'};
    const shown = await createLogEntry(
      'app',
      attempt({code: '918273', ...marks}, {Authorization: 'Bearer mark-bearer'}),
      answer({code: 'identity-mismatch', ...marks, registered: {name: 'mark-masked'}}),
    );
    expect(JSON.stringify(shown)).not.to.match(/mark-|010mark|918273/);
  });

  it('shows nothing of a body that is no JSON', async () => {
    const page = new Response('<title>mark-page</title>', {headers: {'Content-Type': 'text/html'}});
    const shown = await createLogEntry('page', attempt({}), page);
    expect(shown.outcome).to.equal('text/html');
    expect(JSON.stringify(shown)).not.to.contain('mark-page');
  });

  it('says that the line broke', async () => {
    const shown = await createLogEntry('page', attempt({}), Response.error());
    expect(shown).to.include({status: 0, answered: ''});
  });

  it('says that nothing came yet', async () => {
    const shown = await createLogEntry('page', attempt({code: '918273'}), undefined);
    expect(shown).to.include({status: undefined, outcome: '', answered: ''});
    expect(shown.requestBody).not.to.contain('918273');
  });

  it('shortens keys and ids', async () => {
    const key = {'Idempotency-Key': '"qJ3xk0Zr5n1bV8w2Y7cF4g"'};
    const shown = await createLogEntry('page', attempt({}, key), answer({code: 'verified'}));
    expect(shown.headers).to.contain('Idempotency-Key: "qJ3xk0…"');
  });
});

function attempt(body: object, headers: Record<string, string> = {}): Request {
  return new Request('/api/motp', {
    method: 'POST',
    headers: {...json, ...headers},
    body: JSON.stringify(body),
  });
}

function answer(body: object): Response {
  return new Response(JSON.stringify(body), {status: 423, headers: json});
}
