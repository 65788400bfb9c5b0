/** The custom-elements manifest: what the docstrings say of the element, for tables and for editors. */
import {execFileSync} from 'node:child_process';
import {readFileSync} from 'node:fs';
import type * as manifest from 'custom-elements-manifest/schema';

const FOLDER = 'node_modules/.cache/motp-verify';

/** The manifest's entry for the element, read anew from the sources. */
export function readElement(): manifest.CustomElementDeclaration {
  const sources = ['--globs', 'src/**/*.ts', '--outdir', FOLDER];
  const analyzer = 'node_modules/@custom-elements-manifest/analyzer/cem.js';
  execFileSync(process.execPath, [analyzer, 'analyze', '--litelement', '--quiet', ...sources]);
  const {modules} = JSON.parse(
    readFileSync(`${FOLDER}/custom-elements.json`, 'utf8'),
  ) as manifest.Package;
  const found = modules
    .flatMap(({declarations}) => declarations ?? [])
    .find(({name}) => name === 'MotpVerify');
  if (!found) throw new Error('The manifest holds no MotpVerify.');
  return found as manifest.CustomElementDeclaration;
}

/** Members that a page may use, without what the browser alone calls. */
export function publicMembers({
  members = [],
}: manifest.CustomElementDeclaration): readonly manifest.ClassMember[] {
  return members.filter(
    ({name, privacy, ...more}) =>
      (privacy ?? 'public') === 'public' &&
      !('static' in more && more.static) &&
      !name.endsWith('Callback'),
  );
}

/**
 * The manifest that the package carries: the element with its public members, by the modules that a
 * site imports.
 *
 * @param module path of the element's module in the package
 * @param entry path of the module that defines it
 */
export function publishedManifest(
  element: manifest.CustomElementDeclaration,
  module: string,
  entry: string,
): manifest.Package {
  const {name, tagName = '', events = []} = element;
  const members = publicMembers(element).map((member) => own(member));
  const attributes = (element.attributes ?? []).map((attribute) => own(attribute));
  const published = {
    ...element,
    // LitElement's own package describes what it brings.
    superclass: {name: 'LitElement', package: 'lit'},
    members: members as manifest.ClassMember[],
    attributes: attributes as manifest.Attribute[],
    events: events.filter((event) => event.name),
  };
  const reference = {name, module};
  return {
    schemaVersion: '2.1.0',
    modules: [
      {
        kind: 'javascript-module',
        path: module,
        declarations: [published],
        exports: [{kind: 'js', name, declaration: reference}],
      },
      {
        kind: 'javascript-module',
        path: entry,
        declarations: [],
        exports: [
          {kind: 'js', name, declaration: reference},
          {kind: 'custom-element-definition', name: tagName, declaration: reference},
        ],
      },
    ],
  };
}

/** What VS Code shows of the element in HTML: its setting `html.customData` takes the file. */
export function htmlCustomData(element: manifest.CustomElementDeclaration): object {
  const {tagName: name, description, attributes = []} = element;
  return {
    version: 1.1,
    tags: [
      {
        name,
        description,
        attributes: attributes.map(attributeData),
      },
    ],
  };
}

function attributeData({name, description, type}: manifest.Attribute): object {
  // `v`: there or not, without a value.
  return type?.text === 'boolean' ? {name, description, valueSet: 'v'} : {name, description};
}

/** Without the classes that a member comes from, which are no part of the package's face. */
function own(member: object): object {
  return Object.fromEntries(Object.entries(member).filter(([key]) => key !== 'inheritedFrom'));
}
