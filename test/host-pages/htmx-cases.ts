/** Pages of htmx: fragments with the widget come and go, and a return to a boosted page asks the endpoint. */
import assert from 'node:assert/strict';
import {RIGHT} from '../faults/fault-case.ts';
import {passThrough, respondWith} from '../faults/fault-server.ts';
import {snippetsIn} from '../harness/snippets.ts';
import {pageOf, WIDGET, type HostCase, type HostCases} from './host-case.ts';
import type {HostPage} from './host-page.ts';
import {askedFor, findsNoSuccess} from './restored-copy.ts';

/** Versions 1 and 2 keep the markup of former pages, in the same way. Version 4 gets each page from the server. */
type HtmxVersion = '1' | '2' | '4';

/** The form of docs/frameworks.md, with the addresses of the test's server. */
const FORM = snippetsIn('docs/frameworks.md')
  .filter(({heading, language}) => heading === 'htmx' && language === 'html')
  .map(({code}) => code.replace('"/lesson/9"', '"lesson"').replace('"/motp"', '"api"'))
  .join('');

const library = (version: HtmxVersion): string => `<script src="/htmx-${version}.js"></script>`;

const fragmentPage = (version: HtmxVersion): string =>
  pageOf(
    `SCRIPT<button hx-get="fragment" hx-target="next">과제</button><div></div>`,
    library(version),
  );

const boostedPage = (version: HtmxVersion): string =>
  pageOf(`SCRIPT<a hx-boost="true" href="page?2">다음</a>${WIDGET}`, library(version));

/** Follows the boosted link, and returns by the browser's button. */
async function leavesAndReturns(trainee: HostPage): Promise<void> {
  await trainee.runs(`window.former = document.querySelector('motp-verify'), 0`);
  await trainee.runs(`document.querySelector('a').click()`);
  await trainee.holds(`location.search === '?2' && !former.isConnected`);
  await trainee.reaches('ready');
  await trainee.runs(`window.former = document.querySelector('motp-verify'), 0`);
  await trainee.runs(`history.back()`);
  await trainee.holds(`location.search === '' && !former.isConnected`);
}

const swapped = (version: HtmxVersion): HostCase => ({
  title: `is swapped in by version ${version}, posts the receipt, and is swapped out`,
  html: fragmentPage(version),
  prepare: (session) => {
    session.pages['fragment'] = {html: FORM};
    session.posts = [passThrough, respondWith(200, '<p id="done">과제 1</p>')];
  },
  run: async (trainee) => {
    await trainee.runs(`document.querySelector('button').click()`);
    await trainee.reaches('ready');
    await trainee.enters(RIGHT);
    await trainee.holds(`document.querySelector('#done')`);
    assert.equal(await trainee.runs(`document.querySelectorAll('form, motp-verify').length`), 0);
    const [, posted = ''] = trainee.session.bodies;
    assert.match(new URLSearchParams(posted).get('motpId') ?? '', /^[\w-]{8,}$/);
    assert.equal(trainee.session.postCount, 2);
  },
});

/** All cases, by their kind. */
export const HTMX_CASES: Readonly<Record<string, HostCases>> = {
  'a fragment of htmx': [swapped('2'), swapped('4'), swapped('1')],
  'a boosted page of htmx': [
    {
      title: 'is restored by version 2: the endpoint is asked, and knows the success',
      html: boostedPage('2'),
      run: async (trainee) => {
        await trainee.enters(RIGHT);
        await trainee.reaches('verified');
        await leavesAndReturns(trainee);
        await trainee.until(() => askedFor(trainee) === 1, 'the endpoint is asked');
        await trainee.reaches('verified');
        assert.equal(trainee.session.postCount, 1);
      },
    },
    {
      title: 'is restored by version 2: the endpoint is asked, and knows no success',
      html: boostedPage('2'),
      run: (trainee) => findsNoSuccess(trainee, leavesAndReturns),
    },
    {
      title: 'is fetched again by version 4: the page of the server asks for a number',
      html: boostedPage('4'),
      run: async (trainee) => {
        await trainee.enters(RIGHT);
        await trainee.reaches('verified');
        await leavesAndReturns(trainee);
        await trainee.reaches('ready');
        assert.equal(askedFor(trainee), 0);
      },
    },
  ],
};
