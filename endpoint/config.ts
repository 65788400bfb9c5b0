/** What the server is told by its environment; each wrong setting as one sentence. */
import * as v from 'valibot';
import type {AgencySettings} from './verifier/agency-verifier.ts';
import type {RateLimitSettings} from './rate-limits.ts';
import type {ServiceSecrets} from './auth.ts';

/** How a server runs. */
export interface ServerConfig {
  readonly host: string;
  readonly port: number;
  readonly basePath: string;
  /** A PostgreSQL address, or a file for SQLite. */
  readonly database:
    | {readonly kind: 'postgres'; readonly url: string; readonly connections: number}
    | {readonly kind: 'sqlite'; readonly path: string};
  /** 32 bytes. */
  readonly encryptionKey: Uint8Array<ArrayBuffer>;
  readonly secrets: ServiceSecrets;
  readonly allowedOrigins: readonly string[];
  /** How many proxies of ours stand before it, each adding to `X-Forwarded-For`. */
  readonly trustedProxies: number;
  readonly graceMs: number;
  readonly limits: RateLimitSettings;
  /** How long keys, receipts and the audit trail are kept, in ms. */
  readonly retentionMs: number;
  readonly agency: AgencySettings | undefined;
}

/** Every setting, or what is wrong. */
export type ServerConfigResult =
  | {readonly kind: 'valid'; readonly config: ServerConfig}
  | {readonly kind: 'invalid'; readonly errors: readonly string[]};

const said = v.pipe(v.string(), v.minLength(1, 'must not be empty'));

/** A whole number within bounds. */
function whole(least: number, most: number, preset: number) {
  const means = `must be a whole number from ${least} to ${most}`;
  return v.optional(
    v.pipe(
      v.string(),
      v.regex(/^[0-9]+$/, means),
      v.transform(Number),
      v.minValue(least, means),
      v.maxValue(most, means),
    ),
    String(preset),
  );
}

const SECRET_MEANS = 'must be at least 32 characters without blanks';
const secret = v.pipe(v.string(), v.regex(/^[\x21-\x7e]{32,}$/, SECRET_MEANS));

/** `name=secret,name=secret`. */
const sites = v.pipe(
  v.string(),
  v.transform((list) => Object.fromEntries(listOf(list).map((one) => cutAt(one, '=')))),
  v.record(
    v.pipe(v.string(), v.regex(/^[a-z0-9-]{1,40}$/, 'names each site in a-z, 0-9 and -')),
    secret,
  ),
);

const url = (means: string, protocols: readonly string[]) =>
  v.pipe(
    v.string(),
    v.check((address) => protocols.includes(URL.parse(address)?.protocol ?? ''), means),
  );
const http = url('must be an http or https address', ['http:', 'https:']);

const Environment = v.object({
  HOST: v.optional(said, '127.0.0.1'),
  PORT: whole(0, 65_535, 8787),
  BASE_PATH: v.optional(
    v.pipe(v.string(), v.regex(/^(\/[A-Za-z0-9._-]+)*$/, 'must be a path such as /api/motp')),
    '/api/motp',
  ),
  DATABASE_URL: v.optional(url('must be a postgres:// address', ['postgres:', 'postgresql:'])),
  CONNECTIONS: whole(1, 200, 16),
  SQLITE_FILE: v.optional(said, 'endpoint.db'),
  ENCRYPTION_KEY: v.pipe(
    v.string('must be set: 64 hexadecimal digits, such as `openssl rand -hex 32` makes'),
    v.regex(/^[0-9a-f]{64}$/i, 'must be 64 hexadecimal digits, as `openssl rand -hex 32` makes'),
  ),
  SITES: v.optional(sites, ''),
  IDENTITY_SERVICE_SECRET: v.optional(secret),
  APP_SECRET: v.optional(secret),
  ALLOWED_ORIGINS: v.optional(
    v.pipe(
      v.string(),
      v.check(
        (list) => listOf(list).every((origin) => URL.parse(origin)?.origin === origin),
        'must be origins such as https://www.example.kr, with commas between',
      ),
      v.transform(listOf),
    ),
    '',
  ),
  TRUSTED_PROXIES: whole(0, 10, 0),
  GRACE_SECONDS: whole(0, 60, 30),
  REQUESTS_PER_ACCOUNT: whole(1, 1_000_000_000, 60),
  REQUESTS_PER_ADDRESS: whole(1, 1_000_000_000, 1200),
  FAILURES_PER_SITE: whole(5, 1_000_000_000, 2000),
  RETENTION_DAYS: whole(31, 36_500, 1095),
  AGENCY_ACCREDIT_URL: v.optional(http),
  AGENCY_RESET_URL: v.optional(http),
  AGENCY_INSTITUTE: v.optional(said),
});

const DAY_MS = 24 * 3_600_000;

/** Reads the environment. */
export function parseServerConfig(environment: NodeJS.ProcessEnv): ServerConfigResult {
  // What is set to nothing, as compose files do, is not set.
  const given = Object.entries(environment).filter(([, value]) => value !== '');
  const read = v.safeParse(Environment, Object.fromEntries(given));
  if (!read.success) return {kind: 'invalid', errors: read.issues.map(sentence)};
  const set = read.output;
  const agency = agencyOf(set);
  if (agency === 'incomplete') {
    const names = 'AGENCY_ACCREDIT_URL, AGENCY_RESET_URL and AGENCY_INSTITUTE';
    return {kind: 'invalid', errors: [`${names} must be set together, or none of them.`]};
  }
  const {DATABASE_URL, CONNECTIONS, SQLITE_FILE} = set;
  return {
    kind: 'valid',
    config: {
      host: set.HOST,
      port: set.PORT,
      basePath: set.BASE_PATH,
      database:
        DATABASE_URL === undefined
          ? {kind: 'sqlite', path: SQLITE_FILE}
          : {kind: 'postgres', url: DATABASE_URL, connections: CONNECTIONS},
      encryptionKey: Uint8Array.from(Buffer.from(set.ENCRYPTION_KEY, 'hex')),
      secrets: {
        sites: set.SITES,
        identityService: set.IDENTITY_SERVICE_SECRET,
        app: set.APP_SECRET,
      },
      allowedOrigins: set.ALLOWED_ORIGINS,
      trustedProxies: set.TRUSTED_PROXIES,
      graceMs: set.GRACE_SECONDS * 1000,
      limits: {
        perAccount: set.REQUESTS_PER_ACCOUNT,
        perAddress: set.REQUESTS_PER_ADDRESS,
        failuresPerSite: set.FAILURES_PER_SITE,
      },
      retentionMs: set.RETENTION_DAYS * DAY_MS,
      agency,
    },
  };
}

function agencyOf(
  set: v.InferOutput<typeof Environment>,
): AgencySettings | 'incomplete' | undefined {
  const accreditUrl = set.AGENCY_ACCREDIT_URL;
  const resetUrl = set.AGENCY_RESET_URL;
  const institute = set.AGENCY_INSTITUTE;
  if (accreditUrl && resetUrl && institute) return {accreditUrl, resetUrl, institute};
  return accreditUrl || resetUrl || institute ? 'incomplete' : undefined;
}

/** Names the setting and what it must be; never what was in it, which may be a secret. */
function sentence(issue: v.BaseIssue<unknown>): string {
  const [name] = (v.getDotPath(issue) ?? 'The environment').split('.');
  const means = issue.type === 'object' ? 'must be set' : issue.message;
  return `${name} ${means}.`;
}

function listOf(text: string): string[] {
  return text.split(',').filter(Boolean);
}

function cutAt(text: string, mark: string): readonly [string, string] {
  const at = text.indexOf(mark);
  return at < 0 ? [text, ''] : [text.slice(0, at), text.slice(at + 1)];
}
