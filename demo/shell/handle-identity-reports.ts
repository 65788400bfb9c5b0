/** Passes the reports of the identity service on to the verification system. */
import {handleReports, type ReportMessage} from '../identity-service/broadcast-channel.ts';
import {createReport, REPORT_METHODS} from '../identity-service/report.ts';
import type {AppServer} from '../phone/app-server.ts';
import {demoNow} from './demo-clock.ts';
import {serverToServer, type MockServerContext} from './mock-servers.ts';
import type {PhonePanel} from './phone-panel.ts';

/** Handles each report for the page's backend. A reset registration also resets the first phone. */
export function handleIdentityReports(
  context: MockServerContext,
  appServer: AppServer,
  phones: PhonePanel,
): void {
  handleReports(context.backend.id, (report) => handleReport(report, context, appServer, phones));
}

/** Handles a report, and returns the code of the endpoint's response. */
async function handleReport(
  {service, name}: ReportMessage,
  context: MockServerContext,
  appServer: AppServer,
  phones: PhonePanel,
): Promise<string> {
  const {backend, currentTrainee} = context;
  if (service === 're-registration') {
    const {kind} = await appServer.reset();
    if (kind === 'failed') return 'failed';
    phones.reset();
    return 'reset';
  }
  // On Node.js the identity service reports through its own server.
  if (backend.kind === 'node') return 'failed';
  const report = createReport(REPORT_METHODS[service], currentTrainee(), name, demoNow());
  const request = backend.createServiceRequest(
    'identity-service',
    'POST',
    '/identity-reports',
    report,
  );
  const response = await serverToServer('identity-service', context)(request);
  const {code} = (await response.json()) as {readonly code?: string};
  return code ?? 'failed';
}
