/** The properties whose value is written to their attribute, whichever of the two is set. */
export const REFLECTED: readonly string[] = ['masked', 'required', 'disabled', 'theme', 'name'];
