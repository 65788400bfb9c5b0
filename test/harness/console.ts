/** Records the console in place of printing to it. */

/**
 * Records `console.error` in each test of the suite that calls this function.
 *
 * @returns the lines of the test that runs
 */
export function recordConsoleErrors(): string[] {
  const lines: string[] = [];
  const {error} = console;

  beforeEach(() => {
    lines.length = 0;
    console.error = (...values: unknown[]) => lines.push(values.map(String).join(' '));
  });

  afterEach(() => {
    console.error = error;
  });

  return lines;
}
