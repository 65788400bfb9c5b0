/** The check alone: one widget beside the trainee's phone, on any occasion and in any mood. */
import type {MotpVerify} from '../src/index.ts';
import {one, openStage} from './stage/stage.ts';
import {TRAINEES} from './trainees.ts';

const widget = one(HTMLElement, 'motp-verify') as MotpVerify;

await openStage({
  show({trainee, occasion, lang}, identityUrl) {
    const {name, phone} = TRAINEES[trainee].atSite;
    const attributes = {
      lang,
      occasion,
      'trainee-name': name,
      'trainee-phone': phone,
      'phone-identity-url': `${identityUrl}&service=phone`,
      'ipin-url': `${identityUrl}&service=ipin`,
      're-registration-url': `${identityUrl}&service=re-registration`,
    };
    for (const [attribute, value] of Object.entries(attributes)) {
      widget.setAttribute(attribute, value);
    }
    widget.toggleAttribute('unit', false);
    if (occasion === 'lesson') widget.setAttribute('unit', '9');
  },
  onOccasion: () => widget.reset(),
});
