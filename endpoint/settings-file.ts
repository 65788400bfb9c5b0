/** Reads the settings from the environment and from `endpoint.env` in the working directory. */
import {randomBytes} from 'node:crypto';
import {existsSync, readFileSync, writeFileSync} from 'node:fs';
import {loadEnvFile} from 'node:process';
import {parseEnv} from 'node:util';
import {parseServerConfig, type ServerConfig} from './config.ts';

const ENV_FILE = 'endpoint.env';

/**
 * Loads the settings. The file is read if the environment has no `ENCRYPTION_KEY`.
 *
 * @param createsSecrets whether to create the file, with new secrets, if there are no settings at all
 * @throws Error with one sentence for each invalid setting
 */
export function loadConfig(createsSecrets: boolean): ServerConfig {
  let fileVariables: readonly string[] = [];
  if (process.env['ENCRYPTION_KEY'] === undefined) {
    const isNew = !existsSync(ENV_FILE) && process.env['DATABASE_URL'] === undefined;
    if (createsSecrets && isNew) createSecrets();
    if (existsSync(ENV_FILE)) {
      fileVariables = Object.keys(parseEnv(readFileSync(ENV_FILE, 'utf8')));
      loadEnvFile(ENV_FILE);
    }
  }
  const result = parseServerConfig(process.env, fileVariables);
  if (result.kind === 'invalid') throw new Error(result.errors.join('\n'));
  return result.config;
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
