/** Returns the value of an input, with `|` at the caret or `[…]` around the selection. */
export function valueWithCaret({value, selectionStart, selectionEnd}: HTMLInputElement): string {
  const [start, end] = [selectionStart ?? 0, selectionEnd ?? 0];
  const selected = start === end ? '|' : `[${value.slice(start, end)}]`;
  return value.slice(0, start) + selected + value.slice(end);
}
