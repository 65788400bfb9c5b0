/** The page with every state of the code field. Each widget's endpoint always responds the same. */
import {nextTask} from '../shell/next-task.ts';

const path = new URL('api/states', document.baseURI).pathname;
const workerUrl = new URL('mockServiceWorker.js', document.baseURI).pathname;

const {startMockWorker} = await import('../backend/mock-worker.ts');
await nextTask();
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

// One widget after the other: all at once would be one long task.
for (const template of document.querySelectorAll('template')) {
  await nextTask();
  const widget = template.content.querySelector('motp-verify');
  template.replaceWith(template.content);
  await widget?.updateComplete;
  if (widget?.matches('[data-verify]')) void widget.verify();
}
document.documentElement.dataset['started'] = '';

function jsonResponse(status: number, body: object): Response {
  const text = JSON.stringify({serverTime: Date.now(), ...body});
  return new Response(text, {status, headers: {'Content-Type': 'application/json'}});
}
