import type {GuideMessages} from '../messages.ts';

/** Oʻzbekcha (lotin). Labels that the phone shows in Korean stay in Korean, with a translation. */
export const guide: GuideMessages = {
  about: 'mOTP nima?',
  purpose:
    'Masofaviy oʻqishda shaxsni tasdiqlashning oddiy usuli. U birovning oʻrniga boshqa odam oʻqishining oldini oladi.',
  whoTerm: 'Kimlar uchun',
  who: 'Masofaviy oʻquv muassasalarining tinglovchilari',
  deviceTerm: 'Telefonlar',
  device:
    'Ilova oʻrnatish mumkin boʻlgan smartfon (Android 4.3 yoki yangiroq, iOS 8.0 yoki yangiroq)',
  neededTerm: 'Nima kerak',
  needed: 'Ism va familiyangiz, telefon raqamingiz va ilova paroli (4 xonali)',
  whenTerm: 'Qachon tasdiqlanadi',
  when: 'Kursga birinchi marta kirishda, har 8 ta darsdan keyin hamda har bir oraliq nazorat, imtihon va topshiriqdan oldin',
  cautionTerm: 'Eslatma',
  oneDevice: 'Bir kishi mOTP ilovasidan faqat bitta telefonda foydalanishi mumkin.',
  newDevice: 'Telefon almashtirilsa yoki ilova qayta oʻrnatilsa, yana roʻyxatdan oʻtish kerak.',
  otherWays: 'mOTP bilan tasdiqlash qiyin boʻlsa, {ways} orqali tasdiqlash mumkin.',

  install: 'mOTP ilovasini oʻrnatish',
  installApp:
    'mOTP ilovasini qidirib toping, oʻrnating va oching. (Android: Play Store, iPhone: App Store)',
  android: 'Play Store orqali oʻrnatish',
  ios: 'App Store orqali oʻrnatish',
  scan: 'Oʻrnatish sahifasi ochilishi uchun telefon kamerasini QR kodga tuting.',
  androidCode: 'Android telefoniga oʻrnatish uchun QR kod',
  iosCode: 'iPhone telefoniga oʻrnatish uchun QR kod',

  register: 'mOTP ilovasida roʻyxatdan oʻtish',
  consent: 'Shaxsiy maʼlumotlar toʻplanishiga rozilik bering (개인정보 수집 동의).',
  details:
    'Ism va familiya (이름), telefon raqami (휴대폰번호) va ilova parolini (비밀번호) kiriting.',
  sameDetails: 'Ism va telefon raqamini boʻsh joylarigacha aynan shu sahifadagidek kiriting.',

  use: 'mOTP ilovasidan foydalanish',
  start:
    'Kursga birinchi kirishda shaxsni tasdiqlash uchun 수강하기 (oʻqishni boshlash) tugmasini bosing.',
  run: 'mOTP ilovasini oching.',
  password: 'Roʻyxatdan oʻtishda oʻrnatgan 4 xonali ilova parolini kiriting.',
  enter: 'Ilovada koʻrsatilgan 6 xonali sonni mOTP raqami maydoniga aniq kiriting.',
  done: 'Tasdiqlash yakunlansa, bu haqda xabar chiqadi. Keyin har 8 ta darsdan soʻng hamda har bir oraliq nazorat, imtihon va topshiriqdan oldin 2–4-qadamlarni takrorlang.',
  noteTerm: 'Eslatma',
  life: 'Har bir mOTP raqami 60 soniya amal qiladi, keyin yangi raqam chiqadi.',
  lock: 'mOTP raqami 5 marta xato kiritilsa, qayta foydalanish uchun shaxsingizni {way} orqali tasdiqlang.',

  mismatchQuestion: 'mOTP maʼlumotlari mos emas degan xabar chiqmoqda.',
  mismatchAnswer:
    'Ismda boʻsh joy bor-yoʻqligini tekshiring. Ism boʻsh joylarigacha saytdagi maʼlumot bilan bir xil boʻlishi kerak.',
  abroadQuestion: 'mOTP Koreyadan tashqarida ishlaydimi?',
  abroadAnswer:
    'Ha. mOTP raqami telefon soatiga qarab hosil qilinadi. Koreyadan tashqarida sana va vaqtni avtomatik sozlashni (날짜 및 시간 자동 설정) yoqing yoki vaqt mintaqasi sifatida Seulni tanlang. Vaqtni qoʻlda oʻzgartirmang.',
  changeQuestion: 'Shaxsiy maʼlumotlarni qanday oʻzgartiraman?',
  lostQuestion: 'Ilova parolini unutdim. Nima qilish kerak?',
  resetAnswer: 'mOTP roʻyxatini yangilang (mOTP 등록 초기화).',
  lockedQuestion: '5 marta xato qildim va endi tasdiqlay olmayapman.',
  lockedAnswer:
    'mOTP roʻyxatini yangilang (mOTP 등록 초기화) yoki shaxsingizni {way} orqali tasdiqlab, davom eting.',
};
