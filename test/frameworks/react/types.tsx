// What the compiler must not take: each of these lines is an error, or there is one for want of it.
import {MotpVerify} from 'motp-verify/react';

// @ts-expect-error -- a name is a text.
export const named = <MotpVerify traineeName={5} />;
// @ts-expect-error -- there is no such message.
export const worded = <motp-verify words={{submitt: '확인'}} />;
// @ts-expect-error -- a receipt has no name in it.
export const heard = <motp-verify onmotp-verified={({receipt}) => receipt.traineeName} />;
