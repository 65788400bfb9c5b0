/** The archive for sites without npm: the scripts, their tags with SRI hashes, and a file for JSP sites. */
import {globSync, readFileSync} from 'node:fs';
import {join, relative, sep} from 'node:path';
import type {ZipEntry} from './zip.ts';

/** The scripts that a page names itself. */
const ENTRIES = ['motp-verify.min.js', 'motp-verify.classic.js'] as const;

/**
 * Lists the files of the archive. Each script of {@link ENTRIES} is there twice: under its own name, and
 * with the version in it, for sites that cache without end.
 *
 * @param folder the build
 */
export function listScriptArchive(folder: string, version: string): readonly ZipEntry[] {
  const integrity = JSON.parse(readFileSync(join(folder, 'integrity.json'), 'utf8')) as Readonly<
    Record<string, string>
  >;
  const paths = globSync([
    join(folder, '*.js'),
    join(folder, 'motp-verify', '*.js'),
    join(folder, 'integrity.json'),
    join(folder, 'THIRD-PARTY-LICENSES.txt'),
  ]).toSorted();
  const files = paths.map((path) => ({
    path: relative(folder, path).replaceAll(sep, '/'),
    content: readFileSync(path),
  }));
  const versioned = ENTRIES.map((name) => ({
    path: versionedName(name, version),
    content: readFileSync(join(folder, name)),
  }));
  return [
    ...files,
    ...versioned,
    textFile('LICENSE', readFileSync('LICENSE', 'utf8')),
    textFile('script-tags.html', scriptTags(integrity, version)),
    textFile('motp-verify.jspf', jspFragment(integrity, version)),
  ];
}

function textFile(path: string, content: string): ZipEntry {
  return {path, content: Buffer.from(content)};
}

/** Returns `motp-verify-0.1.0.min.js` for `motp-verify.min.js`. */
export function versionedName(name: string, version: string): string {
  return name.replace('motp-verify', `motp-verify-${version}`);
}

function scriptTags(integrity: Readonly<Record<string, string>>, version: string): string {
  const [module, classic] = ENTRIES.map((name) => ({
    name: versionedName(name, version),
    hash: integrity[name],
  }));
  const chunks = Object.entries(integrity).filter(([path]) => path.includes('/'));
  const map = {
    integrity: Object.fromEntries(chunks.map(([path, hash]) => [`/motp/${path}`, hash])),
  };
  return `<!-- Copy all files of this archive to /motp/ of your site, and paste one of these. -->

<!-- A module, for every page that can load one. The import map covers the chunks that it loads. -->
<script type="importmap">${JSON.stringify(map, null, 2)}</script>
<script type="module" src="/motp/${module?.name}" integrity="${module?.hash}"></script>

<!-- One classic script, where a module cannot run. -->
<script src="/motp/${classic?.name}" integrity="${classic?.hash}"></script>
`;
}

/** The fragment is ASCII, so that it is right in pages of any charset. */
function jspFragment(integrity: Readonly<Record<string, string>>, version: string): string {
  const name = 'motp-verify.classic.js';
  return `<%-- The script of <motp-verify> ${version}. Copy all files of this archive to /motp/ of the web application, this one to
     WEB-INF/jspf/, and write <%@ include file="/WEB-INF/jspf/motp-verify.jspf" %> into each page. --%>
<script type="text/javascript" src="<%= request.getContextPath() %>/motp/${versionedName(name, version)}" integrity="${integrity[name]}"></script>
`;
}
