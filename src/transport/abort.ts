/**
 * Creates an abort controller that also aborts when `signal` does. It removes its listener once it has
 * aborted. `AbortSignal.any` does the same, but Safari has it only since 17.4.
 */
export function linkedAbortController(signal: AbortSignal): AbortController {
  const controller = new AbortController();
  if (signal.aborted) controller.abort();
  else signal.addEventListener('abort', () => controller.abort(), {signal: controller.signal});
  return controller;
}
