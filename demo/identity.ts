/** The demo's identity service: reports success to the verification system, then closes. */
import {identityChannel, type IdentityMessage} from './identity-channel.ts';

const channel = identityChannel();
const outcome = document.querySelector('#outcome');

document.querySelector('#verified')?.addEventListener('click', () => {
  channel.postMessage('verified' satisfies IdentityMessage);
  if (outcome) outcome.textContent = '결과를 알리는 중입니다.';
});

channel.addEventListener('message', ({data}: MessageEvent<IdentityMessage>) => {
  if (data !== 'recorded') return;
  if (outcome) outcome.textContent = '완료되었습니다. 이 창을 닫고 돌아가세요.';
  window.close();
});
