/** The messages of the integration guide. */

const ko = {
  title: '연동 안내',
  lead: '아래 내용을 그대로 복사해 쓸 수 있습니다. 저장소의 테스트가 모든 예제를 실제로 실행합니다.',
  steps: [
    'npm run build로 만든 motp-verify.min.js와 그 옆의 motp-verify 폴더를 사이트에 올립니다. EUC-KR 화면에도 그대로 씁니다. 모듈을 쓸 수 없을 때만 motp-verify.classic.js를 씁니다.',
    '화면에 예제를 붙여 넣고 endpoint, 이름, 휴대폰번호를 사이트의 값으로 바꿉니다.',
    'endpoint 주소에 인증 서버를 둡니다. 무엇을 받고 무엇을 답하는지는 README와 endpoint 폴더에 있습니다.',
    '성공 이벤트는 힌트일 뿐입니다. 받은 확인 번호(verificationId)를 사이트 서버로 보내고, 사이트 서버가 인증 서버에 GET {endpoint}/verifications/{id}로 확인한 뒤 기록합니다.',
  ],
  snippets: '예제',
  copy: '복사',
  copied: '복사했습니다.',
  playground: '직접 만들어 보기',
  playgroundLead: '고르는 대로 화면이 바뀌고, 붙여 넣을 코드가 아래에 나옵니다.',
  occasion: '인증 시점',
  unit: '차시 또는 응시 번호',
  name: '이름',
  phone: '휴대폰번호',
  completion: '완료 표시',
  guide: '처음 사용 안내',
  csrf: 'CSRF 토큰',
  heading: '제목',
  masked: '개인정보 가리기',
  autoSubmit: '6자리 입력 시 바로 인증',
  required: '폼 필수 항목',
  jsp: 'JSP에 붙여 넣기',
  markup: '붙여 넣을 코드',
};

const en: typeof ko = {
  title: 'Integration guide',
  lead: 'Copy the snippets below as they are. The repository’s tests run every one of them.',
  steps: [
    'Run npm run build, and deploy motp-verify.min.js with the motp-verify folder next to it. Pages in EUC-KR use it too. Where a module cannot run, use motp-verify.classic.js.',
    'Paste a snippet into your page. Replace the endpoint, the name and the phone number with your own.',
    'Serve a verification endpoint at that URL. The README and the endpoint folder document its requests and responses.',
    'The success event is only a hint. Send the receipt’s ID (verificationId) to your server. Your server checks it with GET {endpoint}/verifications/{id}, and then records it.',
  ],
  snippets: 'Snippets',
  copy: 'Copy',
  copied: 'Copied.',
  playground: 'Playground',
  playgroundLead: 'The widget changes as you choose. The code to paste is below.',
  occasion: 'Occasion',
  unit: 'Lesson or attempt',
  name: 'Name',
  phone: 'Mobile number',
  completion: 'Completion message',
  guide: 'First-time guide',
  csrf: 'CSRF token',
  heading: 'Heading',
  masked: 'Mask personal data',
  autoSubmit: 'Submit at the sixth digit',
  required: 'Required in the form',
  jsp: 'Markup for a JSP',
  markup: 'Code to paste',
};

/** The messages in one language. */
export type GuidePageMessages = typeof ko;

/** Returns the messages in a page's language: Korean or, for any other language, English. */
export function guidePageMessages(lang: string): GuidePageMessages {
  return lang.startsWith('ko') ? ko : en;
}
