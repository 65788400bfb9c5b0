import type {Locale, Messages} from './messages.ts';

/** 简体中文. Labels that the phone shows in Korean stay in Korean, with a translation. */
export const zh: Messages = {
  heading: '韩国产业人力公团 mOTP 验证系统',
  leadEnrollment: '首次进入课程时的身份验证。',
  leadLesson: '学习第 {unit} 课前的身份验证。（每 8 课验证一次）',
  leadLessons: '继续学习前的身份验证。（每 8 课验证一次）',
  leadProgressTest: '参加阶段测试前的身份验证。',
  leadExam: '参加考试前的身份验证。',
  leadAssignment: '做作业前的身份验证。',

  guidance: '验证方法',
  stepRun: '打开智能手机上的 mOTP 应用。',
  stepEnter: '把应用中显示的 6 位数字填入 mOTP 号码栏。',
  stepMatch: '应用中登记的个人信息必须与本网站登记的个人信息一致。',
  stepAbroad:
    '在韩国以外时，请在手机设置中打开自动设置日期和时间（날짜 및 시간 자동 설정），或把时区设为首尔。',
  stepLock: '如果输错 mOTP 号码 5 次，请通过手机验证身份，解除锁定。',
  stepOutage: '如果 mOTP 出现故障，请使用手机验证或 i-PIN 验证。',

  identity: '本网站登记的个人信息',
  name: '姓名',
  phone: '手机号',
  reveal: '显示个人信息',
  conceal: '隐藏个人信息',
  marks: '␣ 表示空格，⍽ 表示特殊空格，▢ 表示看不见的字符。',
  nameLeading: '姓名前面有空格。应用中登记的姓名也必须完全相同。',
  nameTrailing: '姓名后面有空格。应用中登记的姓名也必须完全相同。',
  nameInner: '姓名中间有空格。应用中登记的姓名也必须完全相同。',
  nameDouble: '姓名中间有两个或更多连续的空格。应用中登记的姓名也必须完全相同。',
  nameFullWidthBlank: '姓名中有全角空格，用手机很难输入。请联系培训机构更正姓名。',
  nameNoBreak: '姓名中有与普通空格不同的特殊空格。请联系培训机构更正姓名。',
  nameInvisible: '姓名中有看不见的字符。请联系培训机构更正姓名。',
  nameDecomposed: '姓名中的韩文以辅音和元音分开的形式保存。请联系培训机构更正姓名。',
  nameLooseJamo: '姓名中有未组成文字的韩文辅音或元音。请联系培训机构更正姓名。',
  nameFullWidth: '姓名中有全角字符。请联系培训机构更正姓名。',
  nameDamaged: '姓名中有乱码。请联系培训机构更正姓名。',
  nameEntity: '姓名中有显示错误的符号。请联系培训机构更正姓名。',
  phoneSeparators:
    '手机号中有连字符（-）或空格。应用中只登记数字。如果提示信息不一致，请联系培训机构更正手机号。',
  phoneCountry:
    '手机号中有国家代码（82）。应用中登记的是以 010 开头的号码。请联系培训机构更正手机号。',
  phoneFullWidth: '手机号中有全角数字。请联系培训机构更正手机号。',
  phoneInvisible: '手机号中有看不见的字符。请联系培训机构更正手机号。',
  phoneUnlikely: '登记的号码不符合手机号格式。请联系培训机构更正手机号。',

  codeLabel: 'mOTP 号码（6 位数字）',
  codePlaceholder: '请输入 mOTP 号码',
  codeHint: '请输入 mOTP 应用中显示的 6 位数字。',
  codeLife: '号码每 60 秒更换一次；更换后，请输入新号码。',
  nextSoon: '新号码即将显示。请等新号码显示后再输入。',
  secondsLeft: '{seconds} 秒',
  fewSecondsLeft: '还剩 {seconds} 秒。请等新号码显示后再输入。',
  nextIsHere: '应用中已显示新号码。',
  koreanTime: '现在的韩国时间：{time}',
  appPasswordHint: '请不要在这里输入 4 位应用密码。',
  required: '要继续下一步，请先用 mOTP 号码完成身份验证。',
  submit: '验证',
  sending: '正在验证，请稍候。',
  checking: '服务器响应较慢，正在查询验证结果，请稍候。',

  codeEmpty: '您还没有输入 mOTP 号码。请输入应用中显示的 6 位数字。',
  codeLength: 'mOTP 号码是 6 位数字。现在输入了 {digits} 位。',
  appPassword: '请输入应用中显示的 6 位数字，而不是 4 位应用密码。',
  noDigits: '因为没有数字，所以未填入。请输入应用中显示的 6 位数字。',
  unclearDigits: '因为有多组数字，所以未填入。请只输入应用中显示的 6 位数字。',
  tooManyDigits:
    'mOTP 号码是 6 位数字。您输入的是 {digits} 位，所以未填入。请只输入应用中显示的 6 位数字。',
  codeMismatch: 'mOTP 号码不匹配。请重新输入应用中现在显示的 6 位数字。',
  codeMismatchLeft: 'mOTP 号码不匹配。请重新输入应用中现在显示的号码。（剩余次数：{left}）',
  codeMismatchLast: 'mOTP 号码不匹配。再输错一次，验证将被锁定，需要通过手机验证身份。',
  codeRepeated: '这个 mOTP 号码刚才已被判定为错误。请输入应用中现在显示的号码。',
  codeExpired: '您输入的 mOTP 号码已超过有效时间（60 秒）。请输入应用中新显示的 mOTP 号码。',
  codeReplayed: '这个 mOTP 号码已经用过。请等应用中显示新的 mOTP 号码后再输入。',
  nextCode:
    '还需要再验证一次。刚才用过的 mOTP 号码不能再用，请等应用中显示新的 mOTP 号码后再输入。',
  nextCodeIn: '距离显示新号码还有 {seconds} 秒',
  identityMismatch:
    '应用中登记的信息与本网站登记的信息不一致。请检查手机号以及姓名中的空格。如果本网站的信息有误，请联系培训机构。',
  nameDiffers:
    '应用中登记的姓名与本网站登记的姓名不同。如果应用中的信息有误，请在应用中重置 mOTP 注册（mOTP 등록 초기화）；如果本网站的信息有误，请联系培训机构。',
  phoneDiffers:
    '应用中登记的手机号与本网站登记的手机号不同。如果应用中的信息有误，请在应用中重置 mOTP 注册（mOTP 등록 초기화）；如果本网站的信息有误，请联系培训机构。',
  blanksDiffer:
    '应用中登记的姓名与本网站登记的姓名，空格不同。请按本网站的信息重新注册，空格也要完全相同，或者联系培训机构。',
  notRegistered:
    '您还没有注册 mOTP。请先在应用中进行用户注册。更换手机或重新安装应用后，也需要重新注册。',
  invalidRequest: '无法处理您输入的 mOTP 号码。请重新输入应用中现在显示的 6 位数字。',
  offline: '没有连接网络。请检查网络连接后重试。',
  unavailable: 'mOTP 服务器出现故障。请使用手机验证或 i-PIN 验证。',
  internal: '暂时无法验证。请在 1 分钟后重试。',
  pageOutdated: '页面已过期，无法处理请求。请刷新页面后重试。',
  reload: '刷新页面',
  unlocked: '验证锁定已解除。请重新输入 mOTP 号码。',
  rateLimited: '请求过多，暂时受到限制。请在 {seconds} 秒后重试。',
  signedOut: '您的登录已失效。请重新登录后再验证。',
  signIn: '重新登录',
  unknownTimeout: '服务器响应较慢，尚未确认验证结果。请点击“查看结果”。',
  unknownNetwork: '网络连接中断，尚未确认验证结果。请检查网络连接后点击“查看结果”。',
  unknownServer: '服务器出现问题，尚未确认验证结果。请稍后点击“查看结果”。',
  unknownNotUnderstood: '未能确认验证结果。请点击“查看结果”。如果问题持续，请联系培训机构。',
  unknownSignedOut: '您的登录已失效，尚未确认验证结果。请重新登录后点击“查看结果”。',
  resultUnknown:
    '无法确认验证结果。请先刷新页面查看结果。如果尚未通过验证，请输入应用中现在显示的 mOTP 号码。上一次可能已计入失败次数。',
  checkResult: '查看结果',
  notCounted: '这次不计入失败次数。',
  countedOnce: '同一个 mOTP 号码不会被处理两次。',
  causes: '如果 mOTP 号码一直不匹配，请检查以下几点。',
  causeClock:
    '如果手机时钟不准，mOTP 号码就会不匹配。请在手机设置中打开自动设置日期和时间（날짜 및 시간 자동 설정），或把时区设为首尔。请不要手动修改时间。',
  causePhone:
    '如果您在其他手机上注册过，或者重新安装过应用，原来应用的 mOTP 号码就不能再用。请输入最近一次注册的手机上显示的 mOTP 号码。',
  causeName: '应用中登记的姓名和手机号必须与本网站登记的个人信息完全相同，空格也要相同。',

  lockedHeading: '验证已被锁定',
  lockedByPhone: '由于输错 mOTP 号码 {max} 次，验证已被锁定。通过手机验证身份后可以再次使用。',
  locked: '由于输错 mOTP 号码 {max} 次，验证已被锁定。请验证身份或联系培训机构。',
  lockStands: '验证锁定尚未解除。请重新验证身份。',
  checkLock: '查询锁定是否已解除',
  failureCount: '已失败 {failures} 次（满 {max} 次将锁定）',

  otherWays: '如果使用 mOTP 验证有困难，可以用其他方法验证身份。',
  phoneIdentity: '手机验证（휴대폰 본인인증）',
  phoneIdentityFor: '本人名下的手机',
  ipin: 'i-PIN 验证（아이핀 인증）',
  ipinFor: '公司或家人名下的手机，或身在韩国以外',
  identityWaiting: '请在新窗口中验证身份。',
  identityClosed: '验证窗口已关闭。如果尚未完成验证，请重新进行。',
  identityBlocked: '验证窗口被拦截。请在浏览器中允许弹出窗口，或再点击一次同一个按钮。',
  reRegistration: '重置 mOTP 注册（mOTP 등록 초기화）',
  reRegistrationFor: '更换手机、重新安装应用、忘记应用密码',
  newWindow: '（打开新窗口）',

  helpBoth: '如需帮助，请拨打 {tel} 或点击{support}。',
  helpTel: '如需帮助，请拨打 {tel}。',
  helpSupport: '如需帮助，请点击{support}。',
  support: '远程咨询',
  firstTime: '首次使用 mOTP 指南',
  questions: '常见问题',
  loading: '正在加载。',
  loadFailed: '无法加载内容。请检查网络连接后重新打开。',
  guide: 'mOTP 验证指南',
  manual: '下载使用手册',

  verified: '身份验证已完成。',
  completed: 'mOTP 验证已完成',
  close: '关闭',

  misconfigured: '本页面的设置有问题。请联系管理员。（代码：{attribute}）',
};

/** The locale. Its guide loads when it is opened. */
export const locale: Locale = {
  tag: 'zh',
  messages: zh,
  guide: () => import('./guide/zh.ts').then(({guide}) => guide),
};
