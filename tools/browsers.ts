/**
 * The browsers that the tests run in: found on this machine or, on Debian as root, installed.
 *
 * `node tools/browsers.ts --install` installs all three where that is possible.
 */
import {execFileSync} from 'node:child_process';
import {existsSync, globSync} from 'node:fs';
import {delimiter, join} from 'node:path';

/** A family of browsers. */
export type BrowserName = 'chromium' | 'firefox' | 'webkit';

/** A browser of a family, by the path of its program. */
export interface BrowserProgram {
  readonly name: BrowserName;
  readonly path: string;
}

/** Every family, in the order in which it is told of. */
export const BROWSERS: readonly BrowserName[] = ['chromium', 'firefox', 'webkit'];

/** What Debian calls each family, with what it needs to run without a screen. */
const DEBIAN_PACKAGES: Readonly<Record<BrowserName, readonly string[]>> = {
  chromium: ['chromium'],
  firefox: ['firefox-esr'],
  webkit: ['webkit2gtk-driver', 'xvfb'],
};

/** What else the tests use where it is there: codes of another maker, Korean letters, prototype.js. */
const DEBIAN_EXTRAS = ['oathtool', 'fonts-noto-cjk', 'libjs-prototype'] as const;

/** How Chromium is started for tests. */
export const CHROMIUM_ARGS: readonly string[] = [
  // Its sandbox refuses to run as root, as it would in most containers.
  ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
  '--disable-gpu',
  '--no-first-run',
  // Nothing leaves this machine.
  '--disable-quic',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

const WINDOWS_FOLDERS = ['PROGRAMFILES', 'PROGRAMFILES(X86)', 'LOCALAPPDATA'];

/** Where each family's programs are, by platform; a bare name is looked for on the PATH. */
const PROGRAMS: Readonly<
  Record<BrowserName, Readonly<Partial<Record<NodeJS.Platform, string[]>>>>
> = {
  chromium: {
    linux: [
      'google-chrome-stable',
      'google-chrome',
      'chromium',
      'chromium-browser',
      'microsoft-edge-stable',
      'microsoft-edge',
    ],
    darwin: [
      '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
      '/Applications/Chromium.app/Contents/MacOS/Chromium',
      '/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge',
    ],
    win32: [
      'Google\\Chrome\\Application\\chrome.exe',
      'Chromium\\Application\\chrome.exe',
      'Microsoft\\Edge\\Application\\msedge.exe',
    ].flatMap(inWindowsFolders),
  },
  firefox: {
    linux: ['firefox-esr', 'firefox'],
    darwin: ['/Applications/Firefox.app/Contents/MacOS/firefox'],
    win32: ['Mozilla Firefox\\firefox.exe'].flatMap(inWindowsFolders),
  },
  // WebKitGTK's driver; Safari's own asks a person for leave, so it is not looked for.
  webkit: {linux: ['WebKitWebDriver']},
};

/** Where Linux keeps WebKitGTK's browser, which its driver drives. */
const MINI_BROWSERS = [
  '/usr/lib/*/webkit2gtk-4.*/MiniBrowser',
  '/usr/lib*/webkit2gtk-4.*/MiniBrowser',
  '/usr/libexec/webkit2gtk-4.*/MiniBrowser',
];

/** What a person should do about a family that is missing and can't be installed from here. */
const INSTALL_HINTS: Readonly<Record<BrowserName, string>> = {
  chromium: 'install Chrome, Chromium or Edge, or set CHROME_PATH to its program',
  firefox: 'install Firefox',
  webkit: 'on Linux, install WebKitGTK’s WebKitWebDriver and MiniBrowser, and Xvfb',
};

/** The browser of a family, or `undefined` where there is none. `CHROME_PATH` names one by hand. */
export function findBrowser(name: BrowserName): BrowserProgram | undefined {
  const byHand = name === 'chromium' ? process.env['CHROME_PATH'] : undefined;
  const places = [...(byHand ? [byHand] : []), ...(PROGRAMS[name][process.platform] ?? [])];
  for (const place of places) {
    const path = findProgram(place);
    if (path && (name !== 'webkit' || (findMiniBrowser() && findProgram('Xvfb')))) {
      return {name, path};
    }
  }
  return undefined;
}

/** The path of WebKitGTK's browser, or `undefined`. */
export function findMiniBrowser(): string | undefined {
  return globSync(MINI_BROWSERS)[0];
}

/** Why a family is missing, and what to do about it, in one line. */
export function installHint(name: BrowserName): string {
  return `${name} was not found: ${INSTALL_HINTS[name]}.`;
}

/**
 * Installs families from Debian's packages. Does nothing where that is not possible.
 *
 * @returns whether Debian's packages could be asked for
 * @throws Error where the installation fails
 */
export function installBrowsers(names: readonly BrowserName[]): boolean {
  return installPackages([...names.flatMap((name) => DEBIAN_PACKAGES[name]), ...DEBIAN_EXTRAS]);
}

/**
 * Installs Debian's packages, as root alone.
 *
 * @returns whether Debian's packages could be asked for
 * @throws Error where the installation fails
 */
export function installPackages(packages: readonly string[]): boolean {
  if (!findProgram('apt-get') || process.getuid?.() !== 0) return false;
  const env = {...process.env, DEBIAN_FRONTEND: 'noninteractive'};
  console.log(`Installing ${packages.join(' ')} …`);
  execFileSync('apt-get', ['update', '-qq'], {stdio: 'inherit', env});
  execFileSync('apt-get', ['install', '-y', '-qq', '--no-install-recommends', ...packages], {
    stdio: ['ignore', 'ignore', 'inherit'],
    env,
  });
  return true;
}

/** The path of a program: a path as it is, a bare name on the PATH. */
export function findProgram(place: string): string | undefined {
  if (/[\\/]/.test(place)) return existsSync(place) ? place : undefined;
  const folders = (process.env['PATH'] ?? '').split(delimiter);
  return folders.map((folder) => join(folder, place)).find((path) => existsSync(path));
}

function inWindowsFolders(path: string): string[] {
  return WINDOWS_FOLDERS.flatMap((name) => process.env[name] ?? []).map((folder) =>
    join(folder, path),
  );
}

if (import.meta.main && process.argv.includes('--install')) {
  const missing = BROWSERS.filter((name) => !findBrowser(name));
  if (missing.length > 0 || !findProgram('oathtool')) installBrowsers(missing);
  for (const name of BROWSERS) console.log(findBrowser(name)?.path ?? installHint(name));
}
