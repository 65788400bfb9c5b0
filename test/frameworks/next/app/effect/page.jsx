import {MotpCheck} from '../motp-check-effect';

export default function Page() {
  return <MotpCheck />;
}
