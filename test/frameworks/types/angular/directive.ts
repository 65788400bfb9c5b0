import {Directive, ElementRef, inject, Input} from '@angular/core';
import type {Messages, MotpVerify} from 'motp-verify';

/** The inputs that the templates of this site use, with their types. */
@Directive({selector: 'motp-verify'})
export class MotpVerifyInputs {
  readonly #widget = inject<ElementRef<MotpVerify>>(ElementRef).nativeElement;

  @Input() set occasion(occasion: MotpVerify['occasion']) {
    this.#widget.occasion = occasion;
  }

  @Input() set messages(messages: Partial<Messages>) {
    this.#widget.messages = messages;
  }
}
