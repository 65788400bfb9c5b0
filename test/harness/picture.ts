/** A picture of the page, for colors that the browser does not tell: those of forced colors. */
import {executeServerCommand} from '@web/test-runner-commands';
import {contrastOf, type Color} from './colors.ts';
import type {PictureOptions} from './commands/picture.ts';

/** How much of what is around an element is in its picture, in px. */
const MARGIN = 16;

/** The pixels of a part of the window, by the coordinates of `getBoundingClientRect()`. */
export class Picture {
  readonly #image: ImageData;
  readonly #left: number;
  readonly #top: number;

  private constructor(image: ImageData, left: number, top: number) {
    this.#image = image;
    this.#left = left;
    this.#top = top;
  }

  /**
   * Takes a picture of an element and what is around it.
   *
   * @param isInTopLayer whether the element keeps its place in the window
   */
  static async of(element: Element, isInTopLayer: boolean): Promise<Picture> {
    window.scrollTo(0, 0);
    // The screen shows a change with the next frame, or one later.
    await new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve)));
    const {left, top, right, bottom} = element.getBoundingClientRect();
    const x = Math.max(0, Math.floor(left) - MARGIN);
    const y = Math.max(0, Math.floor(top) - MARGIN);
    const width = Math.ceil(right) + MARGIN - x;
    const height = Math.ceil(bottom) + MARGIN - y;
    const options: PictureOptions = {x, y, width, height, isOfWindow: isInTopLayer};
    const url = await executeServerCommand<string | null, PictureOptions>('picture', options);
    if (url === null) throw new Error('The browser takes no pictures.');
    const bitmap = await createImageBitmap(await (await fetch(url)).blob());
    const context = new OffscreenCanvas(bitmap.width, bitmap.height).getContext('2d');
    if (!context) throw new Error('The browser draws nothing.');
    context.drawImage(bitmap, 0, 0);
    return new Picture(context.getImageData(0, 0, bitmap.width, bitmap.height), x, y);
  }

  /** Returns the contrast of what is most different in an area with what fills most of it. */
  contrastIn({left, right, top, bottom}: DOMRect): number {
    const counts = new Map<number, number>();
    for (let y = top; y < bottom; y++) {
      for (let x = left; x < right; x++) {
        const color = this.#packedAt(x, y);
        counts.set(color, (counts.get(color) ?? 0) + 1);
      }
    }
    const [[ground] = []] = [...counts].toSorted(([, a], [, b]) => b - a);
    if (ground === undefined) throw new Error('The area is empty.');
    return greatestContrast(ground, [...counts.keys()]);
  }

  /** Returns the greatest contrast with its first point on a line that goes down. */
  contrastDown(x: number, top: number, bottom: number): number {
    const count = Math.ceil(bottom - top);
    const colors = Array.from({length: count}, (_, i) => this.#packedAt(x, top + i));
    return greatestContrast(this.#packedAt(x, top), colors);
  }

  /** Returns the color of a point as one number. */
  #packedAt(x: number, y: number): number {
    const {data, width} = this.#image;
    const column = Math.floor(x - this.#left);
    const row = Math.floor(y - this.#top);
    const start = (row * width + column) * 4;
    const [red = 0, green = 0, blue = 0] = data.subarray(start, start + 3);
    return (red << 16) | (green << 8) | blue;
  }
}

function greatestContrast(ground: number, colors: readonly number[]): number {
  return Math.max(...colors.map((color) => contrastOf(unpacked(color), unpacked(ground))));
}

function unpacked(color: number): Color {
  return [color >> 16, (color >> 8) & 255, color & 255, 1];
}
