import type {DetailedHTMLProps, HTMLAttributes} from 'react';
import type {MotpVerifiedEvent, MotpVerify, Occasion} from 'motp-verify';
import 'motp-verify';

/** React 19 sets what it knows as properties, and listens to `on` + the event's name. */
export function MotpCheck({occasion, unit, onDone}: MotpCheckProps) {
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
    <motp-verify
      endpoint="/api/motp"
      occasion={occasion}
      unit={unit}
      trainee-name="홍길동"
      trainee-phone="01012345678"
      onmotp-verified={onVerified}
    />
  );
}

interface MotpCheckProps {
  readonly occasion: Occasion;
  readonly unit?: number;
  readonly onDone: () => void;
}

interface MotpVerifyAttributes extends HTMLAttributes<MotpVerify> {
  readonly endpoint: string;
  readonly occasion?: Occasion;
  readonly unit?: number | undefined;
  readonly 'trainee-name'?: string;
  readonly 'trainee-phone'?: string;
  readonly 'onmotp-verified'?: (event: MotpVerifiedEvent) => void;
}

declare module 'react' {
  namespace JSX {
    interface IntrinsicElements {
      'motp-verify': DetailedHTMLProps<MotpVerifyAttributes, MotpVerify>;
    }
  }
}
