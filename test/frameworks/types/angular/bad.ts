import {Component, CUSTOM_ELEMENTS_SCHEMA} from '@angular/core';
import type {MotpVerifiedEvent} from 'motp-verify';
import {MotpVerifyInputs} from './directive.ts';

@Component({
  selector: 'app-bad',
  imports: [MotpVerifyInputs],
  schemas: [CUSTOM_ELEMENTS_SCHEMA],
  template: `
    <motp-verify occasion="leson"></motp-verify>
    <motp-verify [messages]="{submitt: '확인'}"></motp-verify>
    <motp-verify (motp-rejected)="onVerified($event)"></motp-verify>
  `,
})
export class Bad {
  onVerified({receipt}: MotpVerifiedEvent): number {
    return receipt.verificationId.length;
  }
}
