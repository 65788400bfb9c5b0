/** What was typed into a field of a form, by its name; files are no text. */
export function formValue({currentTarget}: SubmitEvent, field: string): string {
  const said = new FormData(currentTarget as HTMLFormElement).get(field);
  return typeof said === 'string' ? said : '';
}
