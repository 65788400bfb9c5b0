import {MotpVerify} from 'motp-verify/react';

export const component = [
  <MotpVerify key="" occasion="leson" />,
  <MotpVerify key="" ocasion="lesson" />,
  <MotpVerify key="" messages={{submitt: '확인'}} />,
  <MotpVerify key="" onMotpVerified={({reciept}) => reciept} />,
];

export const element = [
  <motp-verify key="" occasion="leson" />,
  <motp-verify key="" ocasion="lesson" />,
  <motp-verify key="" messages={{submitt: '확인'}} />,
  <motp-verify key="" onmotp-verified={({reciept}) => reciept} />,
];
