/** Sites with the server halves, each in the server that it is for. */
import {execFileSync, spawn, type ChildProcess} from 'node:child_process';
import {cpSync, mkdirSync, readFileSync, writeFileSync} from 'node:fs';
import {join} from 'node:path';
import {createInterface} from 'node:readline';
import {findProgram, installPackages} from '../../tools/browsers.ts';
import {findOrInstallTomcat} from '../../tools/services/jsp.ts';
import {startTomcat, type Tomcat} from '../../tools/services/tomcat.ts';

/** A running site. */
export interface Site {
  /** Its root, without a trailing slash. */
  readonly url: string;
  readonly close: () => Promise<void>;
}

/** Where the verification endpoint is, and the site's secret there. */
export interface SiteSettings {
  readonly MOTP_ENDPOINT: string;
  readonly MOTP_SECRET: string;
}

/** A server half: the file, what is missing to run it, and how to start a site with it. */
export interface ServerHalf {
  readonly file: string;
  readonly missing: string | undefined;
  readonly start: (settings: SiteSettings) => Promise<Site>;
}

const php = findOrInstall('php', 'php-cli');
const tomcat = findOrInstallTomcat();
const javac = findOrInstall('javac', 'default-jdk-headless');

/** Every server half. */
export const SERVER_HALVES: readonly ServerHalf[] = [
  {
    file: 'server/motp.mjs',
    missing: undefined,
    start: (settings) =>
      startProcess(process.execPath, ['test/server/node-site.mjs'], settings, /^port (\d+)/),
  },
  {
    file: 'server/motp.php',
    missing: php ? undefined : 'PHP was not found: on Debian, install php-cli.',
    start: (settings) =>
      startProcess(
        php ?? '',
        ['-S', '127.0.0.1:0', 'test/server/php-site.php'],
        settings,
        /127\.0\.0\.1:(\d+)\) started/,
      ),
  },
  {
    file: 'server/MotpServlet.java',
    missing:
      javac && tomcat
        ? undefined
        : 'A JDK with Tomcat 10 was not found: on Debian, install default-jdk-headless and run `node tools/services/tomcat.ts --install`.',
    start: (settings) => startJava(javac ?? '', tomcat, settings),
  },
];

/** Finds a program, or installs Debian's package of it where that is possible. */
function findOrInstall(program: string, debianPackage: string): string | undefined {
  const found = findProgram(program);
  if (found !== undefined) return found;
  installPackages([debianPackage]);
  return findProgram(program);
}

/** Starts a process, and waits for the line with its port. */
function startProcess(
  program: string,
  args: readonly string[],
  settings: object,
  line: RegExp,
): Promise<Site> {
  const child = spawn(program, args, {
    env: {PATH: process.env['PATH'], ...settings},
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  process.once('exit', () => child.kill());
  const close = (): Promise<void> =>
    new Promise((resolve) => {
      child.once('exit', () => resolve());
      child.kill();
    });
  return new Promise((resolve, reject) => {
    const printed: string[] = [];
    for (const input of outputsOf(child)) {
      createInterface({input}).on('line', (text) => {
        printed.push(text);
        const port = line.exec(text)?.[1];
        if (port !== undefined) resolve({url: `http://127.0.0.1:${port}`, close});
      });
    }
    child.once('exit', () => reject(new Error(`${program} ended:\n${printed.join('\n')}`)));
  });
}

function outputsOf({stdout, stderr}: ChildProcess): readonly NodeJS.ReadableStream[] {
  return [stdout, stderr].filter((output) => output !== null);
}

async function startJava(
  compiler: string,
  found: Tomcat | undefined,
  settings: SiteSettings,
): Promise<Site> {
  if (!found) throw new Error('Tomcat was not found.');
  const source = 'test/server/java-site';
  const {origin, close} = await startTomcat(found, 'demo/tomcat', 'lms', (webapp) => {
    const classes = join(webapp, 'WEB-INF/classes');
    mkdirSync(classes, {recursive: true});
    const xml = join(webapp, 'WEB-INF/web.xml');
    cpSync(`${source}/WEB-INF/web.xml`, xml);
    const text = readFileSync(xml, 'utf8');
    writeFileSync(
      xml,
      text.replace(/MOTP_\w+/g, (name) => settings[name as keyof SiteSettings]),
    );
    const files = ['server/MotpServlet.java', `${source}/SiteServlet.java`];
    const servletApi = join(found.home, 'lib/servlet-api.jar');
    const options = ['-encoding', 'UTF-8', '--release', '8', '-Xlint:-options'];
    execFileSync(compiler, [...options, '-cp', servletApi, '-d', classes, ...files]);
  });
  return {url: `${origin}/lms`, close};
}
