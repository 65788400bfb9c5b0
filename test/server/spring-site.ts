/** The Spring controller of docs/servers.md, in Spring's dispatcher servlet in Tomcat. */
import {cpSync, existsSync, mkdirSync, writeFileSync} from 'node:fs';
import {join} from 'node:path';
import {installPackages} from '../../tools/browsers.ts';
import {startTomcat, type Tomcat} from '../../tools/services/tomcat.ts';
import type {ServerProcess} from '../harness/server-process.ts';
import {snippetsIn} from '../harness/snippets.ts';
import {compileJava} from './compile-java.ts';
import type {SiteSettings} from './site-settings.ts';

/** The jars of Debian's Spring 4.3, which use the package `javax`. */
export const SPRING_JARS = [
  'spring3-aop',
  'spring3-beans',
  'spring3-context',
  'spring3-core',
  'spring3-expression',
  'spring3-web',
  'spring3-web.servlet',
  'commons-logging',
].map((name) => `/usr/share/java/${name}.jar`);

/** What the document leaves out. */
const IMPORTS = `
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.RequestMapping;
`;

/** Finds Spring, or installs it on Debian for root. @returns whether it is there */
export function findOrInstallSpring(): boolean {
  if (!SPRING_JARS.every(existsSync)) installPackages(['libspring-web-servlet-java']);
  return SPRING_JARS.every(existsSync);
}

/** Serves a site with the controller. @param compiler the path of `javac` */
export async function startSpring(
  compiler: string,
  tomcat: Tomcat,
  settings: SiteSettings,
): Promise<ServerProcess> {
  const write = (webapp: string): void => {
    cpSync('test/server/spring-site/WEB-INF', join(webapp, 'WEB-INF'), {recursive: true});
    const classes = join(webapp, 'WEB-INF/classes');
    mkdirSync(classes);
    const controller = join(webapp, 'MotpController.java');
    writeFileSync(controller, controllerOfDocument('/motp/**'));
    const files = ['server/MotpServlet.java', 'test/server/java-site/SiteServlet.java', controller];
    compileJava(compiler, files, {jars: [tomcat.servletApi, ...SPRING_JARS], folder: classes});
  };
  const more = {jars: SPRING_JARS, env: {...settings}};
  const {origin, close} = await startTomcat(tomcat, 'demo/tomcat', 'lms', write, more);
  return {url: `${origin}/lms`, printed: [], close};
}

/** Returns the controller of docs/servers.md for a mapping, with the imports that the document leaves out. */
export function controllerOfDocument(mapping: string): string {
  const found = snippetsIn('docs/servers.md').find(
    ({language, code}) => language === 'java' && code.includes(`@RequestMapping("${mapping}")`),
  );
  if (!found) throw new Error(`docs/servers.md has no controller for ${mapping}.`);
  return IMPORTS + found.code;
}
