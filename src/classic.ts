/** Defines `<motp-verify>` from a classic script, and adds no global name. */
import './define.ts';
