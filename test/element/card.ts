import type {WidgetFixture} from '../harness/widget-fixture.ts';

/** Returns the element that carries `lang`. */
export function cardOf({widget}: WidgetFixture): HTMLElement {
  const found = widget.shadowRoot?.querySelector<HTMLElement>('[part=base]');
  if (!found) throw new Error('not drawn');
  return found;
}
