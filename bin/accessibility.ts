/** Asks a browser's own accessibility tree, for the browser tests. */
import type {BasicTestSession, TestRunnerPlugin} from '@web/test-runner-core';
import type {ElementHandle, Page} from 'puppeteer-core';

/** What a browser hands to assistive technology. */
export interface Accessible {
  readonly role: string;
  readonly name: string;
}

/** What to look at, and what is expected of it. */
export interface Question {
  /** Names one element inside the one widget of the page. */
  readonly selector: string;
  readonly expected: Accessible;
}

/** Adds the command `accessible`: a {@link Question} → what the browser's own tree says. */
export function accessibility(): TestRunnerPlugin {
  return {
    name: 'accessibility',
    async executeCommand({command, payload, session}) {
      return command === 'accessible' ? accessible(session, payload as Question) : undefined;
    },
  };
}

async function accessible({browser, id}: BasicTestSession, question: Question) {
  const {selector, expected} = question;
  if (browser.type === 'webdriver') return byWebDriver(browser as unknown as WebDriver, selector);
  const page = (browser as unknown as {readonly getPage: (id: string) => Page}).getPage(id);
  const element = await handleOf(page, selector);
  if (browser.name === 'Firefox') return byFirefox(page, element, expected);
  const node = await page.accessibility.snapshot({root: element, interestingOnly: false});
  return {role: node?.role, name: node?.name};
}

async function handleOf(page: Page, selector: string): Promise<ElementHandle> {
  const handle = (await page.evaluateHandle(inWidget, selector)).asElement();
  if (!handle) throw new Error(`The widget holds no ${selector}.`);
  return handle as ElementHandle;
}

/** Runs in the page. */
function inWidget(selector: string): Element | null {
  return document.querySelector('motp-verify')?.shadowRoot?.querySelector(selector) ?? null;
}

/** Firefox tells no role or name, but finds by them in its tree: so it is asked for the expected. */
async function byFirefox(page: Page, element: ElementHandle, {role, name}: Accessible) {
  const card = await handleOf(page, '.card');
  const found = await card.$$(`::-p-aria([name="${name}"][role="${role}"])`);
  const [first] = found;
  const isIt = first && (await page.evaluate((a, b) => a === b, first, element));
  return isIt && found.length === 1 ? {role, name} : {role: `${found.length} found`, name};
}

/** The part of webdriverio's client that is used. */
interface WebDriver {
  readonly driver: {
    execute: (script: string, selector: string) => Promise<Record<string, string>>;
    getElementComputedRole: (id: string) => Promise<string>;
    getElementComputedLabel: (id: string) => Promise<string>;
  };
}

async function byWebDriver({driver}: WebDriver, selector: string) {
  const found = await driver.execute(`return (${String(inWidget)})(arguments[0])`, selector);
  // The key of an element's reference is the standard's own constant.
  const reference = found['element-6066-11e4-a52e-4f735466cecf'];
  if (reference === undefined) throw new Error(`The widget holds no ${selector}.`);
  return {
    role: await driver.getElementComputedRole(reference),
    name: await driver.getElementComputedLabel(reference),
  };
}
