/**
 * The demo's identity service: reports success to the verification system, then to the page that
 * opened it, and closes.
 */
import {CHANNEL, MESSAGE_TYPE} from '../src/identity-service/identity-window.ts';
import {NONCE} from '../src/identity-service/nonce.ts';
import {identityChannel, isService, type IdentityMessage} from './identity-channel.ts';

const TITLES = {
  phone: '휴대폰 본인인증',
  ipin: '아이핀 인증',
  're-registration': 'mOTP 등록 초기화',
} as const;

const query = new URLSearchParams(location.search);
const asked = query.get('service');
const service = isService(asked) ? asked : 'phone';
const channel = identityChannel(query.get('system') ?? '');
const title = document.querySelector('#title');
const outcome = document.querySelector('#outcome');

if (title) title.textContent = TITLES[service];

document.querySelector('#succeed')?.addEventListener('click', () => {
  channel.postMessage(service satisfies IdentityMessage);
  if (outcome) outcome.textContent = '결과를 알리는 중입니다.';
});

channel.addEventListener('message', ({data}: MessageEvent<IdentityMessage>) => {
  if (data !== 'recorded') return;
  if (outcome) outcome.textContent = '완료되었습니다. 이 창을 닫고 돌아가세요.';
  reportBack();
  window.close();
});

/** Tells the page that opened this window; by channel as well, should the two have been cut apart. */
function reportBack(): void {
  const report = {type: MESSAGE_TYPE, [NONCE]: query.get(NONCE)};
  const opener = window.opener as Window | null;
  opener?.postMessage(report, location.origin);
  new BroadcastChannel(CHANNEL).postMessage(report);
}
