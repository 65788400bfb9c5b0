/** Pages and libraries that replace the browser's built-ins, wrap `fetch`, or freeze everything. */
import assert from 'node:assert/strict';
import {WRONG, RIGHT} from '../faults/fault-case.ts';
import {HAS_OLD_LIBRARIES} from './event-cases.ts';
import {pageOf, script, WIDGET, type HostCase, type HostCases} from './host-case.ts';
import type {HostPage} from './host-page.ts';

async function verifies(trainee: HostPage): Promise<void> {
  await trainee.enters(WRONG);
  await trainee.reaches('ready', 'code-mismatch');
  await trainee.enters(RIGHT);
  await trainee.reaches('verified');
  assert.equal(trainee.session.postCount, 2);
}

/** A page with a script before the widget's. */
const withScript = (title: string, code: string, run = verifies): HostCase => ({
  title,
  html: pageOf(`SCRIPT${WIDGET}`, script(code)),
  run,
});

/** A page with libraries before the widget's script. */
const withLibrary = (title: string, paths: readonly string[], code = ''): HostCase => ({
  title,
  html: pageOf(
    `SCRIPT${WIDGET}`,
    paths.map((path) => `<script src="${path}"></script>`).join('') + script(code),
  ),
  run: verifies,
});

/** The built-in class of Java's style that many pages of the time have. */
const JAVA_MAP = `Map = function () { this.map = {}; };
  Map.prototype = {put: function (key, value) { this.map[key] = value; }, get: function (key) { return this.map[key]; }};`;

/** All cases, by their kind. */
export const BUILT_IN_CASES: Readonly<Record<string, HostCases>> = {
  'built-ins that the page has replaced': [
    withScript(
      'a home-made replaceAll',
      `String.prototype.replaceAll = function (a, b) { return this.replace(new RegExp(a, 'g'), b); };`,
    ),
    withScript('a global Event', 'var Event = function () { this.handlers = []; };'),
    withScript('var origin and var performance', `var origin = '서울'; var performance = 3;`),
    withScript('var URL', `var URL = '/lms/';`),
    withScript('a Map in the style of Java, and a Set', `${JAVA_MAP} var Set = {};`),
    withScript('WeakMap and CustomEvent', 'var WeakMap = null; var CustomEvent = null;'),
    ...(HAS_OLD_LIBRARIES
      ? [
          withLibrary('MooTools 1.4.5 with its compatibility layer', ['/mootools.js']),
          withLibrary(
            'prototype.js and jQuery 1.12',
            ['/prototype.js', '/jquery.js'],
            'jQuery.noConflict();',
          ),
        ]
      : []),
    withLibrary(
      'lockdown of SES',
      ['/lockdown.js'],
      `lockdown({errorTaming: 'unsafe', overrideTaming: 'severe', consoleTaming: 'unsafe'});`,
    ),
    {
      title: 'CSRF tokens are sent in spite of var origin',
      html: pageOf(
        `SCRIPT<motp-verify endpoint="api" csrf="meta"></motp-verify>`,
        `<meta name="_csrf" content="token-1">${script(`var origin = '서울';`)}`,
      ),
      run: async (trainee) => {
        await trainee.enters(RIGHT);
        await trainee.reaches('verified');
        const post = trainee.session.requests.find(({method}) => method === 'POST');
        assert.equal(post?.headers['x-csrf-token'], 'token-1');
        assert.equal(post?.headers['x-requested-with'], 'XMLHttpRequest');
      },
    },
    {
      title: 'no random numbers: says so and goes on, once they are back',
      html: pageOf(
        `SCRIPT${WIDGET}`,
        script(`window.random = Crypto.prototype.getRandomValues;
          Crypto.prototype.getRandomValues = function () { throw new Error('of the page'); };`),
      ),
      expectedErrors: /of the page/,
      run: async (trainee) => {
        await trainee.enters(RIGHT);
        await trainee.reaches('ready', 'internal');
        await trainee.sees('일시적인 문제로 인증을 처리하지 못했습니다');
        await trainee.runs('void (Crypto.prototype.getRandomValues = window.random)');
        await trainee.enters(RIGHT);
        await trainee.reaches('verified');
      },
    },
    {
      title: 'a listener of the page breaks what the effects need: the state ends all the same',
      html: pageOf(
        `SCRIPT${WIDGET}`,
        script(`document.addEventListener('motp-state-change', function (event) {
          if (event.state === 'sending') window.AbortController = function () { throw new Error('of the page'); };
        });`),
      ),
      expectedErrors: /of the page/,
      run: async (trainee) => {
        await trainee.enters(RIGHT);
        await trainee.until(
          async () => !['sending', 'checking'].includes((await trainee.state()).status),
          'the state ends',
        );
        assert.notEqual(await trainee.readText(), '');
      },
    },
    {
      title: 'Intl without Asia/Seoul abroad',
      html: pageOf(
        `SCRIPT${WIDGET}`,
        script(`Date.prototype.getTimezoneOffset = function () { return 0; };
          var format = Intl.DateTimeFormat;
          Intl.DateTimeFormat = function (tags, options) {
            if (options && options.timeZone === 'Asia/Seoul') throw new RangeError('Invalid time zone');
            return new format(tags, options);
          };`),
      ),
      run: verifies,
    },
  ],
  'a fetch that the page has wrapped': [
    withLibrary(
      'Apache SkyWalking 0.12.0',
      ['/skywalking.js'],
      `window.ClientMonitor && ClientMonitor.register({collector: location.origin + '/none', service: 's', pagePath: 'p', serviceVersion: 'v', traceSDKInternal: false, noTraceOrigins: []});`,
    ),
    withLibrary(
      'Sentry',
      ['/sentry.js'],
      `
      Sentry.init({dsn: location.origin.replace('//', '//key@') + '/1', integrations: [Sentry.browserTracingIntegration()], tracesSampleRate: 1});`,
    ),
    withScript(
      'a wrapper that calls methods of the options and of the address',
      `var original = window.fetch;
       window.fetch = function (url, init) {
         if (!init.hasOwnProperty('method') || url.indexOf('http') !== 0 || !url.split('?')[0]) throw new Error('odd');
         init.headers.hasOwnProperty('Accept');
         return original.call(window, url, init);
       };`,
    ),
    withScript(
      'a wrapper that copies the options field by field',
      `var original = window.fetch;
       window.fetch = function (url, init) {
         var mine = {};
         for (var name in init) mine[name] = init[name];
         return original(new Request(url, mine));
       };`,
    ),
    withScript(
      'fields on Object.prototype',
      `Object.prototype.integrity = 'sha256-none'; Object.prototype.mode = 'navigate'; Object.prototype.keepalive = 1;`,
    ),
    {
      title: 'a wrapper that throws at once: nothing was sent, and the next press sends',
      html: pageOf(
        `SCRIPT${WIDGET}`,
        script(
          `var original = window.fetch; window.fetch = function () { throw new Error('of the page'); };`,
        ),
      ),
      expectedErrors: /of the page/,
      run: async (trainee) => {
        await trainee.enters(RIGHT);
        await trainee.reaches('ready', 'internal');
        await trainee.sees('실패 횟수에는 포함되지 않습니다');
        assert.equal(trainee.session.postCount, 0);
        await trainee.runs('void (window.fetch = original)');
        await trainee.enters(RIGHT);
        await trainee.reaches('verified');
      },
    },
  ],
};
