/** The hint beside a message: whole paragraphs, never a part of a sentence. */

/**
 * Hides each paragraph of the hint that its box would cut. A screen reader still reads all of them with
 * the field.
 */
export function hideCutParagraphs(root: ParentNode): void {
  const hint = root.querySelector('#hint');
  if (!hint) return;
  const {bottom} = hint.getBoundingClientRect();
  for (const paragraph of hint.querySelectorAll('p')) {
    const isCut = paragraph.getBoundingClientRect().bottom > bottom + 1;
    paragraph.style.opacity = isCut ? '0' : '';
  }
}
