/**
 * Runs in a separate process: attackers send codes to one account without a pause, until the process is
 * killed. Prints each second how often each code came back.
 */
import {inParallel, HttpClient, seededRandom} from './http-client.ts';

const [url = '', ticket = '', attackers = ''] = process.argv.slice(2);
const client = new HttpClient(Number(attackers));
const random = seededRandom(64);
let codes: Record<string, number> = {};

setInterval(() => {
  process.stdout.write(`${JSON.stringify(codes)}\n`);
  codes = {};
}, 1000);

await inParallel(Infinity, Number(attackers), async () => {
  const code = String(Math.floor(random() * 1e6)).padStart(6, '0');
  const reply = await client.post(url, ticket, code);
  codes[reply.code] = (codes[reply.code] ?? 0) + 1;
});
