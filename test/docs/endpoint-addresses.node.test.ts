/** The addresses in endpoint/README.md: each has the base path, and the endpoint serves it. */
import assert from 'node:assert/strict';
import {readFileSync} from 'node:fs';
import {describe, it} from 'node:test';
import {createOpenApi} from '../../endpoint/openapi.ts';

describe('the addresses in endpoint/README.md', () => {
  const spans = readFileSync('endpoint/README.md', 'utf8').matchAll(/`(GET|POST) ([^`\s]+)`/g);
  const addresses = Array.from(spans, ([, method = '', address = '']) => ({method, address}));

  it('start with the address of the endpoint', () => {
    assert(addresses.length > 8, `${addresses.length} addresses`);
    assert.deepEqual(
      addresses.filter(({address}) => !/^\{endpoint\}(?:\/|$)/.test(address)),
      [],
    );
  });

  it('are those that the endpoint serves', () => {
    const {paths} = createOpenApi('/api/motp') as {
      readonly paths: Readonly<Record<string, Readonly<Record<string, object>>>>;
    };
    const unknown = addresses.filter(({method, address}) => {
      const path = address.replace(/^\{endpoint\}/, '').replace(/\?.*/, '') || '/';
      return path !== '/openapi.json' && paths[path]?.[method.toLowerCase()] === undefined;
    });
    assert.deepEqual(unknown, []);
  });
});
