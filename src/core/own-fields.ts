/**
 * Copies an object's own fields into an object without a prototype. A page that has added fields to
 * `Object.prototype` then can't add any to the copy (docs/decisions/0024-fields-are-read-without-prototypes.md).
 * Returns other values unchanged.
 */
export function ownFields<Value>(value: Value): Value {
  return typeof value === 'object' && value !== null
    ? (Object.assign(Object.create(null), value) as Value)
    : value;
}
