import 'motp-verify/solid';

export const element = [
  <motp-verify occasion="leson" />,
  <motp-verify ocasion="lesson" />,
  <motp-verify prop:messages={{submitt: '확인'}} />,
  <motp-verify on:motp-verified={({reciept}) => reciept} />,
];
