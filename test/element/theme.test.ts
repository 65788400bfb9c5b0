import {expect} from '@open-wc/testing';
import '../harness/system.ts';
import {WidgetFixture} from '../harness/widget-fixture.ts';

describe('the high-contrast theme', () => {
  afterEach(() => document.documentElement.removeAttribute('data-krds-mode'));

  it('follows the KRDS mode of the page, unless the theme attribute is set', async () => {
    const trainee = await WidgetFixture.open();
    const card = trainee.widget.shadowRoot?.querySelector('.card');
    if (!card) throw new Error('not drawn');
    const background = (): string => getComputedStyle(card).backgroundColor;
    expect(background()).to.equal('rgb(255, 255, 255)');
    document.documentElement.setAttribute('data-krds-mode', 'high-contrast');
    await trainee.until(() => background() === 'rgb(0, 0, 0)', 'it is black');
    await trainee.expectsAccessible();
    trainee.widget.theme = 'light';
    await trainee.until(() => background() === 'rgb(255, 255, 255)', 'it is white');
    document.documentElement.removeAttribute('data-krds-mode');
    trainee.widget.theme = 'high-contrast';
    await trainee.until(() => background() === 'rgb(0, 0, 0)', 'it is black');
  });
});
