/** Reads a browser's accessibility tree, for browser tests. */
import type {BasicTestSession, TestRunnerPlugin} from '@web/test-runner-core';
import type {ElementHandle, Page} from 'puppeteer-core';
import type {Client} from 'webdriver';
import {driverOf} from './driver.ts';

/** What a browser exposes to assistive technology. */
export interface AccessibleNode {
  readonly role: string;
  readonly name: string;
}

/** The element to read, and the expected result. */
export interface AccessibleQuery {
  /** Finds one element in the widget's shadow root. */
  readonly selector: string;
  readonly expected: AccessibleNode;
}

/** Adds the command `accessible`, which returns the role and name of an {@link AccessibleQuery}. */
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
  if (driver.kind === 'webkit') return readByWebDriver(driver.session, selector);
  const {page} = driver;
  const element = await handleOf(page, selector);
  if (driver.kind === 'firefox') return readInFirefox(page, element, expected);
  const node = await page.accessibility.snapshot({root: element, interestingOnly: false});
  return {role: node?.role, name: node?.name};
}

async function handleOf(page: Page, selector: string): Promise<ElementHandle> {
  const handle = (await page.evaluateHandle(inWidget, selector)).asElement();
  if (!handle) throw new Error(`The widget has no ${selector}.`);
  return handle as ElementHandle;
}

/** Runs in the page. */
function inWidget(selector: string): Element | null {
  return document.querySelector('motp-verify')?.shadowRoot?.querySelector(selector) ?? null;
}

/**
 * Reads the tree in Firefox, which cannot list roles and names, but can find elements by them. So it
 * searches the expected ones.
 */
async function readInFirefox(page: Page, element: ElementHandle, {role, name}: AccessibleNode) {
  const card = await handleOf(page, '.card');
  const found = await card.$$(`::-p-aria([name="${name}"][role="${role}"])`);
  const [first] = found;
  const isSame = first && (await page.evaluate((a, b) => a === b, first, element));
  return isSame && found.length === 1 ? {role, name} : {role: `${found.length} found`, name};
}

async function readByWebDriver(session: Client, selector: string) {
  const script = `return (${String(inWidget)})(arguments[0])`;
  const found = (await session.executeScript(script, [selector])) as Record<string, string> | null;
  // The web element identifier of the WebDriver specification.
  const reference = found?.['element-6066-11e4-a52e-4f735466cecf'];
  if (reference === undefined) throw new Error(`The widget has no ${selector}.`);
  return {
    role: await session.getElementComputedRole(reference),
    name: await session.getElementComputedLabel(reference),
  };
}
