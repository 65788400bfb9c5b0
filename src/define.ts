/** Defines `<motp-verify>`: all that a script tag is for. Included twice, the second time does nothing. */
import {MotpVerify} from './motp-verify.ts';

if (!customElements.get('motp-verify')) customElements.define('motp-verify', MotpVerify);
