/**
 * Breaks the widget and the endpoint in each of their main ways, one at a time, and expects the tests
 * to notice: a test that cannot fail is no test. Works on a copy of the sources, in Chromium alone.
 * `npm run test:mutation -- lock` tries those alone whose file or description holds “lock”.
 */
import {execFileSync, spawnSync} from 'node:child_process';
import {cpSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync} from 'node:fs';
import {tmpdir} from 'node:os';
import {join, resolve} from 'node:path';

/** A way to break it: in which file, what becomes what, and the tests that must notice. */
interface Break {
  readonly what: string;
  readonly file: string;
  readonly from: string;
  readonly to: string;
  readonly tests: string;
}

const RUNNER = 'node_modules/@web/test-runner/dist/bin.js';

const BREAKS: readonly Break[] = [
  {
    what: 'the demo’s site believes the page',
    file: 'demo/site/server.ts',
    from: '!receipt.success || receipt.output.unit !== unit',
    to: 'false',
    tests: 'test/demo/site/server.test.ts',
  },
  {
    what: 'the demo’s site lets a trainee past a check',
    file: 'demo/site/server.ts',
    from: "if (placeOf(before).is !== 'open') return view(c, 403);",
    to: '',
    tests: 'test/demo/site/server.test.ts',
  },
  {
    what: 'the demo’s log shows the number',
    file: 'demo/shell/request-log-entry.ts',
    from: "new Set([...PRIVATE, 'code'])",
    to: 'PRIVATE',
    tests: 'test/demo/shell/request-log-entry.test.ts',
  },
  {
    what: 'the demo takes whoever answers for its worker',
    file: 'demo/backend/worker-health.ts',
    from: '(await response.text()) === ALIVE',
    to: 'response.ok',
    tests: 'test/demo/worker-health.e2e.ts',
  },
  {
    what: 'the phone loses the focus with its screen',
    file: 'demo/phone/demo-phone.ts',
    from: 'heading.focus();',
    to: '',
    tests: 'test/demo/phone/demo-phone.test.ts',
  },
  {
    what: 'the phone takes the focus from elsewhere on the page',
    file: 'demo/phone/demo-phone.ts',
    from: " && this.matches(':focus-within')",
    to: '',
    tests: 'test/demo/phone/demo-phone.test.ts',
  },
  {
    what: 'the playground writes expressions for a JSP to evaluate',
    file: 'demo/guide/markup.ts',
    from: "target === 'html'",
    to: 'true',
    tests: 'test/demo/markup.test.ts',
  },
  {
    what: 'an incomplete code is sent',
    file: 'src/core/code.ts',
    from: '/^[0-9]{6}$/.test(digits)',
    to: '/^[0-9]+$/.test(digits)',
    tests: 'test/motp-verify.test.ts',
  },
  {
    what: 'a code is sent while another is under way',
    file: 'src/core/state.ts',
    from: "return attempt.is === 'ready' || attempt.is === 'signed-out';",
    to: "return attempt.is !== 'verified';",
    tests: 'test/motp-verify.test.ts',
  },
  {
    what: 'a lock is forgotten by a reset',
    file: 'src/core/transition.ts',
    from: 'return reset(attempt, event.nextCode);',
    to: 'return INITIAL;',
    tests: 'test/motp-verify.test.ts',
  },
  {
    what: 'a lock is not asked for at the start',
    file: 'src/runtime/verification/verification-controller.ts',
    from: 'if (check.statusUrl) void this.askStatus();',
    to: '',
    tests: 'test/motp-verify.test.ts',
  },
  {
    what: 'the trainee’s return does not end a lock',
    file: 'src/runtime/page-lifecycle-controller.ts',
    from: "window.addEventListener('focus', () => this.#tell('focus'), {signal});",
    to: '',
    tests: 'test/motp-verify.test.ts',
  },
  {
    what: 'an attempt that never arrived is not sent again',
    file: 'src/core/answer-transition.ts',
    from: "return resent ? undecided(attempt, doubtOf(attempt)) : {is: 'sending', key, tries, resent: true};",
    to: 'return undecided(attempt, doubtOf(attempt));',
    tests: 'test/runtime/verification/states.test.ts',
  },
  {
    what: 'whatever is answered with 200 is a success',
    file: 'src/core/contract.ts',
    from: 'if (!result.success) return undefined;',
    to: "if (!result.success) return {code: 'verified', verificationId: 'x', verifiedAt: 1, expiresAt: 2, serverTime: 1, counted: false};",
    tests: 'test/runtime/verification/server-errors.test.ts',
  },
  {
    what: 'trouble with asking is taken for the outcome',
    file: 'src/core/answer-transition.ts',
    from: "if (attempt.is === 'checking' && !KEPT.has(answer.code)) {",
    to: 'if (false) {',
    tests: 'test/runtime/verification/states.test.ts',
  },
  {
    what: 'a login page is followed',
    file: 'src/transport/endpoint-client.ts',
    from: "redirect: 'manual'",
    to: "redirect: 'follow'",
    tests: 'test/runtime/verification/server-errors.test.ts',
  },
  {
    what: 'tries are counted in the browser',
    file: 'src/core/answer-transition.ts',
    from: ': before;',
    to: ': {failures: (before?.failures ?? 0) + 1, max: 5};',
    tests: 'test/core/answer-transition.test.ts',
  },
  {
    what: 'a wrong code is wiped',
    file: 'src/runtime/runtime.ts',
    from: 'else if (isAboutTheCode(attempt)) this.#field.select();',
    to: 'else if (isAboutTheCode(attempt)) this.#field.clear();',
    tests: 'test/motp-verify.test.ts',
  },
  {
    what: 'a press before the rest of the widget is there is lost',
    file: 'src/motp-verify.ts',
    from: 'return this.#workings ? act(this.#workings) : this.attempt;',
    to: 'return this.attempt;',
    tests: 'test/e2e/first-render.e2e.ts',
  },
  {
    what: 'the page moves when the rest of the widget comes',
    file: 'src/motp-verify.ts',
    from: 'identityNotice(aboutWindow),',
    to: 'aboutWindow === undefined ? nothing : identityNotice(aboutWindow),',
    tests: 'test/e2e/first-render.e2e.ts',
  },
  {
    what: 'what is masked is seen until the rest of the widget is there',
    file: 'src/motp-verify.ts',
    from: 'text && this.masked ?',
    to: 'false ?',
    tests: 'test/e2e/first-render.e2e.ts',
  },
  {
    what: 'a wrong code is not marked',
    file: 'src/runtime/form-view.ts',
    from: 'isInvalid: isAboutTheCode(attempt)',
    to: 'isInvalid: false',
    tests: 'test/motp-verify.test.ts',
  },
  {
    what: 'the field has no label',
    file: 'src/element/templates/code-form.ts',
    from: "<label for=${isSlotted ? nothing : 'code'}",
    to: '<label',
    tests: 'test/runtime/verification/states.test.ts',
  },
  {
    what: 'text is too pale',
    file: 'src/element/styles/tokens.ts',
    from: '--motp-color-subtle: light-dark(#464c53,',
    to: '--motp-color-subtle: light-dark(#b1b8be,',
    tests: 'test/runtime/verification/states.test.ts',
  },
  {
    what: 'success shows no popup',
    file: 'src/runtime/runtime.ts',
    from: 'dialog.showModal();',
    to: ';',
    tests: 'test/motp-verify.test.ts',
  },
  {
    what: 'the form around gets something before success',
    file: 'src/element/form-internals.ts',
    from: 'setFormValue(this.#receiptId ?? this.#code ?? null);',
    to: "setFormValue(this.#receiptId ?? this.#code ?? 'x');",
    tests: 'test/element/form-associated.test.ts',
  },
  {
    what: 'a rejected code is not told to the page',
    file: 'src/element/events.ts',
    from: 'return [new MotpRejectedEvent(notice.is, counted, tries)];',
    to: 'return [];',
    tests: 'test/element/events.test.ts',
  },
  {
    what: 'a link may run script',
    file: 'src/element/safe-url.ts',
    from: "const safe = url?.protocol === 'https:' || url?.protocol === 'http:';",
    to: 'const safe = true;',
    tests: 'test/runtime/config/config-errors.test.ts',
  },
  {
    what: 'the language is not followed',
    file: 'src/element/inherited-attribute-controller.ts',
    from: 'this.#observer.observe(root, {attributeFilter: [this.#name], subtree: true});',
    to: '',
    tests: 'test/element/language.test.ts',
  },
  {
    what: 'a language loses the Korean name of what the phone shows',
    file: 'src/locales/vi.ts',
    from: "phoneIdentity: 'Xác thực bằng điện thoại (휴대폰 본인인증)',",
    to: "phoneIdentity: 'Xác thực bằng điện thoại',",
    tests: 'test/locales/catalogues.test.ts',
  },
  {
    what: 'a language leaves out what is to be filled in',
    file: 'src/locales/th.ts',
    from: 'หากผิดอีก {left} ครั้ง',
    to: 'หากผิดอีกครั้ง',
    tests: 'test/locales/catalogues.test.ts',
  },
  {
    what: 'Thai breaks between words only, of which it shows none',
    file: 'src/runtime/styles/writing-systems.ts',
    from: ':lang(ja), :lang(th),',
    to: ':lang(ja),',
    tests: 'test/element/language.test.ts',
  },
  {
    what: 'Korean time is in digits of another script',
    file: 'src/runtime/templates/korean-time.ts',
    from: "numberingSystem: 'latn',",
    to: "numberingSystem: 'deva',",
    tests: 'test/element/language.test.ts',
  },
  {
    what: 'a card from right to left turns the name around',
    file: 'src/element/styles/layout.ts',
    from: 'dd bdi {\n    display: inline-block;',
    to: 'dd bdi {',
    tests: 'test/element/right-to-left.test.ts',
  },
  {
    what: 'a pasted sentence goes in as it is',
    file: 'src/runtime/code-input/code-input-controller.ts',
    from: "input.addEventListener('paste', (event) => this.#onPaste(input, event), {signal});",
    to: '',
    tests: 'test/runtime/code-input/paste.test.ts',
  },
  {
    what: 'what an input method composes stays',
    file: 'src/runtime/code-input/code-input-controller.ts',
    from: "input.addEventListener('compositionend', () => this.#onCompositionEnd(input), {signal});",
    to: '',
    tests: 'test/runtime/code-input/composition.test.ts',
  },
  {
    what: 'the Enter that ends a composition sends',
    file: 'src/runtime/code-input/code-input-controller.ts',
    from: 'if (event.isComposing || event.keyCode === 229 || event.repeat) return;',
    to: 'if (event.repeat) return;',
    tests: 'test/runtime/code-input/composition.test.ts',
  },
  {
    what: 'a cleaned paste cannot be undone',
    file: 'src/runtime/code-input/code-input-controller.ts',
    from: "input.ownerDocument.execCommand('insertText', false, digits)",
    to: 'false',
    tests: 'test/runtime/code-input/paste.test.ts',
  },
  {
    what: 'auto-submit sends after an edit in the middle',
    file: 'src/runtime/code-input/code-input-controller.ts',
    from: 'const isAtEnd = input.selectionEnd === input.value.length;',
    to: 'const isAtEnd = true;',
    tests: 'test/runtime/code-input/auto-submit.test.ts',
  },
  {
    what: 'a message moves what stands below',
    file: 'src/element/styles/layout.ts',
    from: 'min-block-size: 108px;',
    to: 'min-block-size: 0;',
    tests: 'test/element/layout.test.ts',
  },
  {
    what: 'a form can be sent before success',
    file: 'src/element/form-internals.ts',
    from: 'this.#internals.setValidity(flags, message,',
    to: 'this.#internals.setValidity({}, message,',
    tests: 'test/element/form-associated.test.ts',
  },
  {
    what: 'a code is made up of several numbers that are filled in',
    file: 'src/runtime/code-input/code-input-controller.ts',
    from: 'if (isWhole && ',
    to: 'if (false && ',
    tests: 'test/runtime/code-input/code-input.test.ts',
  },
  {
    what: 'the page’s own sheet moves the digits of its own input off their places',
    file: 'src/element/styles/controls.ts',
    from: 'letter-spacing: calc(var(--pitch) - 1ch) !important;',
    to: 'letter-spacing: calc(var(--pitch) - 1ch);',
    tests: 'test/element/slotted-input-styles.test.ts',
  },
  {
    what: 'the field has no places in forced colours',
    file: 'src/runtime/styles/controls-runtime.ts',
    from: 'forced-color-adjust: none !important;',
    to: '',
    tests: 'test/element/media-features.test.ts',
  },
  {
    what: 'a field asks for the code of the text message of 휴대폰 본인인증',
    file: 'src/runtime/runtime.ts',
    from: 'this.#awaitsTextMessage = true;',
    to: '',
    tests: 'test/motp-verify.test.ts',
  },
  {
    what: 'trouble with a second sending ends the attempt',
    file: 'src/core/answer-transition.ts',
    from: "return attempt.is === 'checking' || attempt.resent;",
    to: "return attempt.is === 'checking';",
    tests: 'test/core/answer-transition.test.ts',
  },
  {
    what: 'a reload forgets what is not decided',
    file: 'src/runtime/verification/verification-controller.ts',
    from: 'if (check.endpoint.hasKeys) this.#environment.keys.keep(checkName(check), key);',
    to: '',
    tests: 'test/runtime/verification/reload.test.ts',
  },
  {
    what: 'success is shown again without being confirmed',
    file: 'src/runtime/verification/verification-controller.ts',
    from: "if (by === 'history' && attempt.is === 'verified') {",
    to: 'if (false) {',
    tests: 'test/runtime/page-lifecycle.test.ts',
  },
  {
    what: 'the outcome of one lesson is shown for another',
    file: 'src/runtime/verification/verification-controller.ts',
    from: "if (change === 'trainee' || change === 'check') {",
    to: 'if (false) {',
    tests: 'test/runtime/verification/context-change.test.ts',
  },
  {
    what: 'a value that a map doesn’t name is success',
    file: 'src/transport/legacy-codec.ts',
    from: 'Object.hasOwn(values, value) ? values[value] : undefined;',
    to: "Object.hasOwn(values, value) ? values[value] : 'verified';",
    tests: 'test/transport/legacy-codec.test.ts',
  },
  {
    what: 'a page that is thawed before it is in sight forgets how long it was away',
    file: 'src/runtime/page-lifecycle-controller.ts',
    from: 'this.#left ??= {',
    to: 'this.#left = {',
    tests: 'test/runtime/page-lifecycle.test.ts',
  },
  {
    what: 'what is heard out of sight ends an absence',
    file: 'src/runtime/page-lifecycle-controller.ts',
    from: 'let awayMs = 0;',
    to: "let awayMs = 0; if (by !== 'sight') this.#left = undefined;",
    tests: 'test/runtime/page-lifecycle.test.ts',
  },
  {
    what: 'a question that the network loses is not put again',
    file: 'src/runtime/verification/status-query.ts',
    from: 'if (!isLost(reply)) return reply;',
    to: 'return reply;',
    tests: 'test/runtime/page-lifecycle.test.ts',
  },
  {
    what: 'an agency’s words are shown as they come',
    file: 'src/transport/legacy-codec.ts',
    from: 'remarkOf(said);',
    to: 'said;',
    tests: 'test/transport/legacy-codec.test.ts',
  },
  {
    what: 'an agency’s words can be longer than the rest of the page',
    file: 'src/transport/server-message.ts',
    from: 'line.length > LONGEST',
    to: 'false',
    tests: 'test/runtime/legacy-endpoint.test.ts',
  },
  {
    what: 'an agency’s words are lost on the way',
    file: 'src/core/answer-transition.ts',
    from: 'return remark ? {remark} : {};',
    to: 'return {};',
    tests: 'test/core/answer-transition.test.ts',
  },
  {
    what: 'an agency’s words are not shown',
    file: 'src/runtime/templates/notice.ts',
    from: 'part="remark">${remark}<',
    to: 'part="remark"><',
    tests: 'test/runtime/legacy-endpoint.test.ts',
  },
  {
    what: 'the first element of a page stays with the browser',
    file: 'src/element/styles/layout.ts',
    from: 'content: attr(value);',
    to: 'content: counter(list-item);',
    tests: 'test/leak/leak.e2e.ts',
  },
  {
    what: 'the classic script stumbles over a text that a page has given to every object',
    file: 'tools/vite/own-keys-exports.ts',
    from: "'for(var $1 of Object.keys($2))'",
    to: "'for(var $1 in $2)'",
    tests: 'test/faults/faults.e2e.ts',
  },
  {
    what: 'a token goes to another origin',
    file: 'src/transport/csrf.ts',
    from: 'if (url.origin !== document.defaultView?.origin) return NONE;',
    to: '',
    tests: 'test/transport/csrf.test.ts',
  },
  {
    what: 'a body is read without end',
    file: 'src/transport/read-text.ts',
    from: 'while (length <= BODY_LIMIT) {',
    to: 'while (length <= 1e9) {',
    tests: 'test/transport/read-text.test.ts',
  },
  {
    what: 'any window’s message counts',
    file: 'src/runtime/identity-popup/identity-popup.ts',
    from: 'if (source === opened && from === origin) hear(data);',
    to: 'hear(data);',
    tests: 'test/runtime/identity-popup/identity-popup.test.ts',
  },
  {
    what: 'a page that cancels keys reaches the field',
    file: 'src/runtime/code-input/isolate-events.ts',
    from: 'if (isField && !isKeyOfPage) event.stopPropagation();',
    to: '',
    tests: 'test/security/hostile-page.test.ts',
  },
  {
    what: 'one action after success keeps another from being done',
    file: 'src/runtime/after-success/success-actions.ts',
    from: 'if (mend !== undefined) problems.push({attribute, mend});',
    to: 'if (mend !== undefined) return [{attribute, mend}];',
    tests: 'test/runtime/after-success/after-success.test.ts',
  },
  {
    what: 'a used code counts again',
    file: 'endpoint/attempts/decide.ts',
    from: 'if (step === account.lastStep) return replayed(one);',
    to: '',
    tests: 'test/endpoint/app.test.ts',
  },
  {
    what: 'no try is taken before a code is compared',
    file: 'endpoint/store/sql.ts',
    from: 'UPDATE accounts SET failures = failures + 1',
    to: 'UPDATE accounts SET failures = failures + 0',
    tests: 'test/endpoint/attempts.node.test.ts',
  },
  {
    what: 'a key is evaluated again',
    file: 'endpoint/attempts/local-attempt.ts',
    from: 'if (found.hasKey) return {found, decision: undefined};',
    to: '',
    tests: 'test/endpoint/attempts.node.test.ts',
  },
  {
    what: 'a success forgives whatever failed before',
    file: 'endpoint/attempts/decide.ts',
    from: 'standing.recentFailures + 1 >= rules.maxRecentFailures',
    to: 'false',
    tests: 'test/endpoint/attempts.node.test.ts',
  },
  {
    what: 'a seed opens under another’s name',
    file: 'endpoint/registration.ts',
    from: 'return `account ${subject}`;',
    to: "return 'account';",
    tests: 'test/endpoint/encryption.node.test.ts',
  },
  {
    what: 'a receipt is valid twice',
    file: 'endpoint/receipts.ts',
    from: "if (!isFirst && attempt.checkedBy !== by) return {code: 'receipt-used'};",
    to: '',
    tests: 'test/endpoint/service-routes.node.test.ts',
  },
  {
    what: 'anybody’s verified name opens an account',
    file: 'endpoint/identity-reports.ts',
    from: "if (identity && !isSamePerson(name, identity.name)) return 'identity-mismatch';",
    to: '',
    tests: 'test/endpoint/service-routes.node.test.ts',
  },
  {
    what: 'the agency is asked twice for a key',
    file: 'endpoint/attempts/remote-attempt.ts',
    from: "if (decision.isStored || verdict.kind === 'unknown')",
    to: 'if (decision.isStored)',
    tests: 'test/endpoint/agency.node.test.ts',
  },
  {
    what: 'pages elsewhere may ask',
    file: 'endpoint/routes/trainee-routes.ts',
    from: "if (!isAllowedOrigin(request, allowedOrigins)) return no(c, 'origin');",
    to: '',
    tests: 'test/endpoint/trainee-routes.node.test.ts',
  },
  {
    what: 'a log line holds the key',
    file: 'endpoint/app.ts',
    from: "return c.res.status === 404 ? 'unknown' : (route ?? 'unknown') || '/';",
    to: 'return route === undefined ? path : path;',
    tests: 'test/endpoint/store-errors.node.test.ts',
  },
  {
    what: 'steps are of 30 seconds',
    file: 'endpoint/verifier/totp.ts',
    from: 'STEP_MS = 60_000',
    to: 'STEP_MS = 30_000',
    tests: 'test/endpoint/totp.test.ts',
  },
];

/** Those whose file or description holds a word; all where none is given. */
const [word = ''] = process.argv.slice(2);
const chosen = BREAKS.filter(({what, file}) => `${file} ${what}`.includes(word));
const copy = mkdtempSync(join(tmpdir(), 'motp-verify-breaks-'));
let unnoticed = 0;
try {
  for (const path of execFileSync('git', ['ls-files'], {encoding: 'utf8'}).trim().split('\n')) {
    cpSync(path, join(copy, path));
  }
  symlinkSync(resolve('node_modules'), join(copy, 'node_modules'), 'junction');
  // Tests that fail before anything is broken would notice everything.
  for (const tests of new Set(chosen.map(({tests: file}) => file))) {
    const {isPassed, said} = outcomeOf(tests);
    if (!isPassed) throw new Error(`${tests} fails with nothing broken:\n${said}`);
  }
  for (const one of chosen) if (!noticed(one)) unnoticed++;
} finally {
  rmSync(copy, {recursive: true});
}
console.log(`\n${chosen.length - unnoticed} passed, ${unnoticed} failed`);
process.exit(unnoticed === 0 ? 0 : 1);

/** Whether the tests fail once it is broken. */
function noticed({what, file, from, to, tests}: Break): boolean {
  const path = join(copy, file);
  const whole = readFileSync(path, 'utf8');
  if (whole.split(from).length !== 2) {
    console.log(`✘ ${what}: ${file} does not hold “${from}” just once`);
    return false;
  }
  writeFileSync(
    path,
    whole.replace(from, () => to),
  );
  const {isPassed: unnoticedHere} = outcomeOf(tests);
  writeFileSync(path, whole);
  console.log(`${unnoticedHere ? '✘ not noticed' : '✔ noticed'}: ${what} (${tests})`);
  return !unnoticedHere;
}

/** Whether the tests pass, and the end of what they say. */
function outcomeOf(tests: string): {readonly isPassed: boolean; readonly said: string} {
  const env = {...process.env, ENGINES: 'chromium'};
  const isOfNode = /\.(?:node|film)\.ts$/.test(tests);
  const runner = isOfNode ? ['--test'] : [RUNNER, '--files'];
  const {status, stdout} = spawnSync(process.execPath, [...runner, tests], {
    cwd: copy,
    env,
    encoding: 'utf8',
    maxBuffer: 64 * 1024 * 1024,
  });
  return {isPassed: status === 0, said: stdout.slice(-4000)};
}
