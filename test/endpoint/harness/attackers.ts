/** A process of its own: so many attackers on one account, without a pause, until it is ended. */
import {inParallel, HttpClient, seededRandom} from './http-client.ts';

const [url = '', ticket = '', attackers = ''] = process.argv.slice(2);
const line = new HttpClient(Number(attackers));
const random = seededRandom(64);
let codes: Record<string, number> = {};

setInterval(() => {
  process.stdout.write(`${JSON.stringify(codes)}\n`);
  codes = {};
}, 1000);

await inParallel(Infinity, Number(attackers), async () => {
  const code = String(Math.floor(random() * 1e6)).padStart(6, '0');
  const heard = await line.post(url, ticket, code);
  codes[heard.code] = (codes[heard.code] ?? 0) + 1;
});
