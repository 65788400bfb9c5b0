import type {MotpRejectedEvent, MotpVerifiedEvent, Words} from 'motp-verify';
import {MotpVerify} from 'motp-verify/react';
import {useState} from 'react';
import {createRoot} from 'react-dom/client';

const words: Partial<Words> = {submit: '확인'};

/** The wrapper by default; `?plain` takes the element as it is, as React 19 can. */
function App({isPlain}: {readonly isPlain: boolean}) {
  const [heard, setHeard] = useState('');
  const onVerified = ({receipt}: MotpVerifiedEvent): void => setHeard(receipt.verificationId);
  const onRejected = ({outcome}: MotpRejectedEvent): void => setHeard(outcome);
  return (
    <>
      {isPlain ? (
        <motp-verify
          endpoint="/api/motp"
          trainee-name="홍길동"
          trainee-phone="01012345678"
          masked
          completion="inline"
          words={words}
          onmotp-verified={onVerified}
          onmotp-rejected={onRejected}
        />
      ) : (
        <MotpVerify
          endpoint="/api/motp"
          traineeName="홍길동"
          traineePhone="01012345678"
          masked
          completion="inline"
          words={words}
          onMotpVerified={onVerified}
          onMotpRejected={onRejected}
        />
      )}
      <output>{heard}</output>
    </>
  );
}

const root = document.getElementById('app');
if (root) createRoot(root).render(<App isPlain={location.search === '?plain'} />);
