/** Makes each function of a folder report its entry. */
import {relative, resolve, sep} from 'node:path';
import {parseAst, type Plugin} from 'vite';

/** The fields of an ESTree node that are used. */
interface Node {
  readonly type: string;
  readonly start: number;
  readonly end: number;
  readonly [field: string]: unknown;
}

/** A text to insert at an offset. */
interface Insertion {
  readonly at: number;
  readonly text: string;
}

/**
 * Inserts `trace.enter(file, name)` into each function, and `trace.imports(file, files)` into each
 * module.
 *
 * @param folder whose modules are traced, as a path in the repository
 */
export function traceCalls(folder: string): Plugin {
  const root = resolve(folder);
  return {
    name: 'trace-calls',
    transform(code, id) {
      const [path = ''] = id.split('?');
      if (!path.startsWith(root) || !path.endsWith('.ts')) return undefined;
      const file = relative(root, path).replaceAll(sep, '/');
      const program = parseAst(code) as unknown as Node;
      const insertions = [...insertionsIn(program, file, '(anonymous)')];
      const imported = [...importsIn(program)].map((source) =>
        relative(root, resolve(path, '..', source)).replaceAll(sep, '/'),
      );
      insertions.push({
        at: 0,
        text: `trace.imports(${JSON.stringify(file)}, ${JSON.stringify(imported)});`,
      });
      return {code: insertAll(code, insertions), map: null};
    },
  };
}

function* importsIn(node: Node): Generator<string> {
  for (const statement of childrenOf(node)) {
    const {source} = statement;
    if (isNode(source) && typeof source['value'] === 'string') {
      const {value} = source;
      if (value.startsWith('.')) yield value.replace(/\?.*/, '');
    }
  }
}

/**
 * @param name the name that a function expression gets
 * @yields the insertions, outer functions first
 */
function* insertionsIn(node: Node, file: string, name: string): Generator<Insertion> {
  const {body} = node;
  if (isFunction(node) && isNode(body)) {
    const own = isNode(node['id']) ? String(node['id']['name']) : name;
    const call = `trace.enter(${JSON.stringify(file)}, ${JSON.stringify(own)})`;
    if (body.type === 'BlockStatement') {
      yield {at: body.start + 1, text: `${call};`};
    } else {
      yield {at: body.start, text: `(${call}, `};
      yield {at: body.end, text: ')'};
    }
  }
  for (const child of childrenOf(node)) yield* insertionsIn(child, file, nameIn(node, child, name));
}

/** Returns the name that a node gives to a function in it: a method's, a property's or a variable's. */
function nameIn(node: Node, child: Node, inherited: string): string {
  if (isFunction(node)) return '(anonymous)';
  const key = node['key'] ?? node['id'];
  if (!isNode(key) || key === child) return inherited;
  const hash = key.type === 'PrivateIdentifier' ? '#' : '';
  const kind = node['kind'] === 'get' || node['kind'] === 'set' ? `${node['kind']} ` : '';
  const {name} = key;
  return `${kind}${hash}${typeof name === 'string' ? name : '(computed)'}`;
}

function isFunction({type}: Node): boolean {
  return (
    type === 'FunctionDeclaration' ||
    type === 'FunctionExpression' ||
    type === 'ArrowFunctionExpression'
  );
}

function childrenOf(node: Node): Node[] {
  return Object.values(node).flat().filter(isNode);
}

function isNode(value: unknown): value is Node {
  return typeof value === 'object' && value !== null && 'type' in value && 'start' in value;
}

function insertAll(code: string, insertions: readonly Insertion[]): string {
  let result = '';
  let end = 0;
  // The sort is stable, so an outer function's insertion stays before an inner one's.
  for (const {at, text} of insertions.toSorted((a, b) => a.at - b.at)) {
    result += code.slice(end, at) + text;
    end = at;
  }
  return result + code.slice(end);
}
