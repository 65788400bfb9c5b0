'use client';

import 'motp-verify';
import {useState} from 'react';

/** The element with a listener and an object, which React 19 loses here. */
export default function Page() {
  const [id, setId] = useState('');
  return (
    <>
      <motp-verify
        endpoint="/motp"
        occasion="lesson"
        unit="9"
        messages={{submit: '확인'}}
        onmotp-verified={({receipt}) => setId(receipt.verificationId)}
      />
      <output>{id}</output>
    </>
  );
}
