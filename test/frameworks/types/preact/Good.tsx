import type {MotpVerify} from 'motp-verify/preact';
import {createRef} from 'preact';

const widget = createRef<MotpVerify>();

export const element = (
  <motp-verify
    id="check"
    class="wide"
    ref={widget}
    occasion="lesson"
    unit={9}
    max-failures="5"
    trainee-name="홍길동"
    required
    messages={{submit: '확인'}}
    onmotp-verified={({receipt}) => receipt.verificationId.length}
  >
    <input slot="code" />
  </motp-verify>
);
