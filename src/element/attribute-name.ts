/** Returns the attribute of a property: `login-url` for `loginUrl`. */
export function attributeName(property: string): string {
  return property.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);
}
