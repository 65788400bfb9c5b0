/** Templates whose texts are part of their markup, because the language of the page fixes them. */
import type {TemplateResult} from 'lit';

/** The templates so far, by their markup. Lit knows a template by the identity of its strings. */
const templates = new Map<string, TemplateStringsArray>();

/** A value that the verification changes. */
class Dynamic {
  readonly value: unknown;

  constructor(value: unknown) {
    this.value = value;
  }
}

/** Marks a text or a list as one that changes: it gets a part of its own, as every value of `html` has. */
export function dynamic(value: unknown): unknown {
  return new Dynamic(value);
}

/** A result of {@link localizedHtml}: one inside another becomes part of its markup. */
class LocalizedResult implements TemplateResult<1> {
  // Lit's number for HTML.
  readonly _$litType$ = 1;
  readonly markup: string[];
  readonly values: unknown[];

  constructor(markup: string[], values: unknown[]) {
    this.markup = markup;
    this.values = values;
  }

  /** The template. Lit reads it from the outermost result alone. */
  get strings(): TemplateStringsArray {
    const {markup} = this;
    const key = markup.join('\0');
    const template = templates.get(key) ?? Object.assign(markup, {raw: markup});
    templates.set(key, template);
    return template;
  }
}

/**
 * Renders a template like Lit's `html`, but writes texts, numbers, lists and other localized templates
 * into its markup, escaped. Lit keeps a comment and an object for each value of a template; for these it
 * needs none. Other values stay values. Put an attribute's value in double quotes.
 *
 * When a text changes, Lit replaces all elements of the template. Do not use it around a field or another
 * element that has state.
 */
export function localizedHtml(
  strings: TemplateStringsArray,
  ...values: readonly unknown[]
): TemplateResult {
  const markup = [''];
  const parts: unknown[] = [];
  const write = (text: string): void => void (markup[markup.length - 1] += text);
  const addPart = (value: unknown): void => {
    parts.push(value);
    markup.push('');
  };
  const addValue = (value: unknown): void => {
    if (typeof value === 'string' || typeof value === 'number') write(escape(String(value)));
    else if (Array.isArray(value)) value.forEach(addValue);
    else if (value instanceof Dynamic) addPart(value.value);
    else if (value instanceof LocalizedResult) addTemplate(value.markup, value.values, addPart);
    else addPart(value);
  };
  const addTemplate = (
    texts: readonly string[],
    between: readonly unknown[],
    add: (value: unknown) => void,
  ): void => {
    texts.forEach((text, i) => {
      write(text);
      if (i < between.length) add(between[i]);
    });
  };
  addTemplate(strings, values, addValue);
  return new LocalizedResult(markup, parts);
}

/** Escapes a text for the content of an element and for an attribute in double quotes. */
function escape(text: string): string {
  return text.replace(/[\0&<"]/g, (character) => `&#${character.charCodeAt(0)};`);
}
