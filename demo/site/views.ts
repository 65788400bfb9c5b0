/** The pages of the training site. */
import {html, nothing, type TemplateResult} from 'lit';
import {dueCheck, type NextStep, type PassedCheck} from '../../src/core/occasion.ts';
import {STEPS, type CourseRecord} from './course.ts';
import {occasionLabel, type SiteMessages} from './messages.ts';

/** The course: what is done, what is next, and the checks so far. */
export function renderCoursePage(
  words: SiteMessages,
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
        ${STEPS.map((step, i) => renderStep(words, step, i, record.done))}
      </ol>
    </section>
    ${renderChecks(words, record)}`;
}

/** A lesson or a test, which the demo only hints at. */
export function renderStepPage(
  words: SiteMessages,
  step: NextStep,
  {onDone, onBack}: {readonly onDone: () => void; readonly onBack: () => void},
): TemplateResult {
  const isLesson = step.is === 'lesson';
  return html`<section class="step" aria-labelledby="step">
    <h2 id="step" tabindex="-1">${stepLabel(words, step)}</h2>
    <div class="lecture">${isLesson ? words.watch : words.testLead}</div>
    <p class="buttons">
      <button class="enter" @click=${onDone}>
        ${isLesson ? words.finishLesson : words.finishTest}
      </button>
      <button @click=${onBack}>${words.back}</button>
    </p>
  </section>`;
}

function renderStep(words: SiteMessages, step: NextStep, i: number, done: number): TemplateResult {
  const state = i < done ? words.done : i === done ? words.now : '';
  return html`<li class=${i < done ? 'done' : ''} aria-current=${i === done ? 'step' : nothing}>
    <span>${stepLabel(words, step)}</span>
    ${requiresCheck(step, i) ? html`<small>${words.asks}</small>` : nothing}
    <small class="state">${state}</small>
  </li>`;
}

/** Whether a check stands before a step, for whoever has come to it in order. */
function requiresCheck(step: NextStep, i: number): boolean {
  const passed: PassedCheck[] = [];
  for (const before of STEPS.slice(0, i)) {
    for (let due = dueCheck({next: before, passed}); due; due = dueCheck({next: before, passed})) {
      passed.push(due);
    }
  }
  return dueCheck({next: step, passed}) !== undefined;
}

function renderChecks(words: SiteMessages, {checks: passed}: CourseRecord): TemplateResult {
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
                    <td>${formatKoreanTime(verifiedAt)}</td>
                    <td>${occasionLabel(words, occasion, unit)}</td>
                    <td translate="no">${verificationId.slice(0, 8)}…</td>
                  </tr>`,
              )}
            </tbody>
          </table>`
    }
  </section>`;
}

function stepLabel(words: SiteMessages, step: NextStep): string {
  return occasionLabel(words, step.is, step.is === 'lesson' ? step.number : undefined);
}

function formatKoreanTime(at: number): string {
  const options = {timeZone: 'Asia/Seoul', dateStyle: 'short', timeStyle: 'medium'} as const;
  return new Intl.DateTimeFormat('ko-KR', options).format(at);
}
