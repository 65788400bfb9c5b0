/** Creates the custom-elements manifest from the docstrings, for tables and editors. */
import {execFileSync} from 'node:child_process';
import {readFileSync} from 'node:fs';
import type * as manifest from 'custom-elements-manifest/schema';
import {OCCASIONS} from '../../src/core/occasion.ts';
import {attributeName} from '../../src/element/attribute-name.ts';
import {REFLECTED} from '../../src/element/reflected-properties.ts';

const FOLDER = 'node_modules/.cache/motp-verify';

/** Analyzes the sources; returns the manifest's entry for the element. */
export function readElement(): manifest.CustomElementDeclaration {
  const sources = ['--globs', 'src/**/*.ts', '--outdir', FOLDER];
  const analyzer = 'node_modules/@custom-elements-manifest/analyzer/cem.js';
  execFileSync(process.execPath, [analyzer, 'analyze', '--litelement', '--quiet', ...sources]);
  const {modules} = JSON.parse(
    readFileSync(`${FOLDER}/custom-elements.json`, 'utf8'),
  ) as manifest.Package;
  const find = (name: string): manifest.CustomElementDeclaration => {
    const found = modules
      .flatMap(({declarations}) => declarations ?? [])
      .find((declaration) => declaration.name === name);
    if (!found) throw new Error(`The custom-elements manifest has no ${name}.`);
    return found as manifest.CustomElementDeclaration;
  };
  return withChoices(withProperties(find('MotpVerify'), find('PropertyDefaults')));
}

/** Adds the reactive properties, which the element defines from their defaults, and their attributes. */
function withProperties(
  element: manifest.CustomElementDeclaration,
  defaults: manifest.CustomElementDeclaration,
): manifest.CustomElementDeclaration {
  const fields = (defaults.members ?? []).filter((member) => member.kind === 'field');
  const attributes = fields
    .filter((field) => field.default !== 'undefined' && field.default !== '{}')
    .map((field): manifest.Attribute => {
      const {name, type, description, default: initial} = field;
      const attribute: manifest.Attribute = {name, fieldName: name};
      return Object.assign(attribute, type && {type}, {description, default: initial});
    });
  const names = new Set(attributes.map(({fieldName}) => fieldName));
  const properties = fields.map((field) =>
    Object.assign(
      field,
      names.has(field.name) && {attribute: attributeName(field.name)},
      REFLECTED.includes(field.name) && {reflects: true},
    ),
  );
  return {...element, members: [...(element.members ?? []), ...properties], attributes};
}

/** Types of attributes that have a name, written out: editors know only the manifest. */
const NAMED_TYPES: Readonly<Record<string, string>> = {
  Occasion: OCCASIONS.map((occasion) => `'${occasion}'`).join(' | '),
};

function withChoices(
  element: manifest.CustomElementDeclaration,
): manifest.CustomElementDeclaration {
  const {members = [], attributes = []} = element;
  return {
    ...element,
    members: members.map(withType),
    attributes: attributes.map((attribute) => withType(withName(attribute))),
  };
}

/** Gives an attribute its name, which the element derives from the property. */
function withName(attribute: manifest.Attribute): manifest.Attribute {
  const {fieldName} = attribute;
  return fieldName === undefined ? attribute : {...attribute, name: attributeName(fieldName)};
}

/** Writes out the type of an attribute or a member if it is one of {@link NAMED_TYPES}. */
function withType<Entry extends manifest.Attribute | manifest.ClassMember>(entry: Entry): Entry {
  const text = 'type' in entry ? NAMED_TYPES[entry.type?.text ?? ''] : undefined;
  return text === undefined ? entry : {...entry, type: {text}};
}

/** Returns the values of an attribute with a few choices, such as `json` and `form`; else none. */
export function choicesOf({type}: manifest.Attribute): readonly string[] {
  const parts = type?.text.split('|').map((part) => /^\s*'([^']+)'\s*$/.exec(part)?.[1]) ?? [];
  return parts.every((part) => part !== undefined) ? parts : [];
}

/** Returns the members that a page can use, without lifecycle callbacks. */
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
 * Creates the manifest of the package: the element's public members, with the modules that sites import.
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
  const members = publicMembers(element).map((member) => withoutOrigin(member));
  const attributes = (element.attributes ?? []).map((attribute) => withoutOrigin(attribute));
  const published = {
    ...element,
    // The package `lit` describes the members of LitElement.
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

/** Creates the data for VS Code's setting `html.customData`. */
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

function attributeData(attribute: manifest.Attribute): object {
  const {name, description, type} = attribute;
  const choices = choicesOf(attribute);
  if (choices.length > 0)
    return {name, description, values: choices.map((choice) => ({name: choice}))};
  // `v` means a boolean attribute, without a value.
  return type?.text === 'boolean' ? {name, description, valueSet: 'v'} : {name, description};
}

/** Removes the class that a member is inherited from, which the package does not export. */
function withoutOrigin(member: object): object {
  return Object.fromEntries(Object.entries(member).filter(([key]) => key !== 'inheritedFrom'));
}
