/** A stand-in for the identity service: success, failure, cancel, or simply closed. */
import {html, nothing, render} from 'lit';
import {textOf} from '../shell/form-value.ts';
import {report} from './broadcast-channel.ts';
import {reportByServer} from './report-via-server.ts';
import {SERVICES} from './identity-urls.ts';
import {tellOpener} from './notify-opener.ts';
import {identityWords} from './messages.ts';

const query = new URLSearchParams(location.search);
const service = SERVICES.find((one) => one === query.get('service')) ?? 'phone';
const lang = query.get('lang') ?? 'ko';
const words = identityWords(lang);
document.documentElement.lang = lang.startsWith('ko') ? 'ko' : 'en';
document.title = `${words.titles[service]} (${words.stage})`;

/** What the verification system made of a report, in words. */
const OUTCOMES: Readonly<Record<string, string>> = {
  released: words.released,
  reset: words.released,
  'identity-mismatch': words['identity-mismatch'],
  'not-registered': words['not-registered'],
};

draw('');

async function onSubmit(event: SubmitEvent): Promise<void> {
  event.preventDefault();
  draw(words.sending);
  const name = textOf(event, 'name');
  // At an origin of its own it has a server; else it shares the browser of the page that opened it.
  const hasServer = (query.get('opener') ?? location.origin) !== location.origin;
  const code = hasServer
    ? await reportByServer({service, name, trainee: query.get('trainee') ?? ''})
    : await report(query.get('system') ?? '', {service, name});
  draw(code === undefined ? words.unreachable : (OUTCOMES[code] ?? words.failed));
  // Otherwise the trainee is not done here, and may try again.
  if (code !== 'released' && code !== 'reset') return;
  tellOpener(query);
  window.close();
}

/** Nothing is reported to the system; the widget will find that nothing has changed. */
function onEnd(saying: string): void {
  draw(saying);
  tellOpener(query);
  if (!saying) window.close();
}

function draw(outcome: string): void {
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
              : html`<button type="button" id="fail" @click=${() => onEnd(words.failed)}>
                  ${words.fail}
                </button>`
          }
          <button type="button" id="cancel" @click=${() => onEnd('')}>${words.cancel}</button>
        </p>
      </form>
      <p id="outcome" role="status">${outcome}</p>
      <p class="small">${words.standIn}</p>`,
    document.querySelector('main') ?? document.body,
  );
}
