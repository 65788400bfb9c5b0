/** The page of the demo's identity service. It can succeed, fail, be cancelled or be closed. */
import {html, nothing, render} from 'lit';
import {formValue} from '../shell/form-value.ts';
import {nextTask} from '../shell/next-task.ts';
import {sendReport} from './broadcast-channel.ts';
import {reportViaServer} from './report-via-server.ts';
import {IDENTITY_SERVICES} from './identity-urls.ts';
import {notifyOpener} from './notify-opener.ts';
import {identityMessages} from './messages.ts';

const query = new URLSearchParams(location.search);
const service = IDENTITY_SERVICES.find((one) => one === query.get('service')) ?? 'phone';
const lang = query.get('lang') ?? 'ko';
const messages = identityMessages(lang);
document.documentElement.lang = lang.startsWith('ko') ? 'ko' : 'en';
document.title = `${messages.titles[service]} (${messages.demo})`;

/** The message for each code of the verification system's response. */
const OUTCOMES: Readonly<Record<string, string>> = {
  released: messages.released,
  reset: messages.released,
  'identity-mismatch': messages['identity-mismatch'],
  'not-registered': messages['not-registered'],
};

// Not in the task that has evaluated the modules.
await nextTask();
renderPage('');

async function onSubmit(event: SubmitEvent): Promise<void> {
  event.preventDefault();
  renderPage(messages.sending);
  const name = formValue(event, 'name');
  // On another origin the service has its own server. Otherwise its backend is in the opener's page.
  const hasServer = (query.get('opener') ?? location.origin) !== location.origin;
  const code = hasServer
    ? await reportViaServer({service, name, trainee: query.get('trainee') ?? ''})
    : await sendReport(query.get('backend') ?? '', {service, name});
  renderPage(code === undefined ? messages.unreachable : (OUTCOMES[code] ?? messages.failed));
  // After any other code the trainee may try again.
  if (code !== 'released' && code !== 'reset') return;
  notifyOpener(query);
  window.close();
}

/** Ends without a report, so the widget finds the account unchanged. */
function onClose(message: string): void {
  renderPage(message);
  notifyOpener(query);
  if (!message) window.close();
}

function renderPage(outcome: string): void {
  const isReset = service === 're-registration';
  render(
    html`<h1>${messages.titles[service]} <small>(${messages.demo})</small></h1>
      <p>${messages.lead[service]}</p>
      <form @submit=${onSubmit}>
        ${
          service === 'phone'
            ? html`<label
                >${messages.carrier}
                <select>
                  ${messages.carriers.map((carrier) => html`<option>${carrier}</option>`)}
                </select></label
              >`
            : nothing
        }
        <label
          >${messages.name} <input name="name" required value="홍길동" autocomplete="off"
        /></label>
        <p class="buttons">
          <button class="enter" id="succeed">${isReset ? messages.reset : messages.succeed}</button>
          ${
            isReset
              ? nothing
              : html`<button type="button" id="fail" @click=${() => onClose(messages.failed)}>
                  ${messages.fail}
                </button>`
          }
          <button type="button" id="cancel" @click=${() => onClose('')}>${messages.cancel}</button>
        </p>
      </form>
      <p id="outcome" role="status">${outcome}</p>
      <p class="small">${messages.standIn}</p>`,
    document.querySelector('main') ?? document.body,
  );
}
