/** Queries by role and accessible name, in Testing Library's words. */
import {computeAccessibleName, getRole, isInaccessible} from 'dom-accessibility-api';

/**
 * Returns the one element of a role and, if given, an accessible name.
 *
 * @throws Error with the names of all elements of the role, if none or several match
 */
export function getByRole(root: ParentNode, role: string, name?: string | RegExp): HTMLElement {
  const found = getAllByRole(root, role).filter((element) => {
    const accessibleName = computeAccessibleName(element);
    if (name === undefined) return true;
    return typeof name === 'string' ? accessibleName === name : name.test(accessibleName);
  });
  const [first] = found;
  if (first && found.length === 1) return first;
  const names = getAllNames(root, role).join(' | ') || 'none';
  throw new Error(`${found.length} elements of role ${role} and name ${name}. Names: ${names}`);
}

/** Returns the accessible names of all elements of a role, in document order. */
export function getAllNames(root: ParentNode, role: string): readonly string[] {
  return getAllByRole(root, role).map((element) => computeAccessibleName(element));
}

function getAllByRole(root: ParentNode, role: string): readonly HTMLElement[] {
  return [...root.querySelectorAll<HTMLElement>('*')].filter(
    (element) => getRole(element) === role && !isInaccessible(element),
  );
}
