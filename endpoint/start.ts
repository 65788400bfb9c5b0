/**
 * `npm run start:endpoint`: the reference endpoint as a server, on SQLite, or on PostgreSQL where
 * `DATABASE_URL` says so. Without any settings it makes secrets of its own, in `endpoint.env`.
 */
import {randomBytes} from 'node:crypto';
import {existsSync, writeFileSync} from 'node:fs';
import {loadEnvFile} from 'node:process';
import {createLog} from './log.ts';
import {startServer} from './server.ts';
import {parseServerConfig} from './config.ts';

const FILE = 'endpoint.env';

if (process.env['ENCRYPTION_KEY'] === undefined) {
  if (!existsSync(FILE) && process.env['DATABASE_URL'] === undefined) makeSecrets();
  if (existsSync(FILE)) loadEnvFile(FILE);
}
const result = parseServerConfig(process.env);
if (result.kind === 'invalid') {
  for (const sentence of result.errors) console.error(sentence);
  process.exit(1);
}

const {log, flush} = createLog((lines) => process.stdout.write(lines), Date.now);
process.on('exit', flush);
try {
  const server = await startServer(result.config, log);
  let isStopping = false;
  const stop = async (): Promise<void> => {
    // A second signal changes nothing: what is under way is still finished.
    if (isStopping) return;
    isStopping = true;
    await server.stop();
    process.exit(0);
  };
  process.on('SIGTERM', () => void stop());
  process.on('SIGINT', () => void stop());
} catch (error) {
  console.error(`The endpoint did not start: ${(error as Error).message}`);
  process.exit(1);
}

function makeSecrets(): void {
  const lines = [
    '# Secrets of this endpoint, made at its first start. Whoever has them can read the database.',
    `ENCRYPTION_KEY=${secret()}`,
    `SITES=demo=${secret()}`,
    `IDENTITY_SERVICE_SECRET=${secret()}`,
    `APP_SECRET=${secret()}`,
  ];
  writeFileSync(FILE, `${lines.join('\n')}\n`, {mode: 0o600});
  console.error(`No settings were given: secrets were made, and are in ${FILE}.`);
}

function secret(): string {
  return randomBytes(32).toString('hex');
}
