// Mistakes that TypeScript must reject. Without an error, `@ts-expect-error` itself is one.
import {MotpVerify} from 'motp-verify/react';

// @ts-expect-error -- a name is a string.
export const withName = <MotpVerify traineeName={5} />;
// @ts-expect-error -- no message has this key.
export const withMessages = <motp-verify messages={{submitt: '확인'}} />;
// @ts-expect-error -- a receipt has no name.
export const withListener = <motp-verify onmotp-verified={({receipt}) => receipt.traineeName} />;
