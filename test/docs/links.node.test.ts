/** The documents: their links and paths exist, every cited ID is defined, the README stays short. */
import assert from 'node:assert/strict';
import {existsSync, globSync, readFileSync, statSync} from 'node:fs';
import {dirname, join, normalize} from 'node:path';
import {describe, it} from 'node:test';

const DOCUMENTS = [
  'README.md',
  'README.ko.md',
  'CONTRIBUTING.md',
  'SECURITY.md',
  'CHANGELOG.md',
  'endpoint/README.md',
  ...globSync('docs/**/*.md'),
].map((path) => normalize(path));

/** Where IDs are cited: everything that people write, but for what is generated or installed. */
const CITING = globSync(
  [
    '*.md',
    '{src,endpoint,demo,tools,test,docs,bench,conformance,command}/**/*.{ts,js,md,html,jsp,jspf,css}',
  ],
  {exclude: ['**/node_modules/**', 'test/docs/**']},
);

/** The longest README, in bytes. */
const MAX_README_BYTES = 12_288;

/** Folders whose paths are cited in code spans, such as `src/core/code.ts`. */
const CITED_PATH =
  /^(?:src|endpoint|demo|tools|test|docs|bench|conformance|command)\/[\w./-]*[\w/-]$|^[A-Z]\w+(?:\.ko)?\.md$/;

/** Families of IDs, and the page that defines each. */
const DEFINED_IN = [
  {page: 'docs/requirements.md', families: ['A', 'O', 'G', 'C', 'P']},
  {page: 'docs/faults.md', families: ['F', 'S', 'I']},
] as const;

describe('the documents', () => {
  for (const path of DOCUMENTS) {
    it(`${path}: each relative link leads to a file and a heading`, () => {
      const broken = linksIn(path).filter((link) => !isResolved(path, link));
      assert.deepEqual(broken, []);
    });

    it(`${path}: each path in a code span exists`, () => {
      const missing = codeSpansIn(path).filter(
        (span) => CITED_PATH.test(span) && !existsSync(span) && !isInFolderOf(path, span),
      );
      assert.deepEqual(missing, []);
    });
  }

  it('each attribute of a <motp-verify> in an example is one of docs/api.md', () => {
    const known = new Set(
      Array.from(
        readFileSync('docs/api.md', 'utf8').matchAll(/^\| `([a-z][a-z-]*)` +\| `[a-zA-Z]+` +\|/gm),
        ([, name]) => name,
      ),
    );
    const unknown = DOCUMENTS.flatMap((path) =>
      attributesIn(path)
        .filter((name) => !known.has(name))
        .map((name) => `${path}: ${name}`),
    );
    assert.deepEqual(unknown, []);
  });

  it('each page of docs that is cited exists', () => {
    const missing = CITING.flatMap((path) =>
      Array.from(
        readFileSync(path, 'utf8').matchAll(/(?<![\w/])docs\/[\w./-]+\.md/g),
        ([page]) => page,
      )
        .filter((page) => !existsSync(page))
        .map((page) => `${path}: ${page}`),
    );
    assert.deepEqual(missing, []);
  });

  it('the README has at most 12,288 bytes', () => {
    const {size} = statSync('README.md');
    assert(size <= MAX_README_BYTES, `${size} bytes`);
  });
});

describe('the IDs of requirements and faults', () => {
  const defined = new Set(DEFINED_IN.flatMap(({page, families}) => idsDefinedIn(page, families)));

  it('are cited at all', () => {
    const cited = CITING.flatMap((path) => citationsIn(path));
    assert(cited.length > 100, `${cited.length} citations`);
  });

  for (const {page, families} of DEFINED_IN) {
    it(`each of ${families.join(', ')} is defined once, in ${page}`, () => {
      const ids = idsDefinedIn(page, families);
      assert.deepEqual(ids, [...new Set(ids)]);
      assert.deepEqual(
        families.filter((family) => !ids.some((id) => id.startsWith(family))),
        [],
      );
    });
  }

  it('are defined wherever they are cited', () => {
    const undefinedIds = CITING.flatMap((path) =>
      citationsIn(path)
        .filter((id) => !defined.has(id))
        .map((id) => `${path}: ${id}`),
    );
    assert.deepEqual(undefinedIds, []);
  });
});

/** Returns the targets of a document's links and pictures, without addresses elsewhere. */
function linksIn(path: string): readonly string[] {
  const text = withoutCode(readFileSync(path, 'utf8'));
  const links = [...text.matchAll(/\]\(<?([^)\s>]+)>?(?:\s+"[^"]*")?\)/g)].map(
    ([, link = '']) => link,
  );
  return links.filter((link) => !/^[a-z][a-z0-9+.-]*:/i.test(link));
}

function isResolved(from: string, link: string): boolean {
  const [file = '', anchor] = link.split('#');
  const target = file === '' ? from : join(dirname(from), decodeURIComponent(file));
  if (!existsSync(target)) return false;
  return anchor === undefined || anchorsOf(target).has(decodeURIComponent(anchor));
}

/** Returns the anchors of a document's headings, as GitHub makes them. */
function anchorsOf(path: string): ReadonlySet<string> {
  const headings = withoutBlocks(readFileSync(path, 'utf8')).matchAll(/^#{1,6}\s+(.+?)\s*$/gm);
  const counts = new Map<string, number>();
  const anchors = new Set<string>();
  for (const [, heading = ''] of headings) {
    const slug = heading
      .replaceAll(/\[([^\]]*)\]\([^)]*\)/g, '$1')
      .toLowerCase()
      .replaceAll(/[^\p{L}\p{N}\p{M}\s_-]/gu, '')
      .replaceAll(/\s/g, '-');
    const count = counts.get(slug) ?? 0;
    counts.set(slug, count + 1);
    anchors.add(count === 0 ? slug : `${slug}-${count}`);
  }
  return anchors;
}

function codeSpansIn(path: string): readonly string[] {
  const text = withoutBlocks(readFileSync(path, 'utf8'));
  return [...text.matchAll(/`([^`\n]+)`/g)].map(([, span = '']) => span);
}

/** Returns the names of the attributes of each `<motp-verify>` in HTML and JSP examples. */
function attributesIn(path: string): readonly string[] {
  const blocks = readFileSync(path, 'utf8').matchAll(/^```(?:html|jsp)\n([\s\S]*?)^```/gm);
  return Array.from(blocks, ([, block = '']) => block).flatMap((block) => {
    // A JSP tag inside a value may hold quotes of its own.
    const tags = block.replaceAll(/<c:\w+[^>]*\/>/g, '').match(/<motp-verify\b[^>]*>/g) ?? [];
    return tags.flatMap((tag) => {
      const names = tag.replaceAll(/"[^"]*"|'[^']*'/g, '').matchAll(/\s([a-z][a-z-]*)/g);
      return Array.from(names, ([, name = '']) => name);
    });
  });
}

/** Returns whether a path is written as seen from the document's own folder, or its parent's. */
function isInFolderOf(path: string, span: string): boolean {
  return existsSync(join(dirname(path), span));
}

/** Returns the IDs in the first cell of a table's row, of these families. */
function idsDefinedIn(page: string, families: readonly string[]): readonly string[] {
  const rows = readFileSync(page, 'utf8').matchAll(/^\|\s*([A-Z]\d{1,2})\s*\|/gm);
  return [...rows].map(([, id = '']) => id).filter((id) => families.includes(id.charAt(0)));
}

/**
 * Returns the IDs that a text cites: after the word (“requirement G3”, “faults S1, S3 and S4”, “S1 to S10”), in
 * brackets (“(F31)”), at the head of a test’s title (“it('C5: …”), as `row: 'F02'` or `id: 'F02'`.
 */
function citationsIn(path: string): readonly string[] {
  const text = readFileSync(path, 'utf8');
  const patterns = [
    /(?:\b(?:requirements?|faults?|invariants?)|docs\/(?:requirements|faults)\.md,)\s+((?:[A-Z]\d{1,2}(?:, | and | to | or )?)+)/gi,
    /\(((?:[AOGCPFSI]\d{1,2}(?:, | and | to )?)+)\)/g,
    /['"`]([AOGCPFSI]\d{1,2}): /g,
    /^\s*(?:\/\/|\/?\*+)\s*([AOGCPFSI]\d{1,2}):/gm,
    /\b(?:row|id|fault|requirement): '([AOGCPFSI]\d{1,2})'/g,
  ];
  return patterns
    .flatMap((pattern) => Array.from(text.matchAll(pattern), ([, ids = '']) => ids))
    .flatMap((ids) => ids.match(/[A-Z]\d{1,2}/g) ?? []);
}

function withoutCode(text: string): string {
  return withoutBlocks(text).replaceAll(/`[^`\n]*`/g, '');
}

function withoutBlocks(text: string): string {
  return text.replaceAll(/^(```|~~~)[\s\S]*?^\1/gm, '');
}
