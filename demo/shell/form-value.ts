/** Returns the text of a form's field by its name, or an empty string if the field holds a file. */
export function formValue({currentTarget}: SubmitEvent, field: string): string {
  const value = new FormData(currentTarget as HTMLFormElement).get(field);
  return typeof value === 'string' ? value : '';
}
