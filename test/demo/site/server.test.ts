import {expect} from '@open-wc/testing';
import type {CourseRecord} from '../../../demo/site/course.ts';
import {createSiteServer, type CourseView} from '../../../demo/site/server.ts';

const BASE = 'https://site.test/api/site';

/** The site's server for one trainee, with an endpoint that returns these receipts. */
class TestTrainingSite {
  receipts: Readonly<Record<string, object>> = {};
  /** The paths that the server requested from the endpoint. */
  readonly endpointPaths: string[] = [];
  #record: CourseRecord | undefined;
  readonly #app = createSiteServer({
    basePath: '/api/site',
    currentTrainee: () => 'hong',
    fetchFromEndpoint: async (path) => {
      this.endpointPaths.push(path);
      const [, id = ''] = /verifications\/([^?]+)/.exec(path) ?? [];
      const receipt = this.receipts[id];
      return Response.json(receipt ?? {code: 'receipt-unknown'}, {status: receipt ? 200 : 404});
    },
    getRecord: () => this.#record,
    saveRecord: (_trainee, record) => {
      this.#record = record;
    },
  });

  async request(method: string, path: string, body?: object) {
    const init = {method, ...(body && {body: JSON.stringify(body)})};
    const response = await this.#app.fetch(new Request(BASE + path, init));
    return {status: response.status, view: (await response.json()) as CourseView};
  }

  /** Passes the due check with a receipt of the endpoint. */
  async passes(occasion: string, unit?: number) {
    const id = `receipt-${occasion}-${unit}`;
    this.receipts = {...this.receipts, [id]: createReceipt(id, occasion, unit)};
    return this.request('POST', '/checks', {verificationId: id});
  }
}

describe('the training site’s server', () => {
  it('requires the enrollment check before the first lesson', async () => {
    const site = new TestTrainingSite();
    const {status, view} = await site.request('POST', '/course/steps');
    expect(status).to.equal(403);
    expect(view.done).to.equal(0);
    expect(view.courseStatus).to.deep.include({
      status: 'check-due',
      check: {occasion: 'enrollment'},
    });
  });

  it('trusts the endpoint and never the page', async () => {
    const site = new TestTrainingSite();
    const {status, view} = await site.request('POST', '/checks', {
      verificationId: 'made-up',
      code: 'verified',
      occasion: 'enrollment',
    });
    expect(status).to.equal(409);
    expect(view.checks).to.deep.equal([]);
    expect(site.endpointPaths).to.deep.equal([
      '/verifications/made-up?subject=hong&occasion=enrollment',
    ]);
  });

  it('rejects a receipt for a lesson other than the due one', async () => {
    const site = new TestTrainingSite();
    await site.passes('enrollment');
    for (let lesson = 1; lesson <= 8; lesson++) await site.request('POST', '/course/steps');
    site.receipts = {other: createReceipt('other', 'lesson', 17)};
    const {status, view} = await site.request('POST', '/checks', {verificationId: 'other'});
    expect(status).to.equal(409);
    expect(view.courseStatus.status).to.equal('check-due');
  });

  it('requires a check at enrollment, before lessons 9 and 17, the progress test, the exam and the assignment', async () => {
    const site = new TestTrainingSite();
    const checks: string[] = [];
    for (;;) {
      const {view} = await site.request('POST', '/course/steps');
      if (view.courseStatus.status === 'completed') break;
      if (view.courseStatus.status !== 'check-due') continue;
      const {occasion, unit} = view.courseStatus.check;
      const name = unit === undefined ? occasion : `${occasion} ${unit}`;
      if (checks.at(-1) === name) continue;
      checks.push(name);
      expect((await site.passes(occasion, unit)).status).to.equal(200);
    }
    expect(checks).to.deep.equal([
      'enrollment',
      'lesson 9',
      'progress-test 1',
      'lesson 17',
      'exam 1',
      'assignment 1',
    ]);
  });
});

function createReceipt(verificationId: string, occasion: string, unit: number | undefined): object {
  const fields = {subject: 'hong', site: 'demo', verifiedAt: 0};
  return {code: 'valid', serverTime: 0, verificationId, occasion, unit, ...fields};
}
