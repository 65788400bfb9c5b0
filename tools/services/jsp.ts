/**
 * The JSP demo: `demo/jsp` with the built widget and the scripts of its years, in a Tomcat.
 *
 * `npm run start:jsp` serves it until it is interrupted.
 */
import {copyFileSync, cpSync, mkdirSync, readdirSync} from 'node:fs';
import {join, resolve} from 'node:path';
import {buildScripts} from '../build/build.ts';
import {
  findTomcat,
  installTomcat,
  startTomcat,
  TOMCAT_INSTALL_HINT,
  type Tomcat,
} from './tomcat.ts';
import type {Site} from '../preview.ts';

/** The site's context path: old sites seldom stand at the root. */
const CONTEXT = 'lms';

const inRepository = (path: string): string => resolve(import.meta.dirname, '../..', path);

/** What the demo needs, found or, where that is possible, installed; or `undefined`. */
export function findOrInstallTomcat(): Tomcat | undefined {
  const found = findTomcat();
  if (found !== undefined) return found;
  installTomcat();
  return findTomcat();
}

/**
 * Builds the widget and serves the demo.
 *
 * @throws Error where Tomcat does not start
 */
export async function serveJspDemo(tomcat: Tomcat): Promise<Site> {
  await buildScripts();
  const conf = inRepository('demo/tomcat');
  const {origin, close} = await startTomcat(tomcat, conf, CONTEXT, (webapp) => {
    cpSync(inRepository('demo/jsp'), webapp, {recursive: true});
    // As the guide says: everything of the build, side by side.
    for (const built of readdirSync(inRepository('dist'))) {
      cpSync(inRepository(`dist/${built}`), join(webapp, 'motp', built), {recursive: true});
    }
    mkdirSync(join(webapp, 'js'));
    const jquery = inRepository('node_modules/jquery/dist/jquery.min.js');
    copyFileSync(jquery, join(webapp, 'js/jquery-1.12.4.min.js'));
    copyFileSync(tomcat.prototypeJs, join(webapp, 'js/prototype.js'));
  });
  return {url: `${origin}/${CONTEXT}/`, close};
}

if (import.meta.main) {
  const tomcat = findOrInstallTomcat();
  if (tomcat === undefined) {
    console.error(TOMCAT_INSTALL_HINT);
    process.exit(1);
  }
  const {url, close} = await serveJspDemo(tomcat);
  console.log(`The JSP demo is at ${url} until you press Ctrl+C.`);
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => void close());
}
