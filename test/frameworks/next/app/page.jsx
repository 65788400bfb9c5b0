import {MotpCheck} from './motp-check';

export default function Page() {
  return <MotpCheck traineeName="홍길동" traineePhone="01012345678" />;
}
