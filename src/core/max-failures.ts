/** How many failures in a row lock an account (manual: 5회). */
export const MAX_FAILURES = 5;
