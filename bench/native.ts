/** The lower bound: a labelled native input, created by a script. */
const label = document.createElement('label');
label.textContent = 'mOTP 번호';
const input = document.createElement('input');
input.inputMode = 'numeric';
label.append(input);
document.querySelector('main')?.append(label);
