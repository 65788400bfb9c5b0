/** The page with the widget alone, beside the trainee's phone, for any occasion and server fault. */
import type {MotpVerify} from '../../src/index.ts';
import {requireElement, startDemo} from '../shell/start-demo.ts';
import {TRAINEES} from '../backend/fixtures.ts';

const widget = requireElement(HTMLElement, 'motp-verify') as MotpVerify;

await startDemo({
  update({trainee, occasion, lang}, urls) {
    const {name, phone} = TRAINEES[trainee].siteIdentity;
    const attributes = {
      lang,
      occasion,
      'trainee-name': name,
      'trainee-phone': phone,
      ...urls,
    };
    for (const [attribute, value] of Object.entries(attributes)) {
      widget.setAttribute(attribute, value);
    }
    widget.toggleAttribute('unit', false);
    if (occasion === 'lesson') widget.setAttribute('unit', '9');
  },
  whenDrawn: () => widget.updateComplete,
  onOccasionChange: () => widget.reset(),
});
