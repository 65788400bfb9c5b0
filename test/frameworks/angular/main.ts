// The compiler in the page: Angular's own build compiles in advance, which changes nothing here.
import '@angular/compiler';
import {
  Component,
  CUSTOM_ELEMENTS_SCHEMA,
  provideZonelessChangeDetection,
  signal,
} from '@angular/core';
import {bootstrapApplication} from '@angular/platform-browser';
import 'motp-verify';
import type {MotpRejectedEvent, MotpVerifiedEvent, Words} from 'motp-verify';

@Component({
  selector: 'app-root',
  schemas: [CUSTOM_ELEMENTS_SCHEMA],
  template: `<motp-verify
      endpoint="/api/motp"
      [traineeName]="name"
      trainee-phone="01012345678"
      masked
      completion="inline"
      [words]="words"
      (motp-verified)="onVerified($event)"
      (motp-rejected)="onRejected($event)"
    ></motp-verify>
    <output>{{ heard() }}</output>`,
})
class App {
  readonly name = '홍길동';
  readonly words: Partial<Words> = {submit: '확인'};
  readonly heard = signal('');

  onVerified({receipt}: MotpVerifiedEvent): void {
    this.heard.set(receipt.verificationId);
  }

  onRejected({outcome}: MotpRejectedEvent): void {
    this.heard.set(outcome);
  }
}

await bootstrapApplication(App, {providers: [provideZonelessChangeDetection()]});
