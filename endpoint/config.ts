/** Parses the environment variables of the server. Each invalid one yields one sentence. */
import * as v from 'valibot';
import {isProtected} from './verifier/agency-client.ts';
import type {AgencySettings} from './verifier/agency-verifier.ts';
import {unknownSetting} from './unknown-setting.ts';
import type {RateLimitSettings} from './rate-limits.ts';
import type {ServiceSecrets} from './auth.ts';

/** The configuration of a server. */
export interface ServerConfig {
  readonly host: string;
  readonly port: number;
  readonly basePath: string;
  /** The port of the metrics; `undefined`: there are none. */
  readonly metricsPort: number | undefined;
  readonly metricsHost: string;
  /** The URL of a PostgreSQL, or the file of an SQLite. */
  readonly database:
    | {readonly kind: 'postgres'; readonly url: string; readonly connections: number}
    | {readonly kind: 'sqlite'; readonly path: string};
  /** 32 bytes. */
  readonly encryptionKey: Uint8Array<ArrayBuffer>;
  /** Further keys that only decrypt, during a rotation. 32 bytes each. */
  readonly decryptionKeys: readonly Uint8Array<ArrayBuffer>[];
  readonly secrets: ServiceSecrets;
  /** The origin of the site's pages, where a proxy changes the `Host` header. */
  readonly publicOrigin: string | undefined;
  readonly allowedOrigins: readonly string[];
  /** How many of the site's own proxies add to `X-Forwarded-For`. */
  readonly trustedProxies: number;
  /** How long the code of the previous step is accepted, in ms. */
  readonly graceMs: number;
  readonly limits: RateLimitSettings;
  /** How long keys, receipts and the audit trail are stored, in ms. */
  readonly retentionMs: number;
  /** How long the port stays open after a SIGTERM, in ms. */
  readonly stopDelayMs: number;
  readonly agency: AgencySettings | undefined;
}

/** The configuration, or one sentence for each invalid variable. */
export type ServerConfigResult =
  | {readonly kind: 'valid'; readonly config: ServerConfig}
  | {readonly kind: 'invalid'; readonly errors: readonly string[]};

const nonEmpty = v.pipe(v.string(), v.minLength(1, 'must not be empty'));

/** Parses an integer within bounds. */
function integer(min: number, max: number, byDefault: number) {
  const message = `must be a whole number from ${min} to ${max}`;
  return v.optional(
    v.pipe(
      v.string(),
      v.regex(/^[0-9]+$/, message),
      v.transform(Number),
      v.minValue(min, message),
      v.maxValue(max, message),
    ),
    String(byDefault),
  );
}

const SECRET_MESSAGE = 'must be at least 32 characters without spaces';
const MAX_SECRETS = 2;

/** One secret, or two while one replaces the other. */
const secrets = v.pipe(
  v.string(),
  v.transform(splitList),
  v.minLength(1, SECRET_MESSAGE),
  v.maxLength(MAX_SECRETS, 'must have one secret, or two during a rotation'),
  v.array(v.pipe(v.string(), v.regex(/^[\x21-\x7e]{32,}$/, SECRET_MESSAGE))),
);

/** `name=secret,name=secret`, each name once, or twice during a rotation. */
const siteSecrets = v.pipe(
  v.string(),
  v.transform(groupByName),
  v.record(
    v.pipe(v.string(), v.regex(/^[a-z0-9-]{1,40}$/, 'must name each site with a-z, 0-9 and -')),
    v.pipe(
      v.array(v.string()),
      v.transform((all) => all.join()),
      secrets,
    ),
  ),
);

const url = (message: string, protocols: readonly string[]) =>
  v.pipe(
    v.string(),
    v.check((address) => protocols.includes(URL.parse(address)?.protocol ?? ''), message),
  );
const protectedUrl = v.pipe(
  v.string(),
  v.check(isProtected, 'must be an https address, or an http address of this machine'),
);

const encryptionKey = v.pipe(
  v.string(),
  v.regex(
    /^[0-9a-f]{64}$/i,
    'must be 64 hexadecimal digits, for example from `openssl rand -hex 32`',
  ),
  v.transform((hex) => Uint8Array.from(Buffer.from(hex, 'hex'))),
);

const Environment = v.object({
  HOST: v.optional(nonEmpty, '127.0.0.1'),
  PORT: integer(0, 65_535, 8787),
  METRICS_PORT: v.optional(integer(0, 65_535, 0).wrapped),
  METRICS_HOST: v.optional(nonEmpty, '127.0.0.1'),
  BASE_PATH: v.optional(
    v.pipe(v.string(), v.regex(/^(\/[A-Za-z0-9._-]+)*$/, 'must be a path such as /api/motp')),
    '/api/motp',
  ),
  DATABASE_URL: v.optional(url('must be a postgres:// address', ['postgres:', 'postgresql:'])),
  CONNECTIONS: integer(1, 200, 16),
  SQLITE_FILE: v.optional(nonEmpty, 'endpoint.db'),
  ENCRYPTION_KEY: v.pipe(
    v.string('must be set: 64 hexadecimal digits, for example from `openssl rand -hex 32`'),
    encryptionKey,
  ),
  DECRYPTION_KEYS: v.optional(
    v.pipe(v.string(), v.transform(splitList), v.array(encryptionKey)),
    '',
  ),
  SITES: v.optional(siteSecrets, ''),
  IDENTITY_SERVICE_SECRET: v.optional(secrets),
  APP_SECRET: v.optional(secrets),
  PUBLIC_ORIGIN: v.optional(
    v.pipe(
      v.string(),
      v.check(isOrigin, 'must be the origin of your pages, such as https://www.example.kr'),
    ),
  ),
  ALLOWED_ORIGINS: v.optional(
    v.pipe(
      v.string(),
      v.check(
        (list) => splitList(list).every(isOrigin),
        'must be origins such as https://www.example.kr, separated by commas',
      ),
      v.transform(splitList),
    ),
    '',
  ),
  TRUSTED_PROXIES: integer(0, 10, 0),
  GRACE_SECONDS: integer(0, 60, 30),
  REQUESTS_PER_ACCOUNT: integer(1, 1_000_000_000, 60),
  REQUESTS_PER_ADDRESS: integer(1, 1_000_000_000, 1200),
  FAILURES_PER_SITE: integer(5, 1_000_000_000, 2000),
  RETENTION_DAYS: integer(31, 36_500, 1095),
  STOP_DELAY_SECONDS: integer(0, 60, 0),
  AGENCY_ACCREDIT_URL: v.optional(protectedUrl),
  AGENCY_RESET_URL: v.optional(protectedUrl),
  AGENCY_INSTITUTE: v.optional(nonEmpty),
});

const DAY_MS = 24 * 3_600_000;

/**
 * Parses the environment.
 *
 * @param fileVariables the names of those variables that come from the endpoint's own settings file
 */
export function parseServerConfig(
  environment: NodeJS.ProcessEnv,
  fileVariables: readonly string[] = [],
): ServerConfigResult {
  const settings = Object.keys(Environment.entries);
  const unknown = Object.keys(environment).flatMap(
    (name) => unknownSetting(name, settings, fileVariables.includes(name)) ?? [],
  );
  if (unknown.length > 0) return {kind: 'invalid', errors: unknown};
  // Compose files set an absent variable to the empty string.
  const variables = Object.entries(environment).filter(([, value]) => value !== '');
  const parsed = v.safeParse(Environment, Object.fromEntries(variables));
  if (!parsed.success) return {kind: 'invalid', errors: parsed.issues.map(toSentence)};
  const env = parsed.output;
  const agency = parseAgency(env);
  if (agency === 'incomplete') {
    const names = 'AGENCY_ACCREDIT_URL, AGENCY_RESET_URL and AGENCY_INSTITUTE';
    return {kind: 'invalid', errors: [`${names} must be set together, or none of them.`]};
  }
  const serviceSecrets = {
    sites: env.SITES,
    identityService: env.IDENTITY_SERVICE_SECRET,
    app: env.APP_SECRET,
  };
  if (haveSharedSecret(serviceSecrets)) {
    return {kind: 'invalid', errors: ['Two servers have the same secret. Give each its own.']};
  }
  const {DATABASE_URL, CONNECTIONS, SQLITE_FILE} = env;
  return {
    kind: 'valid',
    config: {
      host: env.HOST,
      port: env.PORT,
      basePath: env.BASE_PATH,
      metricsPort: env.METRICS_PORT,
      metricsHost: env.METRICS_HOST,
      database:
        DATABASE_URL === undefined
          ? {kind: 'sqlite', path: SQLITE_FILE}
          : {kind: 'postgres', url: DATABASE_URL, connections: CONNECTIONS},
      encryptionKey: env.ENCRYPTION_KEY,
      decryptionKeys: env.DECRYPTION_KEYS,
      secrets: serviceSecrets,
      publicOrigin: env.PUBLIC_ORIGIN,
      allowedOrigins: env.ALLOWED_ORIGINS,
      trustedProxies: env.TRUSTED_PROXIES,
      graceMs: env.GRACE_SECONDS * 1000,
      limits: {
        perAccount: env.REQUESTS_PER_ACCOUNT,
        perAddress: env.REQUESTS_PER_ADDRESS,
        failuresPerSite: env.FAILURES_PER_SITE,
      },
      retentionMs: env.RETENTION_DAYS * DAY_MS,
      stopDelayMs: env.STOP_DELAY_SECONDS * 1000,
      agency,
    },
  };
}

function parseAgency(
  env: v.InferOutput<typeof Environment>,
): AgencySettings | 'incomplete' | undefined {
  const accreditUrl = env.AGENCY_ACCREDIT_URL;
  const resetUrl = env.AGENCY_RESET_URL;
  const institute = env.AGENCY_INSTITUTE;
  if (accreditUrl && resetUrl && institute) return {accreditUrl, resetUrl, institute};
  return accreditUrl || resetUrl || institute ? 'incomplete' : undefined;
}

/** Names the variable and what it must be. Never its value, which can be a secret. */
function toSentence(issue: v.BaseIssue<unknown>): string {
  const [name] = (v.getDotPath(issue) ?? 'The environment').split('.');
  const requirement = issue.type === 'object' ? 'must be set' : issue.message;
  return `${name} ${requirement}.`;
}

/** Whether two servers have the same secret: the endpoint could not tell them apart. */
function haveSharedSecret({sites, identityService = [], app = []}: ServiceSecrets): boolean {
  const all = [...Object.values(sites), identityService, app].flat();
  return new Set(all).size < all.length;
}

/** Returns the values of each name in `name=value,name=value`. */
function groupByName(list: string): Record<string, readonly string[]> {
  const groups = new Map<string, readonly string[]>();
  for (const entry of splitList(list)) {
    const [name, value] = splitAtEquals(entry);
    groups.set(name, [...(groups.get(name) ?? []), value]);
  }
  return Object.fromEntries(groups);
}

function isOrigin(text: string): boolean {
  return URL.parse(text)?.origin === text;
}

function splitList(text: string): string[] {
  return text.split(',').filter(Boolean);
}

function splitAtEquals(text: string): readonly [string, string] {
  const at = text.indexOf('=');
  return at < 0 ? [text, ''] : [text.slice(0, at), text.slice(at + 1)];
}
