/** Formats a report: as a table for people, as JSON, and as JUnit's XML for CI. */
import {countResults, type CaseResult, type Report} from './report.ts';

/** Formats a report as text. */
export type ReportFormat = (report: Report) => string;

const MARKS = {passed: '✔', failed: '✘', 'not-asked': '–'} as const;

/** Formats a report as a table: a case a line, and why it failed or was not asked. */
export function formatTable(report: Report): string {
  const lines = report.results.flatMap((result) => [
    `${MARKS[result.status]}  ${result.name}`,
    ...detailsOf(result).map((detail) => `     ${detail}`),
  ]);
  const {passed, failed, 'not-asked': notAsked} = countResults(report);
  const sum = `${passed} passed, ${failed} failed, ${notAsked} not asked`;
  return [report.url, '', ...lines, '', sum].join('\n');
}

/** Formats a report as JSON: the counts, and the cases as they are. */
export function formatJson(report: Report): string {
  return JSON.stringify({...report, counts: countResults(report)}, null, 2);
}

/** Formats a report as JUnit's XML, which CI servers read. */
export function formatJunit(report: Report): string {
  const {failed, 'not-asked': notAsked} = countResults(report);
  const total = report.results.reduce((sum, {durationMs}) => sum + durationMs, 0);
  const attributes = [
    'name="motp-verify conformance"',
    `tests="${report.results.length}"`,
    `failures="${failed}"`,
    'errors="0"',
    `skipped="${notAsked}"`,
    `time="${seconds(total)}"`,
  ].join(' ');
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    '<testsuites>',
    `  <testsuite ${attributes}>`,
    ...report.results.map((result) => `    ${junitCase(report.url, result)}`),
    '  </testsuite>',
    '</testsuites>',
  ].join('\n');
}

function detailsOf(result: CaseResult): readonly string[] {
  switch (result.status) {
    case 'passed':
      return [];
    case 'failed':
      return result.failures;
    case 'not-asked':
      return [`not asked: ${result.reason}`];
  }
}

function junitCase(url: string, result: CaseResult): string {
  const {name, durationMs} = result;
  const start = `<testcase classname="${escapeXml(url)}" name="${escapeXml(name)}" time="${seconds(durationMs)}"`;
  switch (result.status) {
    case 'passed':
      return `${start}/>`;
    case 'failed': {
      const [first = ''] = result.failures;
      const all = escapeXml(result.failures.join('\n'));
      return `${start}><failure message="${escapeXml(first)}">${all}</failure></testcase>`;
    }
    case 'not-asked':
      return `${start}><skipped message="${escapeXml(result.reason)}"/></testcase>`;
  }
}

const seconds = (ms: number): string => (ms / 1000).toFixed(3);

const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
};

/** Escapes a text for XML, and replaces the control characters that XML can't have. */
function escapeXml(text: string): string {
  const escaped = text.replaceAll(/[&<>"]/g, (character) => ENTITIES[character] ?? '');
  return escaped.replaceAll(/[^\t\n\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/gu, '\ufffd');
}
