/** Defines `<motp-verify>` from a classic script, and adds no global name. */
import './index.ts';
