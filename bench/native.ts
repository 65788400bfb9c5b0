/** The least that a field can be: a labelled native input, made by a script. */
const label = document.createElement('label');
label.textContent = 'mOTP 번호';
const input = document.createElement('input');
input.inputMode = 'numeric';
label.append(input);
document.querySelector('main')?.append(label);
