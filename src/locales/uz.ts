import type {Locale, Messages} from './messages.ts';

/** Oʻzbekcha (lotin). Labels that the phone shows in Korean stay in Korean, with a translation. */
export const uz: Messages = {
  heading: 'HRD Korea mOTP tasdiqlash tizimi',
  leadEnrollment: 'Kursga birinchi marta kirishda shaxsni tasdiqlash.',
  leadLesson: '{unit}-darsdan oldin shaxsni tasdiqlash (har 8 ta darsda bir marta).',
  leadLessons: 'Keyingi darsdan oldin shaxsni tasdiqlash (har 8 ta darsda bir marta).',
  leadProgressTest: 'Oraliq nazoratdan oldin shaxsni tasdiqlash.',
  leadExam: 'Imtihondan oldin shaxsni tasdiqlash.',
  leadAssignment: 'Topshiriqdan oldin shaxsni tasdiqlash.',

  guidance: 'Tasdiqlash tartibi',
  stepRun: 'Smartfoningizda mOTP ilovasini oching.',
  stepEnter: 'Ilovada koʻrsatilgan 6 xonali sonni mOTP raqami maydoniga kiriting.',
  stepMatch:
    'Ilovada qayd etilgan maʼlumotlar shu saytda qayd etilgan maʼlumotlar bilan bir xil boʻlishi kerak.',
  stepAbroad:
    'Koreyadan tashqarida boʻlsangiz, telefon sozlamalarida sana va vaqtni avtomatik sozlashni (날짜 및 시간 자동 설정) yoqing yoki vaqt mintaqasi sifatida Seulni tanlang.',
  stepLock:
    'mOTP raqami 5 marta xato kiritilsa, blokni olib tashlash uchun shaxsingizni {way} orqali tasdiqlang.',
  stepLocked: 'mOTP raqami 5 marta xato kiritilsa, tasdiqlash bloklanadi.',
  stepOutage: 'mOTP ishlamasa, {ways} orqali tasdiqlang.',
  stepOutageAsk: 'mOTP ishlamasa, oʻquv muassasasiga murojaat qiling.',

  identity: 'Shu saytda qayd etilgan maʼlumotlar',
  name: 'Ism va familiya',
  phone: 'Telefon raqami',
  reveal: 'Maʼlumotlarni koʻrsatish',
  conceal: 'Maʼlumotlarni yashirish',
  concealed: 'Maʼlumotlar yashirildi.',
  marks: '␣ – boʻsh joy (probel), ⍽ – maxsus boʻsh joy, ▢ – koʻrinmas belgi.',
  sameInApp: 'Ilovada ham xuddi shunday boʻlishi kerak.',
  nameLeading: 'Ism oldida boʻsh joy bor.',
  nameTrailing: 'Ismdan keyin boʻsh joy bor.',
  nameInner: 'Ism oʻrtasida boʻsh joy bor.',
  nameDouble: 'Ism oʻrtasida ketma-ket ikki yoki undan koʻp boʻsh joy bor.',
  nameFullWidthBlank:
    'Ismda telefonda yozish qiyin boʻlgan ikki baravar keng boʻsh joy bor. Oʻquv muassasasidan ismni tuzatishni soʻrang.',
  nameNoBreak: 'Ismda odatdagidan farq qiladigan maxsus boʻsh joy bor.',
  nameInvisible: 'Ismda koʻrinmas belgi bor.',
  nameDecomposed: 'Ismdagi koreyscha harflar alohida undosh va unlilarga ajralgan holda saqlangan.',
  nameLooseJamo: 'Ismda boʻgʻin hosil qilmagan koreyscha undosh yoki unli bor.',
  nameFullWidth: 'Ismda ikki baravar keng belgilar bor.',
  nameDamaged: 'Ismda buzilgan harflar bor.',
  nameEntity: 'Ismda buzilgan belgi bor.',
  phoneSeparators:
    'Telefon raqamida chiziqcha (-) yoki boʻsh joy bor. Ilovada faqat raqamlar saqlanadi. Maʼlumotlar mos emas degan xabar chiqsa, oʻquv muassasasidan telefon raqamini tuzatishni soʻrang.',
  phoneCountry:
    'Telefon raqamida davlat kodi (82) bor. Ilovada u 010 bilan boshlanadigan raqam sifatida saqlanadi.',
  phoneFullWidth: 'Telefon raqamida ikki baravar keng raqamlar bor.',
  phoneInvisible: 'Telefon raqamida koʻrinmas belgi bor.',
  phoneUnlikely: 'Qayd etilgan raqam mobil telefon raqami shakliga mos emas.',
  askPhoneCorrection: 'Oʻquv muassasasidan telefon raqamini tuzatishni soʻrang.',

  codeLabel: 'mOTP raqami (6 xonali)',
  codePlaceholder: 'mOTP raqamini kiriting',
  codeHint: 'mOTP ilovasidagi 6 xonali sonni kiriting.',
  codeLife: 'U har 60 soniyada oʻzgaradi; oʻzgarganda yangisini kiriting.',
  nextSoon: 'Hozir yangi raqam chiqadi. Yangi raqamni kutib, keyin kiriting.',
  secondsLeft: '{seconds} soniya',
  fewSecondsLeft: '{seconds} soniya qoldi. Yangi raqamni kutib, keyin kiriting.',
  nextIsHere: 'Ilovada yangi raqam chiqdi.',
  koreanTime: 'Hozirgi Koreya vaqti: {time}',
  appOpen: 'mOTP ilovasini ochish',
  appInstall: 'mOTP ilovasini oʻrnatish',
  clockFast:
    'Bu telefon soati {amount} oldinda, shuning uchun mOTP raqami mos kelmasligi mumkin. Telefon sozlamalarida sana va vaqtni avtomatik sozlashni (날짜 및 시간 자동 설정) yoqing.',
  clockSlow:
    'Bu telefon soati {amount} orqada, shuning uchun mOTP raqami mos kelmasligi mumkin. Telefon sozlamalarida sana va vaqtni avtomatik sozlashni (날짜 및 시간 자동 설정) yoqing.',
  appPasswordHint: '4 xonali ilova parolini bu yerga kiritmang.',
  required: 'Davom etish uchun avval mOTP raqami bilan shaxsingizni tasdiqlang.',
  submit: 'Tasdiqlash',
  sending: 'Tasdiqlanmoqda. Iltimos, kuting.',
  checking: 'Server javobi kechikmoqda. Natija tekshirilmoqda, iltimos, kuting.',

  codeEmpty: 'mOTP raqami kiritilmagan. Ilovada koʻrsatilgan 6 xonali sonni kiriting.',
  codeLength: 'mOTP raqami 6 xonali boʻladi. Hozir {digits} ta raqam kiritilgan.',
  appPassword: '4 xonali ilova parolini emas, ilovada koʻrsatilgan 6 xonali sonni kiriting.',
  noDigits:
    'Raqam topilmadi, shuning uchun kiritilmadi. Ilovada koʻringan 6 xonali sonni kiriting.',
  unclearDigits:
    'Bir nechta son bor, shuning uchun kiritilmadi. Faqat ilovada koʻringan 6 xonali sonni kiriting.',
  tooManyDigits:
    'mOTP raqami 6 xonali boʻladi. Bunda {digits} ta raqam boʻlib qolardi, shuning uchun kiritilmadi. Faqat ilovada koʻringan 6 xonali sonni kiriting.',
  codeMismatch:
    'mOTP raqami mos kelmadi. Ilovada hozir koʻrinib turgan 6 xonali sonni qayta kiriting.',
  codeMismatchLeft:
    'mOTP raqami mos kelmadi. Ilovada hozir koʻrinib turgan raqamni qayta kiriting. (Qolgan urinishlar: {left})',
  codeMismatchLast:
    'mOTP raqami mos kelmadi. Yana bir marta xato boʻlsa, tasdiqlash bloklanadi va shaxsingizni {way} orqali tasdiqlash kerak boʻladi.',
  codeRepeated:
    'Bu mOTP raqami hozirgina xato deb topildi. Ilovada hozir koʻrinib turgan raqamni kiriting.',
  codeExpired:
    'Kiritilgan mOTP raqamining muddati (60 soniya) oʻtgan. Ilovada chiqqan yangi mOTP raqamini kiriting.',
  codeReplayed:
    'Bu mOTP raqami avval ishlatilgan. Ilovada yangi mOTP raqami chiqishini kutib, oʻshani kiriting.',
  nextCode:
    'Yana bir marta tasdiqlash kerak. Hozirgina ishlatilgan mOTP raqami qayta ishlamaydi. Ilovada yangi mOTP raqami chiqqach, oʻshani kiriting.',
  nextCodeIn: 'Yangi raqam chiqishiga {seconds} soniya qoldi',
  identityMismatch: 'Ilovadagi maʼlumotlar shu saytdagi maʼlumotlarga mos emas.',
  checkDetails: 'Telefon raqamini va ismdagi boʻsh joylarni tekshiring.',
  nameDiffers: 'Ilovada qayd etilgan ism saytdagi ismdan farq qiladi.',
  phoneDiffers: 'Ilovada qayd etilgan telefon raqami saytdagi telefon raqamidan farq qiladi.',
  resetIfAppWrong:
    'Ilovadagi maʼlumot xato boʻlsa, ilovada mOTP roʻyxatini yangilang (mOTP 등록 초기화).',
  registerIfAppWrong: 'Ilovadagi maʼlumot xato boʻlsa, ilovada qayta roʻyxatdan oʻting.',
  askIfSiteWrong: 'Saytdagi maʼlumot xato boʻlsa, oʻquv muassasasiga murojaat qiling.',
  blanksDiffer: 'Ilovadagi ism bilan saytdagi ismning boʻsh joylari farq qiladi.',
  registerExactly:
    'Boʻsh joylarni aynan saytdagidek yozib qayta roʻyxatdan oʻting yoki oʻquv muassasasiga murojaat qiling.',
  askNameCorrection: 'Oʻquv muassasasidan ismni tuzatishni soʻrang.',
  notRegistered:
    'Siz mOTP ilovasida roʻyxatdan oʻtmagansiz. Avval ilovada roʻyxatdan oʻting. Telefonni almashtirgan yoki ilovani qayta oʻrnatgan boʻlsangiz ham, yana roʻyxatdan oʻtish kerak.',
  invalidRequest:
    'Kiritilgan mOTP raqami qabul qilinmadi. Ilovada hozir koʻrinib turgan 6 xonali sonni qayta kiriting.',
  offline: 'Internetga ulanmagansiz. Aloqani tekshirib, qayta urinib koʻring.',
  unavailable: 'mOTP serverida nosozlik bor.',
  useServices: 'Shaxsingizni {ways} orqali tasdiqlang.',
  tryLater: 'Birozdan keyin qayta urinib koʻring.',
  internal:
    'Vaqtinchalik muammo sababli tasdiqlab boʻlmadi. 1 daqiqadan keyin qayta urinib koʻring.',
  pageOutdated:
    'Sahifa uzoq vaqt ochiq turgani uchun soʻrov bajarilmadi. Sahifani yangilab, qayta urinib koʻring.',
  reload: 'Sahifani yangilash',
  unlocked: 'Blok olib tashlandi. mOTP raqamini qayta kiriting.',
  waitEnded: 'Endi qayta urinib koʻrishingiz mumkin.',
  rateLimited: 'Soʻrovlar juda koʻp. {seconds} soniyadan keyin qayta urinib koʻring.',
  signedOut: 'Tizimga kirish muddati tugadi. Qayta kirib, keyin tasdiqlang.',
  signIn: 'Qayta kirish',
  unknownTimeout:
    'Server sekin javob bermoqda, shuning uchun natija hali maʼlum emas. “Natijani tekshirish” tugmasini bosing.',
  unknownNetwork:
    'Internet uzildi, shuning uchun natija hali maʼlum emas. Aloqani tekshirib, “Natijani tekshirish” tugmasini bosing.',
  unknownServer:
    'Serverda muammo bor, shuning uchun natija hali maʼlum emas. Birozdan keyin “Natijani tekshirish” tugmasini bosing.',
  unknownNotUnderstood:
    'Tasdiqlash natijasini aniqlab boʻlmadi. “Natijani tekshirish” tugmasini bosing. Bu takrorlansa, oʻquv muassasasiga murojaat qiling.',
  unknownSignedOut:
    'Tizimga kirish muddati tugagani uchun natija maʼlum emas. Qayta kirib, “Natijani tekshirish” tugmasini bosing.',
  resultUnknown:
    'Tasdiqlash natijasini aniqlab boʻlmadi. Avval sahifani yangilab, natijani koʻring. Tasdiqlanmagan boʻlsa, ilovada hozir koʻrinib turgan mOTP raqamini kiriting. Oldingi urinish xato deb hisoblangan boʻlishi mumkin.',
  checkResult: 'Natijani tekshirish',
  notCounted: 'Bu urinish xato hisoblanmaydi.',
  countedOnce: 'Bitta mOTP raqami hech qachon ikki marta hisobga olinmaydi.',
  causes: 'mOTP raqami yana mos kelmasa, quyidagilarni tekshiring.',
  causeClock:
    'Telefon soati notoʻgʻri boʻlsa, mOTP raqami mos kelmaydi. Telefon sozlamalarida sana va vaqtni avtomatik sozlashni (날짜 및 시간 자동 설정) yoqing yoki vaqt mintaqasi sifatida Seulni tanlang. Vaqtni qoʻlda oʻzgartirmang.',
  causePhone:
    'Boshqa telefonda roʻyxatdan oʻtgan yoki ilovani qayta oʻrnatgan boʻlsangiz, eski ilovaning mOTP raqami endi ishlamaydi. Oxirgi marta roʻyxatdan oʻtgan telefoningizda koʻringan mOTP raqamini kiriting.',
  causeName:
    'Ilovadagi ism va telefon raqami shu saytdagi maʼlumotlar bilan boʻsh joylarigacha aynan bir xil boʻlishi kerak.',

  lockedHeading: 'Tasdiqlash bloklangan',
  locked: 'mOTP raqami {max} marta xato kiritilgani uchun tasdiqlash bloklangan.',
  lockStands: 'Blok hali olib tashlanmagan.',
  unlockByIdentity: 'Qayta foydalanish uchun shaxsingizni {way} orqali tasdiqlang.',
  unlockByReset:
    'Qayta foydalanish uchun mOTP roʻyxatini yangilang (mOTP 등록 초기화) va ilovada qayta roʻyxatdan oʻting.',
  askInstitute: 'Oʻquv muassasasiga murojaat qiling.',
  registrationReset: 'mOTP roʻyxati yangilandi',
  registerAgain:
    'Ilovani ochib, qayta roʻyxatdan oʻting. Roʻyxatdan oʻtgach, blok oʻz-oʻzidan olib tashlanadi.',
  registered:
    'mOTP ilovasida roʻyxatdan oʻtganingiz tasdiqlandi. Ilovada hozir koʻrinib turgan mOTP raqamini kiriting.',
  checkLock: 'Blok olinganini tekshirish',
  failureCount: 'Xatolar: {failures} / {max}',

  otherWays:
    'mOTP bilan tasdiqlash qiyin boʻlsa, shaxsingizni boshqa usulda tasdiqlashingiz mumkin.',
  viaPhone: 'telefon (휴대폰)',
  viaIpin: 'i-PIN (아이핀)',
  or: ' yoki ',
  phoneIdentity: 'Telefon orqali tasdiqlash (휴대폰 본인인증)',
  phoneIdentityFor: 'oʻz nomingizdagi telefon uchun',
  ipin: 'i-PIN orqali tasdiqlash (아이핀 인증)',
  ipinFor: 'kompaniya yoki oila aʼzosi nomidagi telefon uchun, yoki Koreyadan tashqarida',
  identityWaiting: 'Yangi oynada shaxsingizni tasdiqlang.',
  identityClosed: 'Tasdiqlash oynasi yopildi. Tasdiqlash tugamagan boʻlsa, qaytadan bajaring.',
  identityBlocked:
    'Tasdiqlash oynasi bloklandi. Brauzerda qalqib chiquvchi oynalarga ruxsat bering yoki oʻsha tugmani yana bosing.',
  reRegistration: 'mOTP roʻyxatini yangilash (mOTP 등록 초기화)',
  reRegistrationFor: 'telefon almashganda, ilova qayta oʻrnatilganda, ilova paroli unutilganda',
  newWindow: '(yangi oyna ochiladi)',

  helpBoth: 'Yordam kerakmi? {tel} raqamiga qoʻngʻiroq qiling yoki {support} havolasini bosing.',
  helpTel: 'Yordam kerakmi? {tel} raqamiga qoʻngʻiroq qiling.',
  helpSupport: 'Yordam kerakmi? {support} havolasini bosing.',
  support: 'masofaviy yordam',
  firstTime: 'mOTP: birinchi marta foydalanish',
  questions: 'Savol-javoblar',
  loading: 'Yuklanmoqda.',
  loadFailed: 'Yuklab boʻlmadi. Aloqani tekshirib, qayta oching.',
  guide: 'mOTP qoʻllanmasi',
  manual: 'Yoʻriqnomani yuklab olish',

  verified: 'Shaxsingiz tasdiqlandi.',
  completed: 'mOTP tasdiqlash yakunlandi',
  startLesson: 'Oʻqishni boshlash',
  startProgressTest: 'Testni boshlash',
  startExam: 'Imtihonni boshlash',
  startAssignment: 'Topshiriqni boshlash',

  misconfigured:
    'Bu sahifa notoʻgʻri sozlangan. Administratorga murojaat qiling. (kod: {attribute})',
};

/** The locale. Its guide loads when it is opened. */
export const locale: Locale = {
  tag: 'uz',
  messages: uz,
  guide: () => import('./guide/uz.ts').then(({guide}) => guide),
};
