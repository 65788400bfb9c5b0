/**
 * A throw-away Tomcat for the JSP demo: found on this machine or, on Debian as root, installed
 * without its system service; started in a folder of its own on a free port of loopback, and removed
 * afterwards.
 *
 * `node tools/services/tomcat.ts --install` installs it where that is possible.
 */
import {execFileSync, spawn, type ChildProcess} from 'node:child_process';
import {once} from 'node:events';
import {copyFileSync, cpSync, existsSync, globSync, mkdirSync, mkdtempSync, rmSync} from 'node:fs';
import {tmpdir} from 'node:os';
import {basename, delimiter, join} from 'node:path';
import {createInterface} from 'node:readline';
import {installPackages, findProgram} from '../browsers.ts';

/** What is needed to serve JSPs, by the paths of its parts. */
export interface Tomcat {
  readonly java: string;
  /** Tomcat's own `CATALINA_HOME`. */
  readonly home: string;
  /** JSTL's jars, which still speak of `javax`, */
  readonly jstl: readonly string[];
  /** and the program that makes them speak of `jakarta`. */
  readonly migration: string;
  readonly prototypeJs: string;
}

/** A web application that is being served. */
export interface RunningTomcat {
  /** The server's address, without a slash at its end. */
  readonly origin: string;
  /** Stops it and removes everything. */
  readonly close: () => Promise<void>;
}

/** Tomcat without its service; JSTL with what converts it; and the prototype.js of old sites. */
const DEBIAN_PACKAGES = [
  'default-jre-headless',
  'tomcat10-common',
  'tomcat-jakartaee-migration',
  'libtaglibs-standard-spec-java',
  'libtaglibs-standard-impl-java',
  'libjs-prototype',
] as const;

/** What a person should do where it is missing and can't be installed from here. */
export const TOMCAT_INSTALL_HINT = `Java with Tomcat 10 and JSTL was not found: on Debian, install ${DEBIAN_PACKAGES.join(' ')}.`;

const JSTL = ['spec', 'impl'].map((part) => `/usr/share/java/taglibs-standard-${part}.jar`);
const MIGRATION = '/usr/share/tomcat-jakartaee-migration/lib/*.jar';
const PROTOTYPE_JS = '/usr/share/javascript/prototype/prototype.js';

/** What Tomcat says once it listens, on a port that it has found itself. */
const LISTENS = /Starting ProtocolHandler \["http-nio-127\.0\.0\.1-auto-\d+-(\d+)"\]/;
const STARTED = 'Server startup in';

/** How much of its log is shown where it does not start. */
const LOG_LINES = 100;

/** All that is needed, or `undefined`. `JAVA_HOME` and `CATALINA_HOME` name others by hand. */
export function findTomcat(): Tomcat | undefined {
  const {JAVA_HOME, CATALINA_HOME} = process.env;
  const java = findProgram(JAVA_HOME ? join(JAVA_HOME, 'bin', 'java') : 'java');
  const home = CATALINA_HOME ?? '/usr/share/tomcat10';
  const [migration] = globSync(MIGRATION);
  const isThere = [join(home, 'bin/bootstrap.jar'), ...JSTL, PROTOTYPE_JS].every(existsSync);
  if (java === undefined || migration === undefined || !isThere) return undefined;
  return {java, home, jstl: JSTL, migration, prototypeJs: PROTOTYPE_JS};
}

/**
 * Installs it from Debian's packages, without the service that `tomcat10` would start.
 *
 * @returns whether Debian's packages could be asked for
 * @throws Error where the installation fails
 */
export function installTomcat(): boolean {
  return installPackages(DEBIAN_PACKAGES);
}

/**
 * Serves one web application.
 *
 * @param conf the folder of Tomcat's `server.xml` and `web.xml`
 * @param name the context path, without its slash
 * @param fill puts the application into the folder that it is given
 * @throws Error where Tomcat does not start
 */
export async function startTomcat(
  tomcat: Tomcat,
  conf: string,
  name: string,
  fill: (webapp: string) => void,
): Promise<RunningTomcat> {
  const base = mkdtempSync(join(tmpdir(), 'motp-verify-tomcat-'));
  const remove = (): void => rmSync(base, {recursive: true, force: true});
  try {
    cpSync(conf, join(base, 'conf'), {recursive: true});
    for (const folder of ['temp', 'work']) mkdirSync(join(base, folder));
    const webapp = join(base, 'webapps', name);
    mkdirSync(webapp, {recursive: true});
    fill(webapp);
    migrateJstl(tomcat, base, join(webapp, 'WEB-INF', 'lib'));
    const server = run(tomcat, base);
    process.once('exit', () => {
      server.kill();
      remove();
    });
    const close = async (): Promise<void> => {
      if (server.exitCode === null && server.signalCode === null) {
        const ended = once(server, 'exit');
        server.kill();
        await ended;
      }
      remove();
    };
    return {origin: `http://127.0.0.1:${await portOf(server)}`, close};
  } catch (error) {
    remove();
    throw error;
  }
}

/** Tomcat 10 knows `jakarta.servlet` alone; Debian's JSTL is of the years of `javax.servlet`. */
function migrateJstl({java, jstl, migration}: Tomcat, base: string, lib: string): void {
  const javax = join(base, 'javax');
  mkdirSync(javax);
  for (const jar of jstl) copyFileSync(jar, join(javax, basename(jar)));
  const main = 'org.apache.tomcat.jakartaee.MigrationCLI';
  execFileSync(java, ['-cp', migration, main, javax, lib], {stdio: ['ignore', 'ignore', 'pipe']});
}

function run({java, home}: Tomcat, base: string): ChildProcess {
  const jars = ['bootstrap.jar', 'tomcat-juli.jar'].map((jar) => join(home, 'bin', jar));
  const properties = {
    'catalina.home': home,
    'catalina.base': base,
    'java.io.tmpdir': join(base, 'temp'),
    'java.awt.headless': 'true',
    // Its log is read, so it is in English wherever it is.
    'user.language': 'en',
    // JSPs are written in UTF-8 unless they say otherwise, on every machine.
    'file.encoding': 'UTF-8',
  };
  const options = Object.entries(properties).map(([name, value]) => `-D${name}=${value}`);
  const main = ['-cp', jars.join(delimiter), 'org.apache.catalina.startup.Bootstrap', 'start'];
  // Ready soon rather than fast for long.
  const server = spawn(java, ['-XX:TieredStopAtLevel=1', ...options, ...main], {
    cwd: base,
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  return server;
}

/** The port, once the application is served. Its log is read on, or it would fill the pipe. */
function portOf({stderr}: ChildProcess): Promise<string> {
  return new Promise((resolve, reject) => {
    if (!stderr) throw new Error('Tomcat has no log.');
    const log: string[] = [];
    let port: string | undefined;
    const lines = createInterface({input: stderr});
    lines.on('line', (line) => {
      if (log.length < LOG_LINES) log.push(line);
      port ??= LISTENS.exec(line)?.[1];
      if (line.includes(STARTED) && port !== undefined) resolve(port);
    });
    lines.on('close', () => reject(new Error(`Tomcat did not start:\n${log.join('\n')}`)));
  });
}

if (import.meta.main && process.argv.includes('--install')) {
  if (findTomcat() === undefined) installTomcat();
  console.log(findTomcat()?.home ?? TOMCAT_INSTALL_HINT);
}
