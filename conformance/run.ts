/** Runs the cases of the contract against one endpoint, in an order in which none disturbs the next. */
import {MAX_FAILURES} from '../src/core/max-failures.ts';
import {ACCOUNT_CASES} from './cases/account.ts';
import {KEY_CASES} from './cases/keys.ts';
import {LOCK_CASES} from './cases/lock.ts';
import {ORIGIN_CASES} from './cases/origins.ts';
import {RECEIPT_CASES} from './cases/receipts.ts';
import {REQUEST_CASES} from './cases/requests.ts';
import {STEP_CASES} from './cases/steps.ts';
import {Check, type ConformanceCase, type Need} from './check.ts';
import {SYSTEM_CLOCK, type Clock} from './clock.ts';
import {Endpoint, type Exchange, type Fetch} from './endpoint.ts';
import type {CaseResult, Report} from './report/report.ts';
import {ANSWER_RULES, isAnswerOfContract, type AnswerRule} from './rules.ts';
import {ServiceClient} from './service-client.ts';
import {Trainee, type TraineeOptions} from './trainee.ts';

/** The settings of a run. */
export interface ConformanceOptions {
  readonly url: string;
  /** The widget's `status-url` and `attempts-url`, for an endpoint without paths below its own. */
  readonly statusUrl?: string | undefined;
  readonly attemptsUrl?: string | undefined;
  readonly first: TraineeOptions;
  readonly second?: TraineeOptions | undefined;
  /** The origin of the site's pages; the endpoint's own by default. */
  readonly origin?: string | undefined;
  readonly occasion?: string | undefined;
  /** The header of the CSRF token, among those of the trainees. */
  readonly csrf?: string | undefined;
  readonly siteSecret?: string | undefined;
  readonly otherSiteSecret?: string | undefined;
  /** Whether the trainees may be left locked. */
  readonly mayLock: boolean;
  /** How long one answer may take, in ms. */
  readonly timeoutMs?: number | undefined;
  readonly clock?: Clock;
  readonly fetch?: Fetch;
}

/** The check can't start: a trainee is not as it must be. */
export class PreparationError extends Error {}

/** The cases that ask with requests, in their order. */
const CASES: readonly ConformanceCase[] = [
  ...ACCOUNT_CASES,
  ...REQUEST_CASES,
  ...ORIGIN_CASES,
  ...KEY_CASES,
  ...STEP_CASES,
  ...RECEIPT_CASES,
  ...LOCK_CASES,
];

/** How each option is called on the command line. */
const OPTION_OF_NEED: Readonly<Record<Need, string>> = {
  secret: '--secret',
  lock: '--lock',
  ticket: '--ticket',
  subject: '--subject',
  other: '--other-header or --other-ticket',
  'other-secret': '--other-secret',
  csrf: '--csrf',
  'site-secret': '--site-secret',
  'other-site-secret': '--other-site-secret',
};

/**
 * Runs the cases.
 *
 * @param onResult is called after each case
 * @throws PreparationError if a trainee is locked, or has failures that no code can clear
 */
export async function runConformance(
  options: ConformanceOptions,
  onResult: (result: CaseResult) => void = () => undefined,
): Promise<Report> {
  const {url, clock = SYSTEM_CLOCK, fetch = globalThis.fetch, timeoutMs = 30_000} = options;
  const {occasion = 'enrollment', siteSecret, otherSiteSecret, csrf} = options;
  const {statusUrl, attemptsUrl} = options;
  const endpoint = new Endpoint({url, statusUrl, attemptsUrl, fetch, clock, timeoutMs});
  const create = async (trainee: TraineeOptions): Promise<Trainee> =>
    new Trainee(await withTicket(trainee, endpoint, occasion, siteSecret), endpoint, occasion);
  const first = await create(options.first);
  const second = options.second && (await create(options.second));
  const origin = options.origin ?? new URL(url).origin;
  const check = new Check({
    endpoint,
    first,
    second,
    siteSecret,
    otherSiteSecret,
    origin,
    occasion,
    csrf,
  });
  const has = needsOf(options, check.first, second);
  await prepare(check, first, 'The trainee');
  if (second) await prepare(check, second, 'The second trainee');

  const results: CaseResult[] = [];
  const add = (result: CaseResult): void => {
    results.push(result);
    onResult(result);
  };
  for (const one of CASES) add(await runCase(check, one, has));
  const answers = endpoint.exchanges.filter(isAnswerOfContract);
  for (const rule of ANSWER_RULES) add(judge(rule, answers));
  return {url, results};
}

/** Gets a ticket for a trainee who is not signed in, if the site's secret is known. */
async function withTicket(
  trainee: TraineeOptions,
  endpoint: Endpoint,
  occasion: string,
  siteSecret: string | undefined,
): Promise<TraineeOptions> {
  const {ticket, subject, headers} = trainee;
  const isSignedIn = ticket !== undefined || Object.keys(headers).length > 0;
  if (isSignedIn || siteSecret === undefined || subject === undefined) return trainee;
  const issued = await new ServiceClient(endpoint, siteSecret).issueTicket(subject, occasion);
  if (typeof issued.body['ticket'] === 'string') return {...trainee, ticket: issued.body['ticket']};
  throw new PreparationError(`No ticket for ${subject}: status ${issued.status}.`);
}

/** Returns what the options allow to ask. */
function needsOf(
  options: ConformanceOptions,
  first: Trainee,
  second: Trainee | undefined,
): ReadonlySet<Need> {
  const given: Readonly<Record<Need, boolean>> = {
    secret: first.options.secret !== undefined,
    lock: options.mayLock,
    ticket: first.options.ticket !== undefined,
    subject: first.options.subject !== undefined,
    other: second !== undefined,
    'other-secret': second?.options.secret !== undefined,
    csrf: options.csrf !== undefined,
    'site-secret': options.siteSecret !== undefined,
    'other-site-secret': options.otherSiteSecret !== undefined,
  };
  return new Set((Object.keys(given) as Need[]).filter((need) => given[need]));
}

/** Reads the failures of a trainee, and clears them with a right code if there are any. */
async function prepare(check: Check, trainee: Trainee, name: string): Promise<void> {
  const {status, body} = await trainee.status();
  if (body['code'] === 'locked') {
    throw new PreparationError(`${name} is locked. Unlock the account, or use another one.`);
  }
  const failures = body['failures'];
  trainee.failures = 0;
  if (status !== 200 || typeof failures !== 'number' || failures === 0) return;
  if (trainee.options.secret === undefined) {
    throw new PreparationError(
      `${name} has ${failures} of ${MAX_FAILURES} failures. Verify once, or use another account.`,
    );
  }
  await check.awaitStep(2);
  trainee.usedStep = trainee.step();
  await trainee.attempt(trainee.codeOf(trainee.usedStep));
}

async function runCase(
  check: Check,
  {name, needs = [], run}: ConformanceCase,
  has: ReadonlySet<Need>,
): Promise<CaseResult> {
  const missing = needs.filter((need) => !has.has(need));
  if (missing.length > 0) {
    const reason = `requires ${missing.map((need) => OPTION_OF_NEED[need]).join(' and ')}`;
    return {name, durationMs: 0, status: 'not-asked', reason};
  }
  const start = performance.now();
  check.start();
  await run(check).catch((error: unknown) => check.fail(`no answer: ${messageOf(error)}`));
  const durationMs = performance.now() - start;
  const {failures, skipReason} = check.findings;
  if (failures.length > 0) return {name, durationMs, status: 'failed', failures};
  return skipReason === undefined
    ? {name, durationMs, status: 'passed'}
    : {name, durationMs, status: 'not-asked', reason: skipReason};
}

/** Judges every answer by a rule. */
function judge({name, failures}: AnswerRule, answers: readonly Exchange[]): CaseResult {
  const found = answers.flatMap((answer) => failures(answer));
  return found.length === 0
    ? {name, durationMs: 0, status: 'passed'}
    : {name, durationMs: 0, status: 'failed', failures: [...new Set(found)]};
}

/** Returns an error's message, and that of its cause, which says what fetch does not. */
function messageOf(error: unknown): string {
  const {cause} = error as {readonly cause?: unknown};
  return cause instanceof Error ? `${String(error)} (${cause.message})` : String(error);
}
