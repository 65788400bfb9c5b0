/** Colors as the browser computes them, and their contrast (WCAG 1.4.3). */

/** Red, green, blue (0 to 255) and alpha (0 to 1). */
export type Color = readonly [red: number, green: number, blue: number, alpha: number];

/**
 * Parses a computed color.
 *
 * @throws Error if it is not `rgb()` or `rgba()`
 */
export function parseColor(text: string): Color {
  const [red, green, blue, alpha = 1] = /^rgba?\(/.test(text)
    ? (text.match(/[\d.]+/g) ?? []).map(Number)
    : [];
  if (red === undefined || green === undefined || blue === undefined)
    throw new Error(`“${text}” is no computed color.`);
  return [red, green, blue, alpha];
}

/** Returns all opaque colors of a text, such as those of a gradient. */
export function opaqueColorsIn(text: string): readonly Color[] {
  const colors = (text.match(/rgba?\([^)]*\)/g) ?? []).map(parseColor);
  return colors.filter(([, , , alpha]) => alpha === 1);
}

/** Returns the opaque color that a color has over an opaque one. */
export function over([red, green, blue, alpha]: Color, below: Color): Color {
  const mix = (top: number, bottom: number): number => top * alpha + bottom * (1 - alpha);
  return [mix(red, below[0]), mix(green, below[1]), mix(blue, below[2]), 1];
}

/** Returns a color with a part of its alpha. */
export function faded([red, green, blue, alpha]: Color, opacity: number): Color {
  return [red, green, blue, alpha * opacity];
}

/** Returns the contrast of two opaque colors, from 1 to 21. */
export function contrastOf(one: Color, other: Color): number {
  const [low = 0, high = 0] = [luminance(one), luminance(other)].toSorted((a, b) => a - b);
  return (high + 0.05) / (low + 0.05);
}

/** Returns the relative luminance of an opaque color, from 0 to 1. */
function luminance([red, green, blue]: Color): number {
  const [r = 0, g = 0, b = 0] = [red, green, blue].map((value) => {
    const share = value / 255;
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}
