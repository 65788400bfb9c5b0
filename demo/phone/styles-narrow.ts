/** The phone's styles for a narrow screen, which it shares with the page. */
import {css} from 'lit';

/** The styles for a narrow screen; they must follow the phone's other styles. */
export const narrowStyles = css`
  /* On a narrow screen the code shrinks to a strip; every other screen of the app keeps its size. */
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
