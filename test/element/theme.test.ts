import {expect} from '@open-wc/testing';
import '../harness/system.ts';
import {Trainee} from '../harness/trainee-page.ts';

describe('KRDS’s high contrast', () => {
  afterEach(() => document.documentElement.removeAttribute('data-krds-mode'));

  it('is that of the page, as it changes, or of the theme attribute', async () => {
    const trainee = await Trainee.arrives();
    const card = trainee.widget.shadowRoot?.querySelector('.card');
    if (!card) throw new Error('not drawn');
    const paper = (): string => getComputedStyle(card).backgroundColor;
    expect(paper()).to.equal('rgb(255, 255, 255)');
    document.documentElement.setAttribute('data-krds-mode', 'high-contrast');
    await trainee.until(() => paper() === 'rgb(0, 0, 0)', 'it is black');
    await trainee.expectsAccessible();
    trainee.widget.theme = 'light';
    await trainee.until(() => paper() === 'rgb(255, 255, 255)', 'it is white');
    document.documentElement.removeAttribute('data-krds-mode');
    trainee.widget.theme = 'high-contrast';
    await trainee.until(() => paper() === 'rgb(0, 0, 0)', 'it is black');
  });
});
