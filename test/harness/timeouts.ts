/**
 * How long tests wait, in ms.
 *
 * Only a hang takes so long. A slow, busy machine must not fail a test, so no test has a limit of
 * its own.
 */

/** How long a test waits for a condition. */
export const WAIT_TIMEOUT_MS = 60_000;

/** How long a test in a browser may take. It is longer, so that the condition can be named. */
export const TEST_TIMEOUT_MS = 90_000;
