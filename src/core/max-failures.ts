/** How many failures in a row lock an account (manual: 5회). Endpoint and widget share this limit. */
export const MAX_FAILURES = 5;
