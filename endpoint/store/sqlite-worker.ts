/**
 * The thread that writes to SQLite, started by sqlite-writer.ts: a commit waits for the disk here, and not in
 * the event loop that serves requests.
 */
import {parentPort, workerData} from 'node:worker_threads';
import {DECIDED_COLUMNS, INSERT_ATTEMPTS, IS_UNCHANGED, SET_ACCOUNT} from './attempt-statements.ts';
import type {SqlRow, SqlValue} from './database.ts';
import {connect, queryOn, rowOf} from './sqlite-connection.ts';
import type {WriterCall, WriterReply} from './sqlite-writer.ts';

const GIVEN = rowOf(DECIDED_COLUMNS);
const CHANGE_ACCOUNT = `${SET_ACCOUNT} FROM ${GIVEN} WHERE ${IS_UNCHANGED} RETURNING subject`;
const INSERT = `${INSERT_ATTEMPTS} FROM ${GIVEN}`;

const database = connect(workerData as string);
// The other thread repeats `BEGIN` while another process writes.
database.exec('PRAGMA busy_timeout = 0');
const query = queryOn(database);

parentPort?.on('message', (call: WriterCall) => {
  parentPort?.postMessage(replyTo(call));
});

function replyTo(call: WriterCall): WriterReply {
  try {
    switch (call.kind) {
      case 'query':
        return {kind: 'rows', rows: query(call.text, call.values)};
      case 'store-attempts':
        return {kind: 'rows', rows: storeAttempts(call.attempts)};
      case 'close':
        database.close();
        return {kind: 'rows', rows: []};
    }
  } catch (error) {
    // A copy of an error would lose its code.
    const {message, stack, errcode} = error as Error & {readonly errcode?: number};
    return {kind: 'error', message, stack, errcode};
  }
}

/** Compares and sets each account, and inserts the attempt if it has changed it. */
function storeAttempts(attempts: readonly (readonly SqlValue[])[]): readonly SqlRow[] {
  return attempts.flatMap((attempt) => {
    const changed = query(CHANGE_ACCOUNT, attempt);
    if (changed.length > 0) query(INSERT, attempt);
    return changed;
  });
}
