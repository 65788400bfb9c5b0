/** A stand-in for the identity service: success, failure, cancel, or simply closed. */
import {html, nothing, render} from 'lit';
import {formValue} from '../shell/form-value.ts';
import {sendReport} from './broadcast-channel.ts';
import {reportViaServer} from './report-via-server.ts';
import {IDENTITY_SERVICES} from './identity-urls.ts';
import {notifyOpener} from './notify-opener.ts';
import {identityMessages} from './messages.ts';

const query = new URLSearchParams(location.search);
const service = IDENTITY_SERVICES.find((one) => one === query.get('service')) ?? 'phone';
const lang = query.get('lang') ?? 'ko';
const words = identityMessages(lang);
document.documentElement.lang = lang.startsWith('ko') ? 'ko' : 'en';
document.title = `${words.titles[service]} (${words.stage})`;

/** What the verification system made of a report, in words. */
const OUTCOMES: Readonly<Record<string, string>> = {
  released: words.released,
  reset: words.released,
  'identity-mismatch': words['identity-mismatch'],
  'not-registered': words['not-registered'],
};

renderPage('');

async function onSubmit(event: SubmitEvent): Promise<void> {
  event.preventDefault();
  renderPage(words.sending);
  const name = formValue(event, 'name');
  // At an origin of its own it has a server; else it shares the browser of the page that opened it.
  const hasServer = (query.get('opener') ?? location.origin) !== location.origin;
  const code = hasServer
    ? await reportViaServer({service, name, trainee: query.get('trainee') ?? ''})
    : await sendReport(query.get('system') ?? '', {service, name});
  renderPage(code === undefined ? words.unreachable : (OUTCOMES[code] ?? words.failed));
  // Otherwise the trainee is not done here, and may try again.
  if (code !== 'released' && code !== 'reset') return;
  notifyOpener(query);
  window.close();
}

/** Nothing is reported to the system; the widget will find that nothing has changed. */
function onClose(saying: string): void {
  renderPage(saying);
  notifyOpener(query);
  if (!saying) window.close();
}

function renderPage(outcome: string): void {
  const isReset = service === 're-registration';
  render(
    html`<h1>${words.titles[service]} <small>(${words.stage})</small></h1>
      <p>${words.lead[service]}</p>
      <form @submit=${onSubmit}>
        ${
          service === 'phone'
            ? html`<label
                >${words.carrier}
                <select>
                  ${words.carriers.map((carrier) => html`<option>${carrier}</option>`)}
                </select></label
              >`
            : nothing
        }
        <label
          >${words.name} <input name="name" required value="홍길동" autocomplete="off"
        /></label>
        <p class="buttons">
          <button class="enter" id="succeed">${isReset ? words.reset : words.succeed}</button>
          ${
            isReset
              ? nothing
              : html`<button type="button" id="fail" @click=${() => onClose(words.failed)}>
                  ${words.fail}
                </button>`
          }
          <button type="button" id="cancel" @click=${() => onClose('')}>${words.cancel}</button>
        </p>
      </form>
      <p id="outcome" role="status">${outcome}</p>
      <p class="small">${words.standIn}</p>`,
    document.querySelector('main') ?? document.body,
  );
}
