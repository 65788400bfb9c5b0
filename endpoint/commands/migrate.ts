/** `motp-endpoint migrate`: brings the tables up to date. */
import type {ServerConfig} from '../config.ts';
import {openDatabase} from '../open-store.ts';

/** Migrates. @returns the exit code */
export async function runMigrate(
  config: ServerConfig,
  print: (text: string) => void,
): Promise<number> {
  const database = openDatabase(config);
  try {
    const migrations = await database.migrate();
    print(migrations === 0 ? 'The tables are up to date.' : `Ran ${migrations} migrations.`);
    return 0;
  } finally {
    await database.close();
  }
}
