import type {GuideMessages} from '../messages.ts';

/** 简体中文. Labels that the phone shows in Korean stay in Korean, with a translation. */
export const guide: GuideMessages = {
  about: '什么是 mOTP？',
  purpose: '在远程培训中简便地证明身份、防止他人代替学习的方法。',
  whoTerm: '使用对象',
  who: '远程培训机构的学员',
  deviceTerm: '可用手机',
  device: '可以安装应用的智能手机（Android 4.3 及以上，iOS 8.0 及以上）',
  neededTerm: '所需信息',
  needed: '本人姓名、手机号、应用密码（4 位数字）',
  whenTerm: '何时验证',
  when: '首次进入课程时、每学完 8 课后，以及每次参加阶段测试、考试和做作业前',
  cautionTerm: '注意事项',
  oneDevice: '每人只能在一部手机上使用 mOTP。',
  newDevice: '更换手机或重新安装应用后，必须重新注册。',
  otherWays: '如果使用 mOTP 验证有困难，可以使用{ways}验证。',

  install: '安装 mOTP',
  installApp: '搜索 mOTP 应用，安装后打开。（Android：Play 商店，iPhone：App Store）',
  android: '从 Play 商店安装',
  ios: '从 App Store 安装',
  scan: '用手机相机对准二维码，即可打开安装页面。',
  androidCode: '用于 Android 安装的二维码',
  iosCode: '用于 iPhone 安装的二维码',

  register: '注册 mOTP',
  consent: '请同意收集个人信息（개인정보 수집 동의）。',
  details: '请输入姓名（이름）、手机号（휴대폰번호）和应用密码（비밀번호）。',
  sameDetails: '姓名和手机号请按本页面显示的内容输入，空格也要完全相同。',

  use: '使用 mOTP',
  start: '点击 수강하기（开始学习），进行首次进入课程时的身份验证。',
  run: '打开 mOTP 应用。',
  password: '请输入注册时设置的 4 位应用密码。',
  enter: '请把应用中显示的 6 位数字准确填入 mOTP 号码栏。',
  done: '验证成功后会弹出完成提示。以后每学完 8 课，以及参加阶段测试、考试和做作业前，请同样按第 2 至第 4 步操作。',
  noteTerm: '注意事项',
  life: '每个 mOTP 号码的有效时间为 60 秒，之后会显示新号码。',
  lock: '如果输错 mOTP 号码 5 次，需要通过{way}验证身份后才能再次使用。',

  mismatchQuestion: '提示我的 mOTP 信息不一致。',
  mismatchAnswer: '请检查姓名中是否有空格。姓名必须与本网站登记的信息一致，空格也要相同。',
  abroadQuestion: '在韩国以外可以使用 mOTP 吗？',
  abroadAnswer:
    '可以。mOTP 号码根据手机时钟生成。在韩国以外，请打开自动设置日期和时间（날짜 및 시간 자동 설정），或把时区设为首尔。请不要手动修改时间。',
  changeQuestion: '怎样更改个人信息？',
  lostQuestion: '忘记了应用密码，怎么办？',
  resetAnswer: '请重置 mOTP 注册（mOTP 등록 초기화）。',
  lockedQuestion: '输错 5 次后，无法再验证。',
  lockedAnswer: '请重置 mOTP 注册（mOTP 등록 초기화），或通过{way}验证身份后继续。',
};
