/** Resolves in a new task, so that the browser can handle input and draw the page before it. */
export function nextTask(): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve));
}
