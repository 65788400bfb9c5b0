/**
 * `npm run start:endpoint`: starts the endpoint as a server, on SQLite, or on PostgreSQL if
 * `DATABASE_URL` is set. Without settings, the first start creates secrets in `endpoint.env`.
 */
import {randomBytes} from 'node:crypto';
import {existsSync, readFileSync, writeFileSync} from 'node:fs';
import {loadEnvFile} from 'node:process';
import {parseEnv} from 'node:util';
import {parseServerConfig} from './config.ts';
import {createLog} from './log.ts';
import {startServer} from './server.ts';

const ENV_FILE = 'endpoint.env';

let fileVariables: readonly string[] = [];
if (process.env['ENCRYPTION_KEY'] === undefined) {
  if (!existsSync(ENV_FILE) && process.env['DATABASE_URL'] === undefined) createSecrets();
  if (existsSync(ENV_FILE)) {
    fileVariables = Object.keys(parseEnv(readFileSync(ENV_FILE, 'utf8')));
    loadEnvFile(ENV_FILE);
  }
}
const result = parseServerConfig(process.env, fileVariables);
if (result.kind === 'invalid') {
  for (const error of result.errors) console.error(error);
  process.exit(1);
}

const {log, flush} = createLog((lines) => process.stdout.write(lines), Date.now);
process.on('exit', flush);
try {
  const server = await startServer(result.config, log);
  let isStopping = false;
  const stop = async (): Promise<void> => {
    // A second signal changes nothing: running requests are still finished.
    if (isStopping) return;
    isStopping = true;
    await server.stop();
    process.exit(0);
  };
  process.on('SIGTERM', () => void stop());
  process.on('SIGINT', () => void stop());
} catch (error) {
  console.error(`The endpoint failed to start: ${(error as Error).message}`);
  process.exit(1);
}

function createSecrets(): void {
  const lines = [
    '# Secrets of this endpoint, created at its first start. With them, the database can be decrypted.',
    `ENCRYPTION_KEY=${createSecret()}`,
    `SITES=demo=${createSecret()}`,
    `IDENTITY_SERVICE_SECRET=${createSecret()}`,
    `APP_SECRET=${createSecret()}`,
  ];
  writeFileSync(ENV_FILE, `${lines.join('\n')}\n`, {mode: 0o600});
  console.error(`ENCRYPTION_KEY is not set. Created new secrets in ${ENV_FILE}.`);
}

function createSecret(): string {
  return randomBytes(32).toString('hex');
}
