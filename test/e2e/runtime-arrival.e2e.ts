/** The arrival of the runtime chunk: nothing of the first render is replaced, rewritten or restyled. */
import assert from 'node:assert/strict';
import {readdirSync} from 'node:fs';
import {after, afterEach, before, beforeEach, describe, it} from 'node:test';
import type {Hono} from 'hono';
import type {Page} from 'puppeteer-core';
import {ensurePackage} from '../../tools/build/ensure-built.ts';
import {useBrowser} from '../harness/browsers.ts';
import {startTrainingSite, serveFolder, type TrainingSite} from '../harness/training-site.ts';

/** A folder of its own, so that `dist` stays untouched. */
const PACKAGE = 'dist';

/** A Korean page with a name and a phone number that need no warning. */
const PAGE = `<!doctype html><html lang="ko"><link rel="icon" href="data:," />
  <motp-verify endpoint="/api/motp" trainee-name="홍길동" trainee-phone="01012345678"
    phone-identity-url="/phone" ipin-url="/ipin" help-tel="1833-3075" support-url="/support"
    guide-url="/guide" manual-url="/manual.pdf" occasion="lesson" unit="9"></motp-verify>
  <script type="module" src="/motp-verify.min.js"></script></html>`;

/** A node of the shadow root, as it is reported by a failing test. */
type NodeReport = string;

/** The declarations of an element that decide how it looks; none for other nodes. */
type Style = readonly string[];

/** What the page keeps of the first render. */
interface FirstRender {
  /** Elements, text nodes and comments of the shadow root in document order. */
  readonly nodes: readonly Node[];
  readonly texts: readonly (string | null)[];
  readonly styles: readonly Style[];
  /** Returns every mutation of the shadow root since then. */
  readonly takeRecords: () => readonly MutationRecord[];
}

/** What the arrival of the runtime has done to the first render. */
interface Changes {
  /** Nodes of the first render that are no longer in the shadow root. */
  readonly lost: readonly NodeReport[];
  /** Whether the remaining nodes are still in their order. */
  readonly isInOrder: boolean;
  /** Visible elements and texts that are new. */
  readonly added: readonly NodeReport[];
  /** Nodes of the first render with another text. */
  readonly rewritten: readonly NodeReport[];
  /** Nodes that were removed for a moment or for good. */
  readonly removals: readonly NodeReport[];
  /** Text nodes whose data was set again, to whatever value. */
  readonly characterData: readonly NodeReport[];
  /** Elements of the first render that look different, with their new declarations. */
  readonly restyled: readonly NodeReport[];
}

type PageWindow = Window & {
  firstRender?: FirstRender;
  readonly nodesOfCard: () => readonly Node[];
  readonly stylesOf: (nodes: readonly Node[]) => readonly Style[];
  readonly describeNode: (node: Node) => NodeReport;
  readonly isVisible: (node: Node) => boolean;
};

/** Abroad, the line of Korean time takes the room that the first render reserves for it. */
const TIME_ZONE = 'Asia/Seoul';

describe('the arrival of the runtime', () => {
  const browser = useBrowser();
  let site: TrainingSite;
  let page: Page;
  let errors: string[];
  let arrival: Promise<void>;
  let release: () => void;

  before(async () => {
    await ensurePackage();
    const chunk = readdirSync(`${PACKAGE}/motp-verify`).find((name) => name.startsWith('runtime-'));
    assert.ok(chunk, 'the build has a runtime chunk');
    site = await startTrainingSite((app: Hono) => {
      app.get('/', (c) => c.html(PAGE));
      app.use(`/motp-verify/${chunk}`, async (_c, next) => {
        await arrival;
        return next();
      });
      serveFolder(app, PACKAGE);
    });
  });

  beforeEach(async () => {
    arrival = new Promise((resolve) => (release = resolve));
    page = await browser().newPage();
    errors = [];
    page.on('console', (message) => errors.push(message.text()));
    page.on('pageerror', (error) => errors.push(String(error)));
    await page.evaluateOnNewDocument(defineProbes);
  });

  afterEach(async () => {
    release();
    await page.close();
  });

  after(() => site.close());

  /** Opens the page, lets the chunk arrive after the first render, and returns what has changed. */
  async function changesOnArrival(): Promise<Changes> {
    await page.emulateTimezone(TIME_ZONE);
    await page.goto(site.url, {waitUntil: 'domcontentloaded'});
    await page.waitForSelector('motp-verify >>> input');
    await page.evaluate(recordFirstRender);
    release();
    const changes = await page.evaluate(findChanges);
    // Only the runtime drops the space, so it was there when the changes were read.
    const field = await page.waitForSelector('motp-verify >>> input');
    await field?.type('1 2');
    assert.equal(await field?.evaluate((input) => input.value), '12');
    assert.deepEqual(errors, []);
    return changes;
  }

  it('keeps every element, text node and comment of the card in order', async () => {
    const {lost, isInOrder} = await changesOnArrival();
    assert.deepEqual(lost, []);
    assert.equal(isInOrder, true);
  });

  it('keeps the text of every node', async () => {
    const {rewritten} = await changesOnArrival();
    assert.deepEqual(rewritten, []);
  });

  it('removes no node and sets the data of no text node, not even for a moment', async () => {
    const {removals, characterData} = await changesOnArrival();
    assert.deepEqual(removals, []);
    assert.deepEqual(characterData, []);
  });

  it('adds nothing visible', async () => {
    const {added} = await changesOnArrival();
    assert.deepEqual(added, []);
  });

  it('changes no visible style', async () => {
    const {restyled} = await changesOnArrival();
    assert.deepEqual(restyled, []);
  });
});

/** Defines, in the page, how the nodes of the card are listed, described and measured. */
function defineProbes(): void {
  const VISIBLE = [
    'display',
    'visibility',
    'opacity',
    'color',
    'background-color',
    'background-image',
    'border',
    'border-radius',
    'box-shadow',
    'outline',
    'padding',
    'margin',
    'width',
    'height',
    'font',
    'letter-spacing',
    'text-align',
    'text-decoration',
    'word-break',
  ];
  Object.assign(window, {
    nodesOfCard: (): readonly Node[] => {
      const root = document.querySelector('motp-verify')?.shadowRoot;
      if (!root) throw new Error('The widget has not rendered.');
      const walker = document.createTreeWalker(root);
      const nodes: Node[] = [];
      while (walker.nextNode()) nodes.push(walker.currentNode);
      return nodes;
    },
    stylesOf: (nodes: readonly Node[]): readonly Style[] =>
      nodes.map((node) => {
        if (!(node instanceof Element)) return [];
        const style = getComputedStyle(node);
        // Of a box without an area, such as the place of the message, only its size shows.
        const {width, height} = node.getBoundingClientRect();
        const names = width * height === 0 ? ['width', 'height'] : VISIBLE;
        return names.map((name) => `${name}: ${style.getPropertyValue(name)}`);
      }),
    isVisible: (node: Node): boolean => {
      const element = node instanceof Element ? node : node.parentElement;
      const hasContent =
        node instanceof Element || (node instanceof Text && node.data.trim() !== '');
      // The region that speaks to screen readers, 1 px large and clipped.
      const isClipped = element?.closest('.visually-hidden') !== null;
      return (
        hasContent && !isClipped && (element?.checkVisibility({visibilityProperty: true}) ?? false)
      );
    },
    describeNode: (node: Node): NodeReport => {
      if (!(node instanceof Element)) {
        return `${node.nodeName} ${JSON.stringify(node.nodeValue?.trim().slice(0, 60))}`;
      }
      const {localName, className} = node;
      const part = node.getAttribute('part');
      const text = node.textContent?.replace(/\s+/g, ' ').trim().slice(0, 60);
      return `<${localName} part="${part}" class="${className}"> ${text}`;
    },
  });
}

/** Keeps, in the page, the nodes of the first render, and observes them from now on. */
function recordFirstRender(): void {
  const {nodesOfCard, stylesOf} = window as unknown as PageWindow;
  const root = document.querySelector('motp-verify')?.shadowRoot;
  if (!root) throw new Error('The widget has not rendered.');
  const nodes = nodesOfCard();
  const records: MutationRecord[] = [];
  const observer = new MutationObserver((found) => records.push(...found));
  observer.observe(root, {childList: true, characterData: true, subtree: true});
  const firstRender: FirstRender = {
    nodes,
    texts: nodes.map(({nodeValue}) => nodeValue),
    styles: stylesOf(nodes),
    takeRecords: () => [...records, ...observer.takeRecords()],
  };
  Object.assign(window, {firstRender});
}

/** Waits, in the page, until the widget has rendered with its runtime, and compares. */
async function findChanges(): Promise<Changes> {
  const {firstRender, nodesOfCard, stylesOf, describeNode, isVisible} =
    window as unknown as PageWindow;
  if (!firstRender) throw new Error('The first render has not been recorded.');
  const widget = document.querySelector('motp-verify') as (Element & Updating) | null;
  await widget?.updateComplete;
  // Two frames later, whatever the runtime schedules on its arrival has happened as well.
  for (let i = 0; i < 2; i++) await new Promise((resolve) => requestAnimationFrame(resolve));
  const records = firstRender.takeRecords();
  const {nodes, texts, styles} = firstRender;
  const now = nodesOfCard();
  const remaining = nodes.filter((node) => now.includes(node));
  const inNewOrder = now.filter((node) => nodes.includes(node));
  const stylesNow = stylesOf(nodes);
  const restyled = nodes.flatMap((node, i) => {
    const changed = stylesNow[i]?.filter((declaration) => !styles[i]?.includes(declaration)) ?? [];
    return changed.length > 0 ? [`${describeNode(node)} ${changed.join('; ')}`] : [];
  });
  return {
    lost: nodes.filter((node) => !now.includes(node)).map(describeNode),
    isInOrder: remaining.every((node, i) => node === inNewOrder[i]),
    added: now.filter((node) => !nodes.includes(node) && isVisible(node)).map(describeNode),
    rewritten: nodes.filter((node, i) => node.nodeValue !== texts[i]).map(describeNode),
    removals: records.flatMap(({removedNodes}) => [...removedNodes].map(describeNode)),
    characterData: records
      .filter(({type}) => type === 'characterData')
      .map(({target}) => describeNode(target)),
    restyled,
  };
}

/** The part of a Lit element that the test needs. */
interface Updating {
  readonly updateComplete: Promise<boolean>;
}
