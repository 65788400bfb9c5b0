/** The page with every state of the code field. Each widget's endpoint always responds the same. */
import type {MotpVerify} from '../../src/index.ts';
import {startMockWorker} from '../backend/mock-worker.ts';

const path = new URL('api/states', document.baseURI).pathname;
const workerUrl = new URL('mockServiceWorker.js', document.baseURI).pathname;

await startMockWorker([path], workerUrl, ({url}) => {
  const [, outcome] = /\/api\/states\/([a-z-]+)/.exec(url) ?? [];
  switch (outcome) {
    case 'code-mismatch': {
      const failureCount = {counted: true, failures: 2, maxFailures: 5};
      return jsonResponse(422, {code: 'code-mismatch', ...failureCount});
    }
    case 'never':
      return new Promise<Response>(() => undefined);
    default:
      return jsonResponse(200, {
        code: 'verified',
        verificationId: crypto.randomUUID(),
        counted: false,
      });
  }
});
await import('../../src/index.ts');

for (const widget of document.querySelectorAll<MotpVerify>('motp-verify[data-verify]')) {
  await widget.updateComplete;
  void widget.verify();
}

function jsonResponse(status: number, body: object): Response {
  const text = JSON.stringify({serverTime: Date.now(), ...body});
  return new Response(text, {status, headers: {'Content-Type': 'application/json'}});
}
