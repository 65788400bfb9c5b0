/**
 * `npm run start:jsp`: serves the JSP demo with the built widget, jQuery and prototype.js in Tomcat,
 * until you press Ctrl+C.
 */
import {copyFileSync, cpSync, mkdirSync, readdirSync, readFileSync, writeFileSync} from 'node:fs';
import {join, resolve} from 'node:path';
import {ensurePackage} from '../build/ensure-built.ts';
import {
  findTomcat,
  installTomcat,
  startTomcat,
  TOMCAT_INSTALL_HINT,
  type JspTomcat,
} from './tomcat.ts';
import type {DemoServer} from '../preview.ts';

/** The context path of the site. Old sites are rarely at the root. */
const CONTEXT = 'lms';

const inRepository = (path: string): string => resolve(import.meta.dirname, '../..', path);

/** Finds Tomcat, or installs it; returns `undefined` if that is not possible. */
export function findOrInstallTomcat(): JspTomcat | undefined {
  const found = findTomcat();
  if (found !== undefined) return found;
  installTomcat();
  return findTomcat();
}

/** Settings of the site. */
export interface JspDemoOptions {
  /** The `publicOrigin` of web.xml: the origin of the site's pages behind a proxy. */
  readonly publicOrigin?: string;
}

/**
 * Builds the widget and serves the demo.
 *
 * @throws Error if Tomcat does not start
 */
export async function serveJspDemo(
  tomcat: JspTomcat,
  {publicOrigin = ''}: JspDemoOptions = {},
): Promise<DemoServer> {
  await ensurePackage();
  const conf = inRepository('demo/tomcat');
  const write = (webapp: string): void => {
    cpSync(inRepository('demo/jsp'), webapp, {recursive: true});
    const webXml = join(webapp, 'WEB-INF/web.xml');
    const value = `<param-value>${publicOrigin}</param-value>`;
    writeFileSync(
      webXml,
      readFileSync(webXml, 'utf8').replace('<param-value></param-value>', value),
    );
    // docs/jsp.md: all files of the build, next to each other.
    for (const built of readdirSync(inRepository('dist'))) {
      cpSync(inRepository(`dist/${built}`), join(webapp, 'motp', built), {recursive: true});
    }
    mkdirSync(join(webapp, 'js'));
    const jquery = inRepository('node_modules/jquery/dist/jquery.min.js');
    copyFileSync(jquery, join(webapp, 'js/jquery-1.12.4.min.js'));
    copyFileSync(tomcat.prototypeJs, join(webapp, 'js/prototype.js'));
  };
  const {origin, close} = await startTomcat(tomcat, conf, CONTEXT, write, {jars: tomcat.jstl});
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
