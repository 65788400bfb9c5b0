import {Component, CUSTOM_ELEMENTS_SCHEMA} from '@angular/core';
import type {MotpVerifiedEvent} from 'motp-verify';
import {MotpVerifyInputs} from './directive.ts';

@Component({
  selector: 'app-good',
  imports: [MotpVerifyInputs],
  schemas: [CUSTOM_ELEMENTS_SCHEMA],
  template: `<motp-verify
    id="check"
    class="wide"
    occasion="lesson"
    [unit]="9"
    max-failures="5"
    trainee-name="홍길동"
    required
    [messages]="{submit: '확인'}"
    (motp-verified)="onVerified($event)"
    ><input slot="code"
  /></motp-verify>`,
})
export class Good {
  onVerified({receipt}: MotpVerifiedEvent): number {
    return receipt.verificationId.length;
  }
}
