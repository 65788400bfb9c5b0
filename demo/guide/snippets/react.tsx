import type {MotpVerifiedEvent, Occasion} from 'motp-verify';
import {MotpVerify} from 'motp-verify/react';

/** Works with React 17 and later. With React 19 you can also use `<motp-verify>` directly. */
export function MotpCheck({occasion, unit = 0, onDone}: MotpCheckProps) {
  const onVerified = async ({receipt: {verificationId}}: MotpVerifiedEvent): Promise<void> => {
    // The event is only a hint: your server must check this ID with the endpoint.
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
  /** The number of the lesson or attempt. */
  readonly unit?: number;
  readonly onDone: () => void;
}
