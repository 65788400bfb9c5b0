/** Creates the data for JetBrains editors (https://github.com/JetBrains/web-types). */
import {readFileSync} from 'node:fs';
import type * as manifest from 'custom-elements-manifest/schema';
import {choicesOf, publicMembers} from './manifest.ts';

/** An entry of the manifest that has a name and a meaning. */
interface Described {
  readonly name: string;
  readonly description?: string;
}

/** Creates the web-types of the package from the manifest's entry for the element. */
export function webTypes(element: manifest.CustomElementDeclaration): object {
  const {name, version} = JSON.parse(readFileSync('package.json', 'utf8')) as Record<
    'name' | 'version',
    string
  >;
  const {tagName, description, attributes = [], slots, events = []} = element;
  return {
    $schema: 'https://raw.githubusercontent.com/JetBrains/web-types/master/schema/web-types.json',
    name,
    version,
    'js-types-syntax': 'typescript',
    'description-markup': 'markdown',
    contributions: {
      html: {
        elements: [
          {
            name: tagName,
            description,
            attributes: attributes.map(attributeEntry),
            slots: entries(slots),
            js: {
              properties: publicMembers(element)
                .filter((member) => member.kind === 'field')
                .map((field) => ({
                  name: field.name,
                  description: field.description,
                  type: field.type?.text,
                })),
              events: entries(events.filter((event) => event.name)),
            },
            css: {
              properties: entries(element.cssProperties),
              parts: entries(element.cssParts),
            },
          },
        ],
      },
    },
  };
}

function attributeEntry(attribute: manifest.Attribute): object {
  const {name, description, type} = attribute;
  const choices = choicesOf(attribute);
  const value =
    choices.length > 0
      ? {value: {type: 'enum'}, values: choices.map((choice) => ({name: choice}))}
      : {value: {type: type?.text}};
  return {name, description, ...value};
}

function entries(described: readonly Described[] = []): readonly Described[] {
  return described.map(({name, description = ''}) => ({name, description}));
}
