/**
 * The channel between the demo's identity service and the backend of one tab. In production, as with
 * `npm start`, they communicate from server to server. Here both run in the browser.
 */
import * as v from 'valibot';
import {IDENTITY_SERVICES} from './identity-urls.ts';

/** How long the identity service waits for a reply, in ms. */
const REPLY_TIMEOUT_MS = 10_000;

/** The message with which the identity service reports a verified person. */
export const ReportMessage = v.object({
  service: v.picklist(IDENTITY_SERVICES),
  name: v.string(),
  /** Matches the reply to this message. */
  id: v.string(),
});
/** A message that matches the schema of the same name. */
export type ReportMessage = v.InferOutput<typeof ReportMessage>;

/** The backend's reply, with the endpoint's code such as `released`. */
export const ReportReply = v.object({id: v.string(), code: v.string()});

/** Opens the channel to the backend with this ID. */
export function openReportChannel(backendId: string): BroadcastChannel {
  return new BroadcastChannel(`motp-verify-demo-${backendId}`);
}

/**
 * Sends a report to a backend and returns the code of its reply.
 *
 * @returns `undefined` if no reply arrives within 10 s
 */
export async function sendReport(
  backendId: string,
  report: Omit<ReportMessage, 'id'>,
): Promise<string | undefined> {
  const channel = openReportChannel(backendId);
  const id = crypto.randomUUID();
  const signal = AbortSignal.timeout(REPLY_TIMEOUT_MS);
  const reply = new Promise<string | undefined>((resolve) => {
    channel.addEventListener('message', ({data}) => {
      const parsed = v.safeParse(ReportReply, data);
      if (parsed.success && parsed.output.id === id) resolve(parsed.output.code);
    });
    signal.addEventListener('abort', () => resolve(undefined));
  });
  channel.postMessage({...report, id} satisfies ReportMessage);
  const code = await reply;
  channel.close();
  return code;
}

/** Replies to every report for a backend with the code that `handler` returns. */
export function handleReports(
  backendId: string,
  handler: (report: ReportMessage) => Promise<string>,
): void {
  const channel = openReportChannel(backendId);
  channel.addEventListener('message', async ({data}) => {
    const parsed = v.safeParse(ReportMessage, data);
    if (!parsed.success) return;
    const {id} = parsed.output;
    channel.postMessage({id, code: await handler(parsed.output)});
  });
}
