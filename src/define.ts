/** Defines `<motp-verify>` for a module script. A second copy on the page does nothing. */
import {MotpVerify} from './motp-verify.ts';

if (!customElements.get('motp-verify')) customElements.define('motp-verify', MotpVerify);
