/**
 * Illustrations of the phone: each screen that the guide describes. Their text is Korean in every
 * language, because the app is Korean.
 */
import {html, svg, type SVGTemplateResult, type TemplateResult} from 'lit';

/** A screen of the phone. */
export type PhoneScreen = 'store' | 'consent' | 'details' | 'password' | 'code';

/** Renders a phone that shows a screen. It is hidden from screen readers: the text beside it says the same. */
export function renderPhone(screen: PhoneScreen): TemplateResult {
  return html`<svg class="phone" viewBox="0 0 120 208" aria-hidden="true" lang="ko">
    ${svg`<rect class="body" x="1" y="1" width="118" height="206" rx="16" />
      <rect class="glass" x="8" y="16" width="104" height="176" rx="6" />
      <path class="line" d="M50 9h20M54 200h12" />
      ${SCREENS[screen]()}`}
  </svg>`;
}

const SCREENS: Readonly<Record<PhoneScreen, () => SVGTemplateResult>> = {
  store: () => svg`<rect class="field" x="16" y="26" width="88" height="20" rx="10" />
    <circle class="line" cx="26" cy="36" r="4" /><path class="line" d="M29 39l4 4" />
    <text x="40" y="40">mOTP</text>
    ${icon(16, 62)}
    <text class="strong" x="50" y="76">mOTP</text>
    <path class="faint" d="M50 84h40" />
    ${button(110, '설치')}
    <path class="faint" d="M16 150h88M16 160h88M16 170h60" />`,
  consent:
    () => svg`<text class="strong" x="60" y="42" text-anchor="middle">개인정보 수집 동의</text>
    <path class="faint" d="M18 60h84M18 70h84M18 80h84M18 90h60" />
    <rect class="field" x="18" y="110" width="16" height="16" rx="3" />
    <path class="tick" d="M21 118l4 5 7-9" />
    <text x="40" y="122">동의합니다</text>
    ${button(150, '동의')}`,
  details: () => svg`<text class="strong" x="60" y="38" text-anchor="middle">이용자 등록</text>
    ${field(50, '이름', '홍길동')} ${field(84, '휴대폰번호', '01012345678')}
    ${field(118, '비밀번호 4자리', '● ● ● ●')} ${button(158, '등록')}`,
  password: () => svg`${icon(46, 28)}
    <text x="60" y="74" text-anchor="middle">비밀번호 4자리</text>
    ${[0, 1, 2, 3].map((i) => svg`<circle class=${i < 3 ? 'full' : 'line'} cx=${36 + 16 * i} cy="92" r="5" />`)}
    ${KEYS.map(
      (key, i) =>
        svg`<text x=${32 + 28 * (i % 3)} y=${122 + 20 * Math.floor(i / 3)} text-anchor="middle">${key}</text>`,
    )}`,
  code: () => svg`<text class="strong" x="60" y="44" text-anchor="middle">mOTP 번호</text>
    <circle class="faint" cx="60" cy="98" r="40" />
    <circle
      class="ring"
      cx="60"
      cy="98"
      r="40"
      pathLength="60"
      stroke-dasharray="42 60"
      transform="rotate(-90 60 98)"
    />
    <text class="code" x="60" y="103" text-anchor="middle">284 917</text>
    <text x="60" y="120" text-anchor="middle">42초</text>
    <text x="60" y="166" text-anchor="middle">60초마다 바뀝니다</text>`,
};

/** The keys of the app's number pad. */
const KEYS = ['1', '2', '3', '4', '5', '6', '7', '8', '9', '', '0', '⌫'] as const;

function icon(x: number, y: number): SVGTemplateResult {
  return svg`<rect class="full" x=${x} y=${y} width="28" height="28" rx="7" />
    <text class="on" x=${x + 14} y=${y + 18} text-anchor="middle">OTP</text>`;
}

function button(y: number, label: string): SVGTemplateResult {
  return svg`<rect class="full" x="16" y=${y} width="88" height="24" rx="5" />
    <text class="on" x="60" y=${y + 16} text-anchor="middle">${label}</text>`;
}

function field(y: number, label: string, value: string): SVGTemplateResult {
  return svg`<text class="label" x="16" y=${y + 4}>${label}</text>
    <rect class="field" x="16" y=${y + 8} width="88" height="18" rx="3" />
    <text x="22" y=${y + 21}>${value}</text>`;
}
