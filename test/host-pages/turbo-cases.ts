/** Copies of the page that Turbo keeps, and shows when the trainee returns. */
import assert from 'node:assert/strict';
import {passThrough} from '../faults/fault-server.ts';
import {RIGHT} from '../faults/fault-case.ts';
import {pageOf, WIDGET, type HostCases} from './host-case.ts';
import type {HostPage} from './host-page.ts';
import {askedFor, findsNoSuccess} from './restored-copy.ts';

const HTML = pageOf(`SCRIPT${WIDGET}`, '<script src="/turbo.js"></script>');

/** Follows a link as Turbo does. */
async function visits(trainee: HostPage, search: string): Promise<void> {
  await trainee.runs(`Turbo.visit('page${search}')`);
  await trainee.holds(`location.search === '${search}'`);
  await trainee.holds(`!document.documentElement.matches('[data-turbo-preview], [aria-busy]')`);
}

/** Leaves the page, and returns to Turbo's copy of it by the browser's button. */
async function leavesAndReturns(trainee: HostPage): Promise<void> {
  await visits(trainee, '?2');
  await trainee.runs(`history.back()`);
  await trainee.holds(`location.search === ''`);
}

/** All cases, by their kind. */
export const TURBO_CASES: Readonly<Record<string, HostCases>> = {
  'a verified page in Turbo’s cache': [
    {
      title: 'comes back: the endpoint is asked, and knows the success, which is no new one',
      html: HTML.replace('<motp-verify', '$& on-verified="onSuccess"'),
      run: async (trainee) => {
        await trainee.runs(
          `void (window.onSuccess = () => (window.calls = 1 + (window.calls ?? 0)))`,
        );
        await trainee.enters(RIGHT);
        await trainee.reaches('verified');
        await trainee.holds('window.calls === 1');
        let release: (() => void) | undefined;
        trainee.session.gets = [(context) => (release = () => passThrough(context))];
        await leavesAndReturns(trainee);
        await trainee.until(() => release !== undefined, 'the endpoint is asked');
        await trainee.reaches('checking');
        release?.();
        await trainee.reaches('verified');
        assert.equal(trainee.session.postCount, 1);
        assert.equal(await trainee.runs('window.calls'), 1);
      },
    },
    {
      title: 'comes back: the endpoint is asked, and knows no success',
      html: HTML,
      run: (trainee) => findsNoSuccess(trainee, leavesAndReturns),
    },
    {
      title: 'shown while the page loads: nothing is asked, and the new page asks for a number',
      html: HTML,
      run: async (trainee) => {
        await trainee.enters(RIGHT);
        await trainee.reaches('verified');
        await visits(trainee, '?2');
        await trainee.runs(`document.addEventListener('turbo:before-fetch-request', (event) => {
          event.preventDefault();
          window.load = event.detail.resume;
        })`);
        await trainee.runs(`Turbo.visit('page')`);
        await trainee.holds(`document.documentElement.hasAttribute('data-turbo-preview')`);
        await trainee.reaches('ready');
        await trainee.runs('load()');
        await trainee.holds(`!document.documentElement.hasAttribute('data-turbo-preview')`);
        await trainee.reaches('ready');
        assert.equal(askedFor(trainee), 0);
      },
    },
  ],
};
