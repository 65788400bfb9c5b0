import type {MotpVerify} from 'motp-verify/solid';

let widget: MotpVerify | undefined;

export const reset = (): void => widget?.reset();

export const element = (
  <motp-verify
    id="check"
    class="wide"
    ref={widget}
    occasion="lesson"
    prop:unit={9}
    max-failures="5"
    trainee-name="홍길동"
    required
    prop:messages={{submit: '확인'}}
    on:motp-verified={({receipt}) => receipt.verificationId.length}
  >
    <input slot="code" />
  </motp-verify>
);
