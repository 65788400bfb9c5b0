/** The pages of the training site. */
import {html, nothing, type TemplateResult} from 'lit';
import {dueCheck, type NextStep, type PassedCheck} from '../../src/core/occasion.ts';
import {STEPS, type CourseRecord} from './course.ts';
import {nameOf, type SiteWords} from './messages.ts';

/** The course: what is done, what is next, and the checks so far. */
export function coursePage(
  words: SiteWords,
  record: CourseRecord,
  onEnter: () => void,
): TemplateResult {
  const isCompleted = record.done === STEPS.length;
  const isNew = record.checks.length === 0;
  const percent = String(Math.round((100 * record.done) / STEPS.length));
  return html`<section class="course" aria-labelledby="course">
      <h2 id="course">${words.course}</h2>
      <p>${words.courseLead.replace('{percent}', percent)}</p>
      <progress aria-label=${words.progress} max=${STEPS.length} .value=${record.done}></progress>
      ${isCompleted ? html`<p class="completed" role="status">${words.completed}</p>` : nothing}
      ${
        isCompleted
          ? nothing
          : html`<button class="enter" @click=${onEnter}>
              ${isNew ? words.enter : words.goOn}
            </button>`
      }
      <ol class="steps">
        ${STEPS.map((step, i) => stepLine(words, step, i, record.done))}
      </ol>
    </section>
    ${checks(words, record)}`;
}

/** A lesson or a test, which the demo only hints at. */
export function stepPage(
  words: SiteWords,
  step: NextStep,
  {onDone, onBack}: {readonly onDone: () => void; readonly onBack: () => void},
): TemplateResult {
  const isLesson = step.is === 'lesson';
  return html`<section class="step" aria-labelledby="step">
    <h2 id="step" tabindex="-1">${nameOfStep(words, step)}</h2>
    <div class="stage">${isLesson ? words.watch : words.testLead}</div>
    <p class="buttons">
      <button class="enter" @click=${onDone}>
        ${isLesson ? words.finishLesson : words.finishTest}
      </button>
      <button @click=${onBack}>${words.back}</button>
    </p>
  </section>`;
}

function stepLine(words: SiteWords, step: NextStep, i: number, done: number): TemplateResult {
  const state = i < done ? words.done : i === done ? words.now : '';
  return html`<li class=${i < done ? 'done' : ''} aria-current=${i === done ? 'step' : nothing}>
    <span>${nameOfStep(words, step)}</span>
    ${asks(step, i) ? html`<small>${words.asks}</small>` : nothing}
    <small class="state">${state}</small>
  </li>`;
}

/** Whether a check stands before a step, for whoever has come to it in order. */
function asks(step: NextStep, i: number): boolean {
  const passed: PassedCheck[] = [];
  for (const before of STEPS.slice(0, i)) {
    for (let due = dueCheck({next: before, passed}); due; due = dueCheck({next: before, passed})) {
      passed.push(due);
    }
  }
  return dueCheck({next: step, passed}) !== undefined;
}

function checks(words: SiteWords, {checks: passed}: CourseRecord): TemplateResult {
  return html`<section aria-labelledby="record" class="record">
    <h2 id="record">${words.record}</h2>
    <p>${words.recordLead}</p>
    ${
      passed.length === 0
        ? html`<p>${words.recordNone}</p>`
        : html`<table>
            <thead>
              <tr>
                <th scope="col">${words.when}</th>
                <th scope="col">${words.what}</th>
                <th scope="col">${words.id}</th>
              </tr>
            </thead>
            <tbody>
              ${passed.map(
                ({verifiedAt, occasion, unit, verificationId}) =>
                  html`<tr>
                    <td>${koreanTime(verifiedAt)}</td>
                    <td>${nameOf(words, occasion, unit)}</td>
                    <td translate="no">${verificationId.slice(0, 8)}…</td>
                  </tr>`,
              )}
            </tbody>
          </table>`
    }
  </section>`;
}

function nameOfStep(words: SiteWords, step: NextStep): string {
  return nameOf(words, step.is, step.is === 'lesson' ? step.number : undefined);
}

function koreanTime(at: number): string {
  const options = {timeZone: 'Asia/Seoul', dateStyle: 'short', timeStyle: 'medium'} as const;
  return new Intl.DateTimeFormat('ko-KR', options).format(at);
}
