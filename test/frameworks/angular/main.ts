// Compiles in the page. Angular's own build compiles ahead of time, with the same result.
import '@angular/compiler';
import {
  Component,
  CUSTOM_ELEMENTS_SCHEMA,
  provideZonelessChangeDetection,
  signal,
} from '@angular/core';
import {bootstrapApplication} from '@angular/platform-browser';
import 'motp-verify';
import type {MotpRejectedEvent, MotpVerifiedEvent, Messages} from 'motp-verify';

@Component({
  selector: 'app-root',
  schemas: [CUSTOM_ELEMENTS_SCHEMA],
  template: `<motp-verify
      endpoint="/api/motp"
      [traineeName]="name"
      trainee-phone="01012345678"
      masked
      completion="inline"
      [messages]="messages"
      (motp-verified)="onVerified($event)"
      (motp-rejected)="onRejected($event)"
    ></motp-verify>
    <output>{{ result() }}</output>`,
})
class App {
  readonly name = '홍길동';
  readonly messages: Partial<Messages> = {submit: '확인'};
  readonly result = signal('');

  onVerified({receipt}: MotpVerifiedEvent): void {
    this.result.set(receipt.verificationId);
  }

  onRejected({outcome}: MotpRejectedEvent): void {
    this.result.set(outcome);
  }
}

await bootstrapApplication(App, {providers: [provideZonelessChangeDetection()]});
