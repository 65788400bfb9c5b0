/** Prints an error of the widget's own code, as from a built-in that the page has replaced. */
export function logFailure(error: unknown): void {
  console.error('<motp-verify> failed.', error);
}
