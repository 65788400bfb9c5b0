/** The completion popup, inside a container that belongs to the page. */
import {tick} from '../tick.ts';

/** How often an open dialog is checked, in ms. */
const CHECK_MS = 250;

/**
 * Opens a modal dialog, unless it is not rendered. Closes it as soon as the page hides it or a container
 * around it: a modal dialog that nobody can see would leave the whole page inert.
 *
 * @returns whether it is open
 */
export function openDialog(dialog: HTMLDialogElement): boolean {
  try {
    dialog.showModal();
  } catch {
    // The document has no window, as that of a `<template>`.
    return false;
  }
  if (closeUnlessRendered(dialog)) return false;
  void watch(dialog);
  return true;
}

/** Not by an observer: none reports `visibility` and `content-visibility`. */
async function watch(dialog: HTMLDialogElement): Promise<void> {
  const {signal} = new AbortController();
  do await tick(CHECK_MS, signal);
  while (dialog.open && !closeUnlessRendered(dialog));
}

/** Closes a dialog that is not rendered; returns whether it did. */
function closeUnlessRendered(dialog: HTMLDialogElement): boolean {
  if (isRendered(dialog)) return false;
  // Outside the document it is no longer modal, but back in it, it would be open again.
  if (dialog.isConnected) dialog.close();
  else dialog.removeAttribute('open');
  return true;
}

/** Safari before 17.4 has no `checkVisibility`. */
function isRendered(dialog: HTMLDialogElement): boolean {
  return (
    (dialog as Partial<HTMLDialogElement>).checkVisibility?.({
      visibilityProperty: true,
      checkVisibilityCSS: true,
    }) ?? dialog.getClientRects().length > 0
  );
}
