/** The part of `window` that tells its origin; a server has none of it. */
interface OriginSource {
  readonly location?: Pick<Location, 'origin'>;
  readonly origin?: string;
}

/**
 * Returns the origin of a page. `window.origin` alone is not safe: an old page's `var origin` replaces
 * it. `location.origin` alone is not the origin of a `srcdoc` frame or of a sandboxed one.
 */
export function pageOrigin({location, origin}: OriginSource): string {
  const known = location?.origin ?? '';
  return known === 'null' || origin === 'null' ? (origin ?? '') : known;
}
