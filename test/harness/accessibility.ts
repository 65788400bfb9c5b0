/** Finds things as assistive technology does: by role and name. */
import {computeAccessibleName, getRole, isInaccessible} from 'dom-accessibility-api';

/**
 * The one element of a role and, where given, a name.
 *
 * @throws Error where there is none, or more than one; it tells which there are
 */
export function getByRole(root: ParentNode, role: string, name?: string | RegExp): HTMLElement {
  const found = allOf(root, role).filter((element) => {
    const is = computeAccessibleName(element);
    if (name === undefined) return true;
    return typeof name === 'string' ? is === name : name.test(is);
  });
  const [first] = found;
  if (first && found.length === 1) return first;
  const there = getAllNames(root, role).join(' | ') || 'none';
  throw new Error(`${found.length} of role ${role} and name ${name}; of that role: ${there}`);
}

/** The names of everything of a role, in the order of the page. */
export function getAllNames(root: ParentNode, role: string): readonly string[] {
  return allOf(root, role).map((element) => computeAccessibleName(element));
}

function allOf(root: ParentNode, role: string): readonly HTMLElement[] {
  return [...root.querySelectorAll<HTMLElement>('*')].filter(
    (element) => getRole(element) === role && !isInaccessible(element),
  );
}
