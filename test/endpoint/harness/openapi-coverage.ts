/** Compares responses with the OpenAPI document, and keeps what of the document was seen. */
import assert from 'node:assert/strict';
import {createOpenApi} from '../../../endpoint/openapi.ts';

interface ObjectSchema {
  readonly properties: Readonly<Record<string, {readonly const?: unknown}>>;
  readonly required: readonly string[];
}

interface DocumentedResponse {
  readonly headers: Readonly<Record<string, object>>;
  readonly content: Readonly<
    Record<string, {readonly schema: {readonly oneOf: readonly {readonly $ref: string}[]}}>
  >;
}

interface OpenApiDocument {
  readonly paths: Readonly<
    Record<
      string,
      Readonly<Record<string, {readonly responses: Readonly<Record<string, DocumentedResponse>>}>>
    >
  >;
  readonly components: {readonly schemas: Readonly<Record<string, ObjectSchema>>};
}

/** A response of the endpoint. */
export interface SeenResponse {
  readonly method: string;
  /** The path without the base path and the query. */
  readonly path: string;
  readonly status: number;
  readonly headers: Headers;
  readonly body: Readonly<Record<string, unknown>>;
}

/** Headers of the body, of the web server and of CORS. OpenAPI documents the first apart. */
const OTHER_HEADERS = /^(?:content-(?:type|length)|date|vary|access-control-.*)$/;

/** Owns the document and the list of what was seen. */
export class OpenApiCoverage {
  readonly #document = createOpenApi('') as OpenApiDocument;
  readonly #seen = new Set<string>();

  /** Checks that the document has everything of a response. Ignores paths that do not exist. */
  check({method, path, status, headers, body}: SeenResponse): void {
    const operation = this.#operation(method, path);
    // The preflight of CORS belongs to the browser.
    if (method === 'OPTIONS') return;
    if (!operation) {
      assert([400, 404, 405].includes(status), `${method} ${path} → ${status} is not documented`);
      return;
    }
    const {name, responses} = operation;
    const response = responses[status];
    const where = `${name} → ${status} ${String(body['code'])}`;
    assert(response, `${where} is not documented`);
    const type = headers.get('Content-Type') ?? '';
    const {schema} = response.content[type] ?? {};
    assert(schema, `${where} has the type ${type}, which is not documented`);
    const refs = schema.oneOf.map(({$ref}) => $ref.replace('#/components/schemas/', ''));
    const candidates = refs.filter((ref) => this.#codeOf(ref) === body['code']);
    const fields = Object.keys(body);
    const match = candidates.find((ref) => this.#matches(ref, fields));
    assert(match, `${where} with ${fields.join()} is not documented: ${refs.join()}`);
    this.#seen.add(`${name} ${status} ${match}`);
    for (const field of fields) this.#seen.add(`${match}.${field}`);
    const documented = new Set(Object.keys(response.headers).map((header) => header.toLowerCase()));
    for (const header of headers.keys()) {
      if (OTHER_HEADERS.test(header)) continue;
      assert(documented.has(header), `${where} has the header ${header}, which is not documented`);
      this.#seen.add(`${name} ${status} header ${header}`);
    }
  }

  /** Returns everything of the document that no response had. */
  get unseen(): readonly string[] {
    const used = new Set<string>();
    const all: string[] = [];
    for (const [path, operations] of Object.entries(this.#document.paths)) {
      for (const [method, {responses}] of Object.entries(operations)) {
        for (const [status, {content, headers}] of Object.entries(responses)) {
          const name = `${method} ${path} ${status}`;
          all.push(
            ...Object.keys(headers).map((header) => `${name} header ${header.toLowerCase()}`),
          );
          for (const {schema} of Object.values(content)) {
            for (const {$ref} of schema.oneOf) {
              const ref = $ref.replace('#/components/schemas/', '');
              used.add(ref);
              all.push(`${name} ${ref}`);
            }
          }
        }
      }
    }
    for (const [name, {properties}] of Object.entries(this.#document.components.schemas)) {
      if (used.has(name)) all.push(...Object.keys(properties).map((field) => `${name}.${field}`));
      else all.push(`the schema ${name}`);
    }
    return all.filter((one) => !this.#seen.has(one));
  }

  #operation(method: string, path: string) {
    for (const [template, operations] of Object.entries(this.#document.paths)) {
      const pattern = new RegExp(`^${template.replaceAll(/\{\w+\}/g, '[^/]+')}$`);
      const operation = operations[method.toLowerCase()];
      if (!operation || !pattern.test(path)) continue;
      return {name: `${method.toLowerCase()} ${template}`, responses: operation.responses};
    }
    return undefined;
  }

  #codeOf(ref: string): unknown {
    const {code} = this.#document.components.schemas[ref]?.properties ?? {};
    return code?.const;
  }

  #matches(ref: string, fields: readonly string[]): boolean {
    const {properties, required} = this.#document.components.schemas[ref] ?? {
      properties: {},
      required: [],
    };
    return (
      fields.every((field) => field in properties) &&
      required.every((field) => fields.includes(field))
    );
  }
}
