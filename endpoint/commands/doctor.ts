/** `motp-endpoint doctor`: checks what an endpoint needs, and says what to do about the rest. */
import type {ServerConfig} from '../config.ts';
import {createEncryption, openDatabase} from '../open-store.ts';
import type {Database} from '../store/database.ts';
import {SqlStore} from '../store/sql.ts';
import {StoreError} from '../store/store-error.ts';

/** The result of one check. */
type Finding =
  | {readonly kind: 'ok'; readonly text: string}
  /** The endpoint works, but less safely than it could. */
  | {readonly kind: 'warning'; readonly text: string}
  | {readonly kind: 'error'; readonly text: string};

/** How far two clocks may be apart, in ms. A code counts for 60 s, and 30 more. */
const MAX_CLOCK_DIFFERENCE_MS = 2000;

/** How long the site may take to answer, in ms. */
const SITE_TIMEOUT_MS = 10_000;

const MARKS = {ok: '✔', warning: '!', error: '✘'} as const;

/** Checks everything, and prints one line for each check. @returns the exit code: 1 after an error */
export async function runDoctor(
  config: ServerConfig,
  print: (text: string) => void,
): Promise<number> {
  const findings = [
    ...checkSettings(config),
    ...(await checkDatabase(config)),
    ...(await checkSite(config)),
  ];
  for (const {kind, text} of findings) print(`${MARKS[kind]} ${text}`);
  return findings.some(({kind}) => kind === 'error') ? 1 : 0;
}

function checkSettings(config: ServerConfig): readonly Finding[] {
  const {secrets, host, publicOrigin, trustedProxies} = config;
  const findings: Finding[] = [ok('The settings are valid.')];
  if (Object.keys(secrets.sites).length === 0) {
    findings.push(error('SITES is not set: no site can get tickets or check receipts.'));
  }
  if (!config.agency && secrets.app === undefined) {
    findings.push(warning('APP_SECRET is not set: no device can be registered.'));
  }
  if (secrets.identityService === undefined) {
    findings.push(warning('IDENTITY_SERVICE_SECRET is not set: no verification can end a lock.'));
  }
  if (publicOrigin !== undefined && trustedProxies === 0) {
    findings.push(
      warning(
        'PUBLIC_ORIGIN names a proxy, but TRUSTED_PROXIES is 0: all its clients share one limit. Set it.',
      ),
    );
  }
  if (host !== '127.0.0.1' && host !== '::1' && trustedProxies > 0) {
    findings.push(
      warning(
        `HOST is ${host}: whoever reaches it without your proxies can forge X-Forwarded-For. Let only them reach it.`,
      ),
    );
  }
  return findings;
}

async function checkDatabase(config: ServerConfig): Promise<readonly Finding[]> {
  let store: SqlStore | undefined;
  try {
    const database = openDatabase(config);
    store = new SqlStore(database, {encryption: await createEncryption(config), migrates: false});
    await store.checkReady();
    const written = ok('The database is reachable, migrated and can be written, with this key.');
    const isPostgres = config.database.kind === 'postgres';
    return isPostgres ? [written, ...(await checkPostgres(database))] : [written];
  } catch (caught) {
    const text = caught instanceof StoreError ? describe(caught) : String(caught);
    return [error(text)];
  } finally {
    await store?.close();
  }
}

function describe({reason, message}: StoreError): string {
  return `The database is not usable (${reason}). ${message}`;
}

async function checkPostgres({query}: Database): Promise<readonly Finding[]> {
  const [row] = await query(
    `SELECT CAST(extract(epoch FROM clock_timestamp()) * 1000 AS BIGINT) AS now,
       CAST(has_schema_privilege(current_schema(), 'CREATE') AS INTEGER) AS can_create,
       current_setting('synchronous_commit') AS commits, current_setting('fsync') AS fsync`,
  );
  const findings: Finding[] = [];
  if (row?.['can_create'] === 1) {
    findings.push(
      warning(
        'The role can create tables. Let another one migrate, and grant this one SELECT, INSERT, UPDATE and DELETE.',
      ),
    );
  } else findings.push(ok('The role can use the tables, and not change them.'));
  if (row?.['fsync'] !== 'on' || row['commits'] === 'off') {
    findings.push(
      error('fsync or synchronous_commit is off: a crash loses failures. Turn them on.'),
    );
  }
  return [...findings, compareClocks('the database', Number(row?.['now']))];
}

/** Requests the endpoint through the proxy, as a page does. */
async function checkSite({publicOrigin, basePath}: ServerConfig): Promise<readonly Finding[]> {
  if (publicOrigin === undefined) return [];
  const url = `${publicOrigin}${basePath}/health/live`;
  try {
    const response = await fetch(url, {signal: AbortSignal.timeout(SITE_TIMEOUT_MS)});
    const {code} = (await response.json().catch(() => ({}))) as {readonly code?: unknown};
    if (code !== 'live')
      return [error(`${url} is not this endpoint. Check the path of the proxy.`)];
    const date = Date.parse(response.headers.get('Date') ?? '');
    return [ok(`${url} reaches the endpoint.`), compareClocks('the site', date)];
  } catch {
    return [error(`${url} does not answer. Start the endpoint, and check the proxy.`)];
  }
}

function compareClocks(other: string, time: number): Finding {
  const differenceMs = Math.abs(Date.now() - time);
  return differenceMs <= MAX_CLOCK_DIFFERENCE_MS
    ? ok(`The clock is that of ${other}.`)
    : error(
        `The clock differs from that of ${other} by ${Math.round(differenceMs / 1000)} s: right codes are refused. Set both by NTP.`,
      );
}

function ok(text: string): Finding {
  return {kind: 'ok', text};
}

function warning(text: string): Finding {
  return {kind: 'warning', text};
}

function error(text: string): Finding {
  return {kind: 'error', text};
}
