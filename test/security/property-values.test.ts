/** Values that a framework or a page sets in place of a text: the widget renders, with its defaults. */
import {expect} from '@open-wc/testing';
import {MotpVerify} from '../../src/index.ts';
import {ko} from '../../src/locales/ko.ts';
import {recordConsoleErrors} from '../harness/console.ts';
import {WidgetFixture} from '../harness/widget-fixture.ts';

/** A property that a site can set, with its default. */
type Property = readonly [name: string, byDefault: unknown];

/** The names of all properties that a site can set, with their defaults. */
const PROPERTIES: readonly Property[] = [...MotpVerify.elementProperties.keys()].map((key) => [
  String(key),
  Reflect.get(new MotpVerify(), key),
]);

/** Those that also have an attribute. */
const COERCED = PROPERTIES.filter(
  ([, byDefault]) => Object(byDefault) !== byDefault && byDefault !== undefined,
);

/** What stands in for a text, as in `user?.name` before there is a user. */
const VALUES: readonly unknown[] = [null, undefined, 0, 5, Number.NaN, true, '', 'x', ['x'], {}];

/** Sets a property as a framework does, whatever its type is. */
function set(widget: MotpVerify, name: string, value: unknown): Promise<boolean> {
  Reflect.set(widget, name, value);
  return widget.updateComplete;
}

function hasCard({shadowRoot}: MotpVerify): boolean {
  return Boolean(shadowRoot?.querySelector('[part=base]'));
}

describe('a property of another type', () => {
  recordConsoleErrors();

  it('does not keep the widget from rendering', async () => {
    const {widget} = await WidgetFixture.open();
    expect(PROPERTIES).to.have.length.above(40);
    for (const [name, byDefault] of PROPERTIES) {
      const before: unknown = Reflect.get(widget, name);
      for (const value of VALUES) {
        // An update that throws rejects.
        await set(widget, name, value);
        expect(hasCard(widget), `${name} = ${String(value)}`).to.equal(true);
      }
      await set(widget, name, before ?? byDefault);
    }
  });

  it('does not keep the widget from rendering for the first time', async () => {
    for (const value of VALUES) {
      const widget = new MotpVerify();
      for (const [name] of PROPERTIES) Reflect.set(widget, name, value);
      document.body.append(widget);
      await widget.updateComplete;
      expect(hasCard(widget), String(value)).to.equal(true);
      widget.remove();
    }
  });

  it('is its default where it is null, undefined or a removed attribute', async () => {
    expect(COERCED).to.have.length.above(38);
    const {widget} = await WidgetFixture.open();
    for (const [name, byDefault] of COERCED) {
      for (const value of [null, undefined]) {
        await set(widget, name, 'x');
        await set(widget, name, value);
        expect(Reflect.get(widget, name), `${name} = ${String(value)}`).to.equal(byDefault);
      }
      const {attribute} = MotpVerify.getPropertyOptions(name);
      const attributeName = typeof attribute === 'string' ? attribute : name.toLowerCase();
      widget.setAttribute(attributeName, '3');
      widget.removeAttribute(attributeName);
      expect(Reflect.get(widget, name), `without ${attributeName}`).to.equal(byDefault);
    }
  });

  it('has the type of its default', async () => {
    const {widget} = await WidgetFixture.open();
    for (const [name, byDefault] of COERCED) {
      for (const value of VALUES) {
        await set(widget, name, value);
        expect(typeof Reflect.get(widget, name), `${name} = ${String(value)}`).to.equal(
          typeof byDefault,
        );
      }
    }
  });

  it('is drawn as text where it is a number', async () => {
    const trainee = await WidgetFixture.open();
    await set(trainee.widget, 'traineeName', 7);
    await set(trainee.widget, 'traineePhone', 1_012_345_678);
    expect(trainee.text).to.include('1012345678');
  });

  it('leaves the message of the locale where a custom message is no text', async () => {
    const trainee = await WidgetFixture.open();
    const {text} = trainee;
    for (const value of [null, undefined, 5]) {
      const messages = Object.fromEntries(Object.keys(ko).map((key) => [key, value]));
      await set(trainee.widget, 'messages', messages);
      expect(trainee.text).to.equal(text);
    }
  });
});
