/** How the phone looks on a narrow screen, which it shares with the page. */
import {css} from 'lit';

/** See the file's head; it comes after the phone's other styles. */
export const narrowStyles = css`
  /* On a narrow screen the number stays in sight as a strip; every other screen has its full size. */
  @media (max-width: 800px) {
    :host {
      inline-size: auto;
      max-inline-size: 360px;
      margin-inline: auto;
    }

    :host([screen='code']) {
      max-inline-size: none;
      margin-inline: 0;
    }

    :host([screen='code']) .phone {
      min-block-size: 0;
      padding: 4px 12px;
      border-width: 4px;
      border-radius: 16px;
    }

    :host([screen='code']) .screen {
      flex-direction: row;
      justify-content: space-between;
      gap: 12px;
    }

    :host([screen='code']) .screen svg {
      inline-size: 44px;
    }

    :host([screen='code']) .digits {
      font-size: 32px;
    }

    :host([screen='code']) :is(.bar, .home, p, .quiet) {
      display: none;
    }

    :host([screen='code']) h2 {
      font-size: 15px;
    }
  }
`;
