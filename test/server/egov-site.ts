/**
 * The eGovFrame controller of docs/servers.md, with `javax.servlet`: in Spring's dispatcher servlet at
 * `*.do`, in Tomcat 9. eGovFrame itself is on no registry of the tests; its web layer is Spring's.
 */
import {execFileSync} from 'node:child_process';
import {cpSync, existsSync, globSync, mkdirSync, readFileSync, writeFileSync} from 'node:fs';
import {join} from 'node:path';
import {findProgram, installPackages} from '../../tools/browsers.ts';
import {startTomcat, type Tomcat} from '../../tools/services/tomcat.ts';
import type {ServerProcess} from '../harness/server-process.ts';
import {snippetsIn} from '../harness/snippets.ts';
import {compileJava} from './compile-java.ts';
import type {SiteSettings} from './site-settings.ts';
import {controllerOfDocument, SPRING_JARS} from './spring-site.ts';

const SOURCE = 'test/server/egov-site';

/** Where Debian has the jars. */
const JARS = '/usr/share/java';

/** The API of Servlet 4.0, of the Debian package libservlet-api-java. */
const SERVLET_API = join(JARS, 'servlet-api.jar');

/** The command of the document, which changes the imports of a file. */
const COMMAND_FOR_JAVAX =
  snippetsIn('docs/servers.md').find(({code}) => code.startsWith('sed '))?.code ?? '';

/** Finds Tomcat 9, or installs Debian's jars of it for root. */
export function findOrInstallTomcat9(): Tomcat | undefined {
  const found = findTomcat9();
  if (found) return found;
  installPackages(['libtomcat9-java', 'libservlet-api-java']);
  return findTomcat9();
}

function findTomcat9(): Tomcat | undefined {
  const java = findProgram('java');
  const isInstalled = [SERVLET_API, join(JARS, 'tomcat9-catalina.jar')].every(existsSync);
  if (java === undefined || !isInstalled) return undefined;
  // With the compiler of JSPs, and without the files that have a version in their names.
  const bootstrap = globSync(join(JARS, '{tomcat9-!(*-[0-9]*),eclipse-jdt-core}.jar'));
  return {java, home: JARS, bootstrap, servletApi: SERVLET_API, migration: undefined};
}

/** Serves a site with the controller. @param compiler the path of `javac` */
export async function startEgov(
  compiler: string,
  tomcat: Tomcat,
  settings: SiteSettings,
): Promise<ServerProcess> {
  const write = (webapp: string): void => {
    cpSync(SOURCE, webapp, {recursive: true});
    const info = join(webapp, 'WEB-INF');
    const classes = join(info, 'classes');
    mkdirSync(classes);
    const sources = {
      'MotpServlet.java': readFileSync('server/MotpServlet.java', 'utf8'),
      'SiteServlet.java': readFileSync('test/server/java-site/SiteServlet.java', 'utf8'),
      'MotpController.java': controllerOfDocument('/otpProc.do'),
    };
    const files = Object.entries(sources).map(([name, source]) => {
      const file = join(info, name);
      writeFileSync(file, `package site;\n\n${source}`);
      execFileSync('sh', ['-ec', COMMAND_FOR_JAVAX.replace('MotpServlet.java', name)], {cwd: info});
      return file;
    });
    compileJava(compiler, files, {jars: [tomcat.servletApi, ...SPRING_JARS], folder: classes});
  };
  const more = {jars: SPRING_JARS, env: {...settings}};
  const {origin, close} = await startTomcat(tomcat, 'demo/tomcat', 'lms', write, more);
  return {url: `${origin}/lms`, printed: [], close};
}
