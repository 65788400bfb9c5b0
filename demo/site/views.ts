/** The templates of the training site's pages. */
import {html, nothing, type TemplateResult} from 'lit';
import {dueCheck, type NextStep, type PassedCheck} from '../../src/core/occasion.ts';
import {STEPS, type CourseRecord} from './course.ts';
import {occasionLabel, type SiteMessages} from './messages.ts';

/** Renders the course: its steps, the progress and the checks so far. */
export function renderCoursePage(
  messages: SiteMessages,
  record: CourseRecord,
  onEnter: () => void,
): TemplateResult {
  const isCompleted = record.done === STEPS.length;
  const isNew = record.checks.length === 0;
  const percent = String(Math.round((100 * record.done) / STEPS.length));
  return html`<section class="course" aria-labelledby="course">
      <h2 id="course">${messages.course}</h2>
      <p>${messages.courseLead.replace('{percent}', percent)}</p>
      <progress
        aria-label=${messages.progress}
        max=${STEPS.length}
        .value=${record.done}
      ></progress>
      ${isCompleted ? html`<p class="completed" role="status">${messages.completed}</p>` : nothing}
      ${
        isCompleted
          ? nothing
          : html`<button class="enter" @click=${onEnter}>
              ${isNew ? messages.enter : messages.goOn}
            </button>`
      }
      <ol class="steps">
        ${STEPS.map((step, i) => renderStep(messages, step, i, record.done))}
      </ol>
    </section>
    ${renderChecks(messages, record)}`;
}

/** Renders a lesson or test, of which the demo shows only a placeholder. */
export function renderStepPage(
  messages: SiteMessages,
  step: NextStep,
  {onDone, onBack}: {readonly onDone: () => void; readonly onBack: () => void},
): TemplateResult {
  const isLesson = step.kind === 'lesson';
  return html`<section class="step" aria-labelledby="step">
    <h2 id="step" tabindex="-1">${stepLabel(messages, step)}</h2>
    <div class="lecture">${isLesson ? messages.watch : messages.testLead}</div>
    <p class="buttons">
      <button class="enter" @click=${onDone}>
        ${isLesson ? messages.finishLesson : messages.finishTest}
      </button>
      <button @click=${onBack}>${messages.back}</button>
    </p>
  </section>`;
}

function renderStep(
  messages: SiteMessages,
  step: NextStep,
  i: number,
  done: number,
): TemplateResult {
  const state = i < done ? messages.done : i === done ? messages.now : '';
  return html`<li class=${i < done ? 'done' : ''} aria-current=${i === done ? 'step' : nothing}>
    <span>${stepLabel(messages, step)}</span>
    ${requiresCheck(step, i) ? html`<small>${messages.checkRequired}</small>` : nothing}
    <small class="state">${state}</small>
  </li>`;
}

/** Returns whether a check is due before a step, for a trainee who takes the steps in order. */
function requiresCheck(step: NextStep, i: number): boolean {
  const passed: PassedCheck[] = [];
  for (const before of STEPS.slice(0, i)) {
    for (let due = dueCheck({next: before, passed}); due; due = dueCheck({next: before, passed})) {
      passed.push(due);
    }
  }
  return dueCheck({next: step, passed}) !== undefined;
}

function renderChecks(messages: SiteMessages, {checks: passed}: CourseRecord): TemplateResult {
  return html`<section aria-labelledby="record" class="record">
    <h2 id="record">${messages.record}</h2>
    <p>${messages.recordLead}</p>
    ${
      passed.length === 0
        ? html`<p>${messages.recordNone}</p>`
        : html`<table>
            <thead>
              <tr>
                <th scope="col">${messages.when}</th>
                <th scope="col">${messages.what}</th>
                <th scope="col">${messages.id}</th>
              </tr>
            </thead>
            <tbody>
              ${passed.map(
                ({verifiedAt, occasion, unit, verificationId}) =>
                  html`<tr>
                    <td>${formatKoreanTime(verifiedAt)}</td>
                    <td>${occasionLabel(messages, occasion, unit)}</td>
                    <td translate="no">${verificationId.slice(0, 8)}…</td>
                  </tr>`,
              )}
            </tbody>
          </table>`
    }
  </section>`;
}

function stepLabel(messages: SiteMessages, step: NextStep): string {
  return occasionLabel(messages, step.kind, step.kind === 'lesson' ? step.number : undefined);
}

function formatKoreanTime(at: number): string {
  const options = {timeZone: 'Asia/Seoul', dateStyle: 'short', timeStyle: 'medium'} as const;
  return new Intl.DateTimeFormat('ko-KR', options).format(at);
}
