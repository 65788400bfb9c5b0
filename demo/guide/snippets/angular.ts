import {Component, CUSTOM_ELEMENTS_SCHEMA, Input} from '@angular/core';
import type {MotpVerifiedEvent, Occasion} from 'motp-verify';
import 'motp-verify';

@Component({
  selector: 'app-motp-check',
  schemas: [CUSTOM_ELEMENTS_SCHEMA],
  template: `<motp-verify
    endpoint="/api/motp"
    [attr.occasion]="occasion"
    [attr.unit]="unit"
    trainee-name="홍길동"
    trainee-phone="01012345678"
    (motp-verified)="onVerified($event)"
  ></motp-verify>`,
})
/** An Angular component that renders the widget and sends the receipt to the server. */
export class MotpCheck {
  @Input() occasion: Occasion = 'enrollment';
  @Input() unit: number | null = null;

  /** Sends the receipt to the server. The event is only a hint: your server must check this ID with the endpoint. */
  async onVerified({receipt: {verificationId}}: MotpVerifiedEvent): Promise<void> {
    await fetch('/checks', {
      method: 'POST',
      headers: {'Content-Type': 'application/json'},
      body: JSON.stringify({verificationId}),
    });
  }
}
