/** Defines `<motp-verify>` for a classic script. It adds no global name. */
import './define.ts';
