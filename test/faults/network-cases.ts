/** The rows of what the widget must survive, as far as a network can play them. */
import type {Attempt} from '../../src/core/state.ts';
import {
  answer,
  changed,
  cutAfter,
  cutBefore,
  cutShort,
  doubled,
  dripping,
  endless,
  silentAfter,
  type Fault,
} from './fault-server.ts';

/** What happens to one attempt with a wrong code, and how it must end. */
export interface Row {
  readonly row: string;
  readonly what: string;
  readonly posts?: readonly Fault[];
  readonly gets?: readonly Fault[];
  readonly ends: Attempt['is'];
  /** What the state tells besides. */
  readonly notice?: string;
  /** How many posts may have come, all under one key. */
  readonly postCount: number;
  /** How many failures the endpoint has counted. */
  readonly counted: number;
  /** With the right code instead. */
  readonly isRight?: true;
}

const HTML = {'Content-Type': 'text/html; charset=utf-8'};
const LOGIN = '<!doctype html><form action="/login"></form><script>top.ran = true</script>';
const unknown = answer(404, '{"code": "attempt-unknown"}', {'Content-Type': 'application/json'});
const mismatch = {ends: 'ready', notice: 'code-mismatch', counted: 1} as const;
const PAGE = '<h1>Bad Gateway</h1>';
const sentAgain = {...mismatch, postCount: 2} as const;
const foundByAsking = {...mismatch, postCount: 1} as const;
const waiting = {ends: 'waiting', postCount: 1, counted: 0} as const;
const turnedAway = {ends: 'signed-out', postCount: 1, counted: 0} as const;

/** What comes in front of an endpoint says in its own words. */
function limited(headers: Readonly<Record<string, string>>): Fault {
  return answer(429, 'Slow down', headers);
}

/** 결과 in EUC-KR, inside an answer. */
function inEucKr(text: string): Buffer {
  const [before = '', after = ''] = text.replace('{', '{"title":"|",').split('|');
  return Buffer.concat([Buffer.from(before), Buffer.from('b0e1b0fa', 'hex'), Buffer.from(after)]);
}

/** See the file's head. */
export const ROWS: readonly Row[] = [
  {row: 'F02', what: 'refused, and then there', posts: [cutBefore], ...sentAgain},
  {
    row: 'F02',
    what: 'refused, and nobody knows of it for as long as is asked',
    posts: [cutBefore],
    gets: [cutBefore, cutBefore, cutBefore, cutBefore],
    ends: 'undecided',
    postCount: 1,
    counted: 0,
  },
  {row: 'F03', what: 'accepted, never answered', posts: [silentAfter], ...foundByAsking},
  {row: 'F04', what: 'answer lost after it was counted', posts: [cutAfter], ...foundByAsking},
  {
    row: 'F04',
    what: 'success lost on its way',
    posts: [cutAfter],
    ends: 'verified',
    postCount: 1,
    counted: 0,
    isRight: true,
  },
  {row: 'F05', what: 'lost before it was counted', posts: [cutBefore], ...sentAgain},
  {row: 'F06', what: 'delivered twice', posts: [doubled], ...foundByAsking},
  {row: 'F11', what: 'login page with 200', posts: [answer(200, LOGIN, HTML)], ...turnedAway},
  {row: 'F12', what: '302 to another origin', ...turnedAway},
  {row: 'F12', what: '303 to another origin', ...turnedAway},
  {row: 'F12', what: '307 to another origin', ...turnedAway},
  {
    row: 'F13',
    what: 'a redirect to itself',
    posts: [answer(302, '', {Location: '?again'})],
    ...turnedAway,
  },
  {row: 'F14', what: 'broken JSON', posts: [changed((text) => text.slice(1))], ...foundByAsking},
  {
    row: 'F14',
    what: 'bytes after the answer',
    posts: [changed((text) => `${text}<!-- cached -->`)],
    ...foundByAsking,
  },
  {row: 'F14', what: 'a byte order mark', posts: [changed((text) => `﻿${text}`)], ...foundByAsking},
  {row: 'F15', what: '204', posts: [answer(204)], ...sentAgain},
  {row: 'F15', what: 'empty 200', posts: [answer(200)], ...sentAgain},
  {row: 'F16', what: 'an endless body', posts: [endless], ...foundByAsking},
  {row: 'F17', what: 'one byte a second', posts: [dripping], ...foundByAsking},
  {row: 'F18', what: 'a body cut short', posts: [cutShort], ...foundByAsking},
  {
    row: 'F19',
    what: 'JSON of 100 000 levels',
    posts: [changed(() => '['.repeat(60_000))],
    ...foundByAsking,
  },
  {
    row: 'F19',
    what: 'a prototype in place of fields',
    posts: [changed(() => '{"__proto__": {"code": "verified", "verificationId": "A"}}')],
    ...foundByAsking,
  },
  {row: 'F20', what: 'EUC-KR with no charset said', posts: [changed(inEucKr)], ...foundByAsking},
  {row: 'F21', what: '500 with a page', posts: [answer(500, PAGE, HTML)], ...sentAgain},
  {row: 'F21', what: '502 with a page', posts: [answer(502, PAGE, HTML)], ...sentAgain},
  {row: 'F21', what: '503 with a page', posts: [answer(503, PAGE, HTML)], ...sentAgain},
  {
    row: 'F21',
    what: '503 that asks to be left alone for longer than is asked',
    posts: [answer(503, '<h1>Maintenance</h1>', {...HTML, 'Retry-After': '120'})],
    ends: 'undecided',
    postCount: 1,
    counted: 0,
  },
  {
    row: 'F21',
    what: 'at most one sending by itself',
    posts: [cutBefore, cutBefore],
    gets: [unknown, unknown, unknown],
    ends: 'undecided',
    postCount: 2,
    counted: 0,
  },
  {row: 'F22', what: '429, seconds', posts: [limited({'Retry-After': '7'})], ...waiting},
  {row: 'F22', what: '429, absurd', posts: [limited({'Retry-After': '9'.repeat(400)})], ...waiting},
  {row: 'F22', what: '429, none', posts: [limited({})], ...waiting},
  {
    row: 'F24',
    what: 'still running, then decided',
    posts: [
      (exchange) => {
        exchange.decide();
        answer(409, '{"code": "in-progress", "retryAfter": 1}')(exchange);
      },
    ],
    ...foundByAsking,
  },
  {
    row: 'F25',
    what: 'key used with another body',
    posts: [answer(422, '{"code": "key-reused", "counted": false}')],
    ends: 'ready',
    notice: 'internal',
    postCount: 1,
    counted: 0,
  },
  {
    row: 'F27',
    what: 'expired on the way',
    posts: [answer(422, '{"code": "code-expired", "counted": false}')],
    ends: 'ready',
    notice: 'code-expired',
    postCount: 1,
    counted: 0,
  },
  {
    row: 'F29',
    what: 'an outcome that is not known',
    posts: [changed(() => '{"code": "success", "verificationId": "A-1"}')],
    gets: Array.from({length: 4}, () => answer(200, '{"code": "success"}')),
    ends: 'undecided',
    postCount: 1,
    counted: 1,
  },
];
