import {MotpVerify} from 'motp-verify/react';
import type {MotpVerify as MotpVerifyElement} from 'motp-verify';
import {createRef} from 'react';

const widget = createRef<MotpVerifyElement>();

export const component = (
  <MotpVerify
    id="check"
    className="wide"
    ref={widget}
    occasion="lesson"
    unit={9}
    traineeName={undefined}
    messages={{submit: '확인'}}
    onMotpVerified={({receipt}) => receipt.verificationId.length}
  >
    <input slot="code" />
  </MotpVerify>
);

export const element = (
  <motp-verify
    id="check"
    class="wide"
    ref={widget}
    occasion="lesson"
    max-failures="5"
    trainee-name="홍길동"
    required
    messages={{submit: '확인'}}
    onmotp-verified={({receipt}) => receipt.verificationId.length}
  >
    <input slot="code" />
  </motp-verify>
);
