import type {MotpRejectedEvent, MotpVerifiedEvent, Messages} from 'motp-verify';
import {MotpVerify} from 'motp-verify/react';
import {useState} from 'react';
import {createRoot} from 'react-dom/client';

const messages: Partial<Messages> = {submit: '확인'};

/** Renders the wrapper; with `?plain` the custom element itself, which needs React 19. */
function App({isPlain}: {readonly isPlain: boolean}) {
  const [result, setResult] = useState('');
  const onVerified = ({receipt}: MotpVerifiedEvent): void => setResult(receipt.verificationId);
  const onRejected = ({outcome}: MotpRejectedEvent): void => setResult(outcome);
  return (
    <>
      {isPlain ? (
        <motp-verify
          endpoint="/api/motp"
          trainee-name="홍길동"
          trainee-phone="01012345678"
          masked
          completion="inline"
          messages={messages}
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
          messages={messages}
          onMotpVerified={onVerified}
          onMotpRejected={onRejected}
        />
      )}
      <output>{result}</output>
    </>
  );
}

const root = document.getElementById('app');
if (root) createRoot(root).render(<App isPlain={location.search === '?plain'} />);
