import 'motp-verify/preact';

export const element = [
  <motp-verify occasion="leson" />,
  <motp-verify ocasion="lesson" />,
  <motp-verify messages={{submitt: '확인'}} />,
  <motp-verify onmotp-verified={({reciept}) => reciept} />,
];
