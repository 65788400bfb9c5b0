/** Sites with the server halves, each in the server that it is for. */
import {cpSync, mkdirSync, readFileSync, writeFileSync} from 'node:fs';
import {basename, join} from 'node:path';
import {findProgram, installPackages} from '../../tools/browsers.ts';
import {findOrInstallTomcat} from '../../tools/services/jsp.ts';
import {startTomcat, type Tomcat} from '../../tools/services/tomcat.ts';
import {startServerProcess, type ServerProcess} from '../harness/server-process.ts';
import {compileJava} from './compile-java.ts';
import {findOrInstallTomcat9, startEgov} from './egov-site.ts';
import type {SiteSettings} from './site-settings.ts';
import {findOrInstallSpring, startSpring} from './spring-site.ts';

/** A server half: the file, its addresses, what is missing to run it, and how to start a site with it. */
export interface ServerHalf {
  readonly file: string;
  readonly endpoint: string;
  /** The address of the status and, where the keys are in its query, that of the results. */
  readonly status: string;
  readonly attempts?: string;
  readonly missing: string | undefined;
  readonly start: (settings: SiteSettings) => Promise<ServerProcess>;
}

/** The path of PHP, if it is installed. */
export const php = findOrInstall('php', 'php-cli');
/** Tomcat 10, if it is installed. */
export const tomcat = findOrInstallTomcat();
/** The path of the Java compiler, if it is installed. */
export const javac = findOrInstall('javac', 'default-jdk-headless');

const tomcat9 = findOrInstallTomcat9();

/** The addresses of a half that answers below its own. */
const BELOW = {endpoint: '/motp', status: '/motp/status'} as const;

/** Every server half. */
export const SERVER_HALVES: readonly ServerHalf[] = [
  {
    file: 'server/motp.mjs',
    ...BELOW,
    missing: undefined,
    start: (settings) =>
      startServerProcess(process.execPath, ['test/server/node-site.mjs'], {
        env: {...settings},
        line: /^port (\d+)/,
      }),
  },
  {
    file: 'server/motp.php',
    ...BELOW,
    missing: php ? undefined : 'PHP was not found: on Debian, install php-cli.',
    start: (settings) =>
      startServerProcess(php ?? '', ['-S', '127.0.0.1:0', 'test/server/php-site.php'], {
        env: {...settings},
        line: /127\.0\.0\.1:(\d+)\) started/,
      }),
  },
  {
    file: 'server/MotpServlet.java',
    ...BELOW,
    missing:
      javac && tomcat
        ? undefined
        : 'A JDK with Tomcat 10 was not found: on Debian, install default-jdk-headless and run `node tools/services/tomcat.ts --install`.',
    start: (settings) => startJava(javac ?? '', tomcat, settings),
  },
  {
    file: 'server/MotpServlet.java in a Spring controller',
    ...BELOW,
    missing:
      javac && tomcat && findOrInstallSpring()
        ? undefined
        : 'Spring was not found: on Debian, install libspring-web-servlet-java.',
    start: (settings) => {
      if (!javac || !tomcat) throw new Error('Tomcat was not found.');
      return startSpring(javac, tomcat, settings);
    },
  },
  {
    file: 'server/MotpServlet.java with javax, in a controller of eGovFrame',
    endpoint: '/otpProc.do',
    status: '/otpProc.do?status',
    attempts: '/otpProc.do',
    missing:
      javac && tomcat9 && findOrInstallSpring()
        ? undefined
        : 'Spring with Tomcat 9 was not found: on Debian, install libspring-web-servlet-java libtomcat9-java libservlet-api-java.',
    start: (settings) => {
      if (!javac || !tomcat9) throw new Error('Tomcat 9 was not found.');
      return startEgov(javac, tomcat9, settings);
    },
  },
];

/** Finds a program, or installs Debian's package of it where that is possible. */
function findOrInstall(program: string, debianPackage: string): string | undefined {
  const found = findProgram(program);
  if (found !== undefined) return found;
  installPackages([debianPackage]);
  return findProgram(program);
}

async function startJava(
  compiler: string,
  found: Tomcat | undefined,
  settings: SiteSettings,
): Promise<ServerProcess> {
  if (!found) throw new Error('Tomcat was not found.');
  const source = 'test/server/java-site';
  const {origin, close} = await startTomcat(found, 'demo/tomcat', 'lms', (webapp) => {
    const classes = join(webapp, 'WEB-INF/classes');
    mkdirSync(classes, {recursive: true});
    const xml = join(webapp, 'WEB-INF/web.xml');
    cpSync(`${source}/WEB-INF/web.xml`, xml);
    cpSync(`${source}/verified.jsp`, join(webapp, 'verified.jsp'));
    const text = readFileSync(xml, 'utf8');
    writeFileSync(
      xml,
      text.replace(/MOTP_\w+/g, (name) => settings[name as keyof SiteSettings]),
    );
    // A JSP can use a class only if that is in a package.
    const files = ['server/MotpServlet.java', `${source}/SiteServlet.java`].map((path) => {
      const copy = join(webapp, 'WEB-INF', basename(path));
      writeFileSync(copy, `package site;\n\n${readFileSync(path, 'utf8')}`);
      return copy;
    });
    compileJava(compiler, files, {jars: [found.servletApi], folder: classes});
  });
  return {url: `${origin}/lms`, printed: [], close};
}
