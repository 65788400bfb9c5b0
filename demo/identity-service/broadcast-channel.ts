/**
 * The line between the demo's identity service and the verification system of one tab. In real life
 * they speak server to server, as with `npm start`; here both live in this browser.
 */
import * as v from 'valibot';
import {IDENTITY_SERVICES} from './identity-urls.ts';

/** What the service reports: whom it has verified, and by what. */
export const Report = v.object({
  service: v.picklist(IDENTITY_SERVICES),
  name: v.string(),
  /** By which the answer finds the window that asked. */
  id: v.string(),
});
/** See the schema of the same name. */
export type Report = v.InferOutput<typeof Report>;

/** What the verification system answers: its own code, such as `released`. */
export const ReportReply = v.object({id: v.string(), code: v.string()});

/** Opens the line to the system of this id. */
export function openReportChannel(systemId: string): BroadcastChannel {
  return new BroadcastChannel(`motp-verify-demo-${systemId}`);
}

/** Tells a system, and waits for what it says; `undefined` where nobody is there within 10 s. */
export async function sendReport(
  systemId: string,
  said: Omit<Report, 'id'>,
): Promise<string | undefined> {
  const line = openReportChannel(systemId);
  const id = crypto.randomUUID();
  const signal = AbortSignal.timeout(10_000);
  const answer = new Promise<string | undefined>((resolve) => {
    line.addEventListener('message', ({data}) => {
      const recorded = v.safeParse(ReportReply, data);
      if (recorded.success && recorded.output.id === id) resolve(recorded.output.code);
    });
    signal.addEventListener('abort', () => resolve(undefined));
  });
  line.postMessage({...said, id} satisfies Report);
  const code = await answer;
  line.close();
  return code;
}

/** Answers every report to a system by what `record` makes of it. */
export function handleReports(systemId: string, record: (said: Report) => Promise<string>): void {
  const line = openReportChannel(systemId);
  line.addEventListener('message', async ({data}) => {
    const said = v.safeParse(Report, data);
    if (!said.success) return;
    const {id} = said.output;
    line.postMessage({id, code: await record(said.output)});
  });
}
