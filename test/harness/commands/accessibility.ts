/** Asks a browser's own accessibility tree, for the browser tests. */
import type {BasicTestSession, TestRunnerPlugin} from '@web/test-runner-core';
import type {ElementHandle, Page} from 'puppeteer-core';
import type {Client} from 'webdriver';
import {driverOf} from './driver.ts';

/** What a browser hands to assistive technology. */
export interface AccessibleNode {
  readonly role: string;
  readonly name: string;
}

/** What to look at, and what is expected of it. */
export interface AccessibleQuery {
  /** Names one element inside the one widget of the page. */
  readonly selector: string;
  readonly expected: AccessibleNode;
}

/** Adds the command `accessible`: a {@link AccessibleQuery} → what the browser's own tree says. */
export function accessibility(): TestRunnerPlugin {
  return {
    name: 'accessibility',
    async executeCommand({command, payload, session}) {
      return command === 'accessible'
        ? readAccessible(session, payload as AccessibleQuery)
        : undefined;
    },
  };
}

async function readAccessible(session: BasicTestSession, {selector, expected}: AccessibleQuery) {
  const driver = driverOf(session);
  if (driver.kind === 'webkit') return byWebDriver(driver.session, selector);
  const {page} = driver;
  const element = await handleOf(page, selector);
  if (driver.kind === 'firefox') return byFirefox(page, element, expected);
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
async function byFirefox(page: Page, element: ElementHandle, {role, name}: AccessibleNode) {
  const card = await handleOf(page, '.card');
  const found = await card.$$(`::-p-aria([name="${name}"][role="${role}"])`);
  const [first] = found;
  const isIt = first && (await page.evaluate((a, b) => a === b, first, element));
  return isIt && found.length === 1 ? {role, name} : {role: `${found.length} found`, name};
}

async function byWebDriver(session: Client, selector: string) {
  const script = `return (${String(inWidget)})(arguments[0])`;
  const found = (await session.executeScript(script, [selector])) as Record<string, string> | null;
  // The key of an element's reference is the standard's own constant.
  const reference = found?.['element-6066-11e4-a52e-4f735466cecf'];
  if (reference === undefined) throw new Error(`The widget holds no ${selector}.`);
  return {
    role: await session.getElementComputedRole(reference),
    name: await session.getElementComputedLabel(reference),
  };
}
