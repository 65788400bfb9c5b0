/**
 * Starts a temporary Tomcat for the JSP demo, in a folder of its own on a free port.
 *
 * `node tools/services/tomcat.ts --install` installs it on Debian, for root.
 */
import {execFileSync, spawn, type ChildProcess} from 'node:child_process';
import {once} from 'node:events';
import {copyFileSync, cpSync, existsSync, globSync, mkdirSync, mkdtempSync, rmSync} from 'node:fs';
import {tmpdir} from 'node:os';
import {basename, delimiter, join} from 'node:path';
import {createInterface} from 'node:readline';
import {installPackages, findProgram} from '../browsers.ts';

/** The paths of the programs and libraries that serve JSPs. */
export interface Tomcat {
  readonly java: string;
  /** `CATALINA_HOME`. */
  readonly home: string;
  /** The jars that start it. */
  readonly bootstrap: readonly string[];
  /** The jar of the servlet API, to compile with. */
  readonly servletApi: string;
  /** The program that converts the jars of an application from the package `javax` to `jakarta`, if it must. */
  readonly migration: string | undefined;
}

/** The paths of Tomcat 10, and of what the JSP demo needs. */
export interface JspTomcat extends Tomcat {
  /** The jars of JSTL, which use the package `javax`. */
  readonly jstl: readonly string[];
  readonly prototypeJs: string;
}

/** A Tomcat that serves a web application. */
export interface RunningTomcat {
  /** The origin, without a trailing slash. */
  readonly origin: string;
  /** Stops Tomcat and removes its files. */
  readonly close: () => Promise<void>;
}

/** What a web application needs besides its own files. */
export interface WebappNeeds {
  /** Its jars, which use the package `javax`. */
  readonly jars?: readonly string[];
  /** Further environment variables. */
  readonly env?: NodeJS.ProcessEnv;
}

/** A JDK, Tomcat without its system service, JSTL, its converter, and prototype.js. */
const DEBIAN_PACKAGES = [
  'default-jdk-headless',
  'tomcat10-common',
  'tomcat-jakartaee-migration',
  'libtaglibs-standard-spec-java',
  'libtaglibs-standard-impl-java',
  'libjs-prototype',
] as const;

/** How to install Tomcat by hand. */
export const TOMCAT_INSTALL_HINT = `Java with Tomcat 10 and JSTL was not found: on Debian, install ${DEBIAN_PACKAGES.join(' ')}.`;

const JSTL = ['spec', 'impl'].map((part) => `/usr/share/java/taglibs-standard-${part}.jar`);
const MIGRATION = '/usr/share/tomcat-jakartaee-migration/lib/*.jar';
const PROTOTYPE_JS = '/usr/share/javascript/prototype/prototype.js';

/** Tomcat's log line with the port it has chosen. */
const LISTENS = /Starting ProtocolHandler \["http-nio-127\.0\.0\.1-auto-\d+-(\d+)"\]/;
const STARTED = 'Server startup in';

/** How many lines of the log an error contains. */
const LOG_LINES = 100;

/** Finds Tomcat with Java and JSTL. `JAVA_HOME` and `CATALINA_HOME` override the search. */
export function findTomcat(): JspTomcat | undefined {
  const {JAVA_HOME, CATALINA_HOME} = process.env;
  const java = findProgram(JAVA_HOME ? join(JAVA_HOME, 'bin', 'java') : 'java');
  const home = CATALINA_HOME ?? '/usr/share/tomcat10';
  const [migration] = globSync(MIGRATION);
  const isInstalled = [join(home, 'bin/bootstrap.jar'), ...JSTL, PROTOTYPE_JS].every(existsSync);
  if (java === undefined || migration === undefined || !isInstalled) return undefined;
  return {
    java,
    home,
    bootstrap: ['bootstrap.jar', 'tomcat-juli.jar'].map((jar) => join(home, 'bin', jar)),
    servletApi: join(home, 'lib/servlet-api.jar'),
    jstl: JSTL,
    migration,
    prototypeJs: PROTOTYPE_JS,
  };
}

/**
 * Installs Tomcat from Debian's packages, without the service that the package `tomcat10` starts.
 *
 * @returns `false` if this is not Debian or the user is not root
 * @throws Error if the installation fails
 */
export function installTomcat(): boolean {
  return installPackages(DEBIAN_PACKAGES);
}

/**
 * Serves one web application.
 *
 * @param conf the folder of Tomcat's `server.xml` and `web.xml`
 * @param name the context path, without its slash
 * @param writeWebapp writes the application to a folder
 * @param needs what else it needs
 * @throws Error if Tomcat does not start
 */
export async function startTomcat(
  tomcat: Tomcat,
  conf: string,
  name: string,
  writeWebapp: (webapp: string) => void,
  {jars = [], env = {}}: WebappNeeds = {},
): Promise<RunningTomcat> {
  const base = mkdtempSync(join(tmpdir(), 'motp-verify-tomcat-'));
  const remove = (): void => rmSync(base, {recursive: true, force: true});
  try {
    cpSync(conf, join(base, 'conf'), {recursive: true});
    for (const folder of ['temp', 'work']) mkdirSync(join(base, folder));
    const webapp = join(base, 'webapps', name);
    mkdirSync(webapp, {recursive: true});
    writeWebapp(webapp);
    copyJars(tomcat, jars, base, join(webapp, 'WEB-INF', 'lib'));
    const server = run(tomcat, base, env);
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

/** Copies jars. Tomcat 10 has `jakarta.servlet`, but Debian's JSTL and Spring use `javax.servlet`: it converts them. */
function copyJars(
  {java, migration}: Tomcat,
  jars: readonly string[],
  base: string,
  lib: string,
): void {
  const javax = migration === undefined ? lib : join(base, 'javax');
  mkdirSync(javax, {recursive: true});
  for (const jar of jars) copyFileSync(jar, join(javax, basename(jar)));
  if (migration === undefined) return;
  const main = 'org.apache.tomcat.jakartaee.MigrationCLI';
  execFileSync(java, ['-cp', migration, main, javax, lib], {stdio: ['ignore', 'ignore', 'pipe']});
}

function run({java, home, bootstrap}: Tomcat, base: string, env: NodeJS.ProcessEnv): ChildProcess {
  const properties = {
    'catalina.home': home,
    'catalina.base': base,
    'java.io.tmpdir': join(base, 'temp'),
    'java.awt.headless': 'true',
    // The log is parsed, so it must be in English.
    'user.language': 'en',
    // The default encoding of JSPs must not depend on the machine.
    'file.encoding': 'UTF-8',
  };
  const options = Object.entries(properties).map(([name, value]) => `-D${name}=${value}`);
  const main = ['-cp', bootstrap.join(delimiter), 'org.apache.catalina.startup.Bootstrap', 'start'];
  // Starts faster, at the cost of peak speed.
  const server = spawn(java, ['-XX:TieredStopAtLevel=1', ...options, ...main], {
    cwd: base,
    env: {...process.env, ...env},
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  return server;
}

/** Waits until Tomcat serves the application; returns its port. Reads on, since a full pipe blocks. */
function portOf({stderr}: ChildProcess): Promise<string> {
  return new Promise((resolve, reject) => {
    if (!stderr) throw new Error('Tomcat has no stderr.');
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
