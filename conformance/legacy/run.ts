/** Runs the cases of a legacy endpoint. */
import type {CaseResult, Report} from '../report/report.ts';
import {LEGACY_CASES, type LegacyCase} from './cases.ts';
import {LegacyEndpoint, type LegacyOptions} from './endpoint.ts';

/** Runs the cases. @param onResult is called after each case */
export async function runLegacy(
  options: LegacyOptions,
  onResult: (result: CaseResult) => void,
): Promise<Report> {
  const endpoint = new LegacyEndpoint(options);
  const results: CaseResult[] = [];
  for (const one of LEGACY_CASES) {
    const result = await runCase(one, endpoint);
    results.push(result);
    onResult(result);
  }
  return {url: options.url, results};
}

async function runCase(
  {name, needs = [], check}: LegacyCase,
  endpoint: LegacyEndpoint,
): Promise<CaseResult> {
  const {secret, mayLock, csrf} = endpoint.options;
  const has = {secret: secret !== undefined, lock: mayLock, csrf: csrf !== undefined};
  const missing = needs.filter((need) => !has[need]);
  if (missing.length > 0) {
    const reason = `requires ${missing.map((need) => `--${need}`).join(' and ')}`;
    return {name, durationMs: 0, status: 'not-asked', reason};
  }
  const start = performance.now();
  const failures = await check(endpoint).catch((error: unknown) => [`no answer: ${String(error)}`]);
  const durationMs = performance.now() - start;
  return failures.length === 0
    ? {name, durationMs, status: 'passed'}
    : {name, durationMs, status: 'failed', failures};
}
