import type {MotpVerifiedEvent, Occasion} from 'motp-verify';
import {MotpVerify} from 'motp-verify/react';

/** For React from version 17 on; React 19 also takes `<motp-verify>` as it is. */
export function MotpCheck({occasion, unit = 0, onDone}: MotpCheckProps) {
  const onVerified = async ({receipt: {verificationId}}: MotpVerifiedEvent): Promise<void> => {
    // A hint, never a proof: your server asks the endpoint about this id.
    const response = await fetch('/checks', {
      method: 'POST',
      headers: {'Content-Type': 'application/json'},
      body: JSON.stringify({verificationId}),
    });
    if (response.ok) onDone();
  };
  return (
    <MotpVerify
      endpoint="/api/motp"
      occasion={occasion}
      unit={unit}
      traineeName="홍길동"
      traineePhone="01012345678"
      onMotpVerified={onVerified}
    />
  );
}

interface MotpCheckProps {
  readonly occasion: Occasion;
  /** The lesson's or attempt's number. */
  readonly unit?: number;
  readonly onDone: () => void;
}
