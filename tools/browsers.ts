/**
 * Finds the browsers for the tests; on Debian, root can install them.
 *
 * `npm run browsers:install` installs the missing ones and prints the path of each.
 */
import {execFileSync} from 'node:child_process';
import {existsSync, globSync} from 'node:fs';
import {delimiter, join} from 'node:path';

/** A browser in Playwright's sense: one for each rendering engine. */
export type BrowserName = 'chromium' | 'firefox' | 'webkit';

/** An installed browser. For WebKit, `path` is the path of its WebDriver. */
export interface BrowserProgram {
  readonly name: BrowserName;
  readonly path: string;
}

/** All browsers that the tests support, in the order of reports. */
export const BROWSERS: readonly BrowserName[] = ['chromium', 'firefox', 'webkit'];

/** Debian's packages for each browser, with what it needs to run without a display. */
const DEBIAN_PACKAGES: Readonly<Record<BrowserName, readonly string[]>> = {
  chromium: ['chromium'],
  firefox: ['firefox-esr'],
  webkit: ['webkit2gtk-driver', 'xvfb'],
};

/** The programs of the screen reader tests, each with its package of Debian. */
export const SCREEN_READER_PROGRAMS: Readonly<Record<string, string>> = {
  orca: 'orca',
  Xvfb: 'xvfb',
  xdotool: 'xdotool',
  openbox: 'openbox',
  'dbus-daemon': 'dbus-daemon',
  // The bus of the accessibility tree, which the session bus starts.
  '/usr/libexec/at-spi-bus-launcher': 'at-spi2-core',
};

/** Debian's packages for optional tests: an independent TOTP, Korean fonts, old libraries, Orca. */
const DEBIAN_EXTRAS: readonly string[] = [
  'oathtool',
  'fonts-noto-cjk',
  'libjs-prototype',
  'libjs-mootools',
  ...Object.values(SCREEN_READER_PROGRAMS),
];

/** Programs that show whether the extras are installed. */
const EXTRA_PROGRAMS = ['oathtool', ...Object.keys(SCREEN_READER_PROGRAMS)] as const;

/** Chromium's arguments in tests. */
export const CHROMIUM_ARGS: readonly string[] = [
  // The sandbox does not start as root, for example in a container.
  ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
  '--disable-gpu',
  '--no-first-run',
  // Tests send nothing to other machines.
  '--disable-quic',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

/** Firefox's preferences in tests: a process that it starts ahead of the next page takes a sixth of the time. */
export const FIREFOX_PREFERENCES = {'dom.ipc.processPrelaunch.enabled': false} as const;

const WINDOWS_FOLDERS = ['PROGRAMFILES', 'PROGRAMFILES(X86)', 'LOCALAPPDATA'];

/** The programs of each browser by platform; a bare name is searched on the PATH. */
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
  // WebKitGTK's driver. Safari's driver needs a person's consent, so it is not used.
  webkit: {linux: ['WebKitWebDriver']},
};

/** Paths of the browser that WebKitGTK's driver starts. */
const MINI_BROWSERS = [
  '/usr/lib/*/webkit2gtk-4.*/MiniBrowser',
  '/usr/lib*/webkit2gtk-4.*/MiniBrowser',
  '/usr/libexec/webkit2gtk-4.*/MiniBrowser',
];

/** How to install a missing browser by hand. */
const INSTALL_HINTS: Readonly<Record<BrowserName, string>> = {
  chromium: 'install Chrome, Chromium or Edge, or set CHROME_PATH to its program',
  firefox: 'install Firefox',
  webkit: 'on Linux, install WebKitGTK’s WebKitWebDriver and MiniBrowser, and Xvfb',
};

/**
 * Returns the browsers to test in: those of `BROWSERS=chromium,firefox`, or all.
 *
 * @throws Error if it names another
 */
export function chosenBrowsers(): readonly BrowserName[] {
  const chosen = process.env['BROWSERS']?.split(',') ?? BROWSERS;
  const unknown = chosen.find((name) => !BROWSERS.some((one) => one === name));
  if (unknown !== undefined) {
    throw new Error(`BROWSERS names "${unknown}". Use ${BROWSERS.join(', ')}.`);
  }
  return BROWSERS.filter((name) => chosen.includes(name));
}

/** Finds an installed browser. `CHROME_PATH` overrides the search for Chromium. */
export function findBrowser(name: BrowserName): BrowserProgram | undefined {
  const override = name === 'chromium' ? process.env['CHROME_PATH'] : undefined;
  const programs = [...(override ? [override] : []), ...(PROGRAMS[name][process.platform] ?? [])];
  for (const program of programs) {
    const path = findProgram(program);
    if (path && (name !== 'webkit' || (findMiniBrowser() && findProgram('Xvfb')))) {
      return {name, path};
    }
  }
  return undefined;
}

/** Finds the browser that WebKitGTK's driver starts. */
export function findMiniBrowser(): string | undefined {
  return globSync(MINI_BROWSERS)[0];
}

/** Formats one line: that a browser is missing and how to install it. */
export function installHint(name: BrowserName): string {
  return `${name} was not found: ${INSTALL_HINTS[name]}.`;
}

/**
 * Installs browsers from Debian's packages.
 *
 * @returns `false` if this is not Debian or the user is not root
 * @throws Error if the installation fails
 */
export function installBrowsers(names: readonly BrowserName[]): boolean {
  return installPackages([...names.flatMap((name) => DEBIAN_PACKAGES[name]), ...DEBIAN_EXTRAS]);
}

/**
 * Installs Debian's packages.
 *
 * @returns `false` if this is not Debian or the user is not root
 * @throws Error if the installation fails
 */
export function installPackages(packages: readonly string[]): boolean {
  if (!findProgram('apt-get') || process.getuid?.() !== 0) return false;
  // dpkg needs programs of root, which a short PATH leaves out.
  const path = [process.env['PATH'], '/usr/sbin', '/sbin'].join(delimiter);
  const env = {...process.env, PATH: path, DEBIAN_FRONTEND: 'noninteractive'};
  console.log(`Installing ${packages.join(' ')} …`);
  execFileSync('apt-get', ['update', '-qq'], {stdio: 'inherit', env});
  execFileSync('apt-get', ['install', '-y', '-qq', '--no-install-recommends', ...packages], {
    stdio: ['ignore', 'ignore', 'inherit'],
    env,
  });
  return true;
}

/** Finds a program by its path, or on the PATH by its bare name. */
export function findProgram(program: string): string | undefined {
  if (/[\\/]/.test(program)) return existsSync(program) ? program : undefined;
  const folders = (process.env['PATH'] ?? '').split(delimiter);
  return folders.map((folder) => join(folder, program)).find((path) => existsSync(path));
}

function inWindowsFolders(path: string): string[] {
  return WINDOWS_FOLDERS.flatMap((name) => process.env[name] ?? []).map((folder) =>
    join(folder, path),
  );
}

if (import.meta.main && process.argv.includes('--install')) {
  const missing = BROWSERS.filter((name) => !findBrowser(name));
  const hasExtras = EXTRA_PROGRAMS.every((program) => findProgram(program));
  if (missing.length > 0 || !hasExtras) installBrowsers(missing);
  for (const name of BROWSERS) console.log(findBrowser(name)?.path ?? installHint(name));
}
