import type {Locale, Messages} from './messages.ts';

/** Bahasa Indonesia. Labels that the phone shows in Korean stay in Korean, with a translation. */
export const id: Messages = {
  heading: 'Sistem verifikasi mOTP HRD Korea',
  leadEnrollment: 'Verifikasi identitas saat pertama kali masuk kursus.',
  leadLesson: 'Verifikasi identitas sebelum pelajaran {unit} (setiap 8 pelajaran).',
  leadLessons: 'Verifikasi identitas sebelum pelajaran berikutnya (setiap 8 pelajaran).',
  leadProgressTest: 'Verifikasi identitas sebelum tes kemajuan.',
  leadExam: 'Verifikasi identitas sebelum ujian.',
  leadAssignment: 'Verifikasi identitas sebelum mengerjakan tugas.',

  guidance: 'Cara verifikasi',
  stepRun: 'Buka aplikasi mOTP di ponsel Anda.',
  stepEnter: 'Masukkan 6 angka yang tampil di aplikasi ke kolom nomor mOTP.',
  stepMatch: 'Data yang terdaftar di aplikasi harus sama dengan data yang terdaftar di situs ini.',
  stepAbroad:
    'Jika berada di luar Korea, aktifkan tanggal dan waktu otomatis (날짜 및 시간 자동 설정) di pengaturan ponsel, atau pilih zona waktu Seoul.',
  stepLock:
    'Jika nomor mOTP salah 5 kali, lakukan verifikasi identitas lewat {way} untuk membuka kunci.',
  stepLocked: 'Jika nomor mOTP salah 5 kali, verifikasi akan terkunci.',
  stepOutage: 'Jika mOTP mengalami gangguan, gunakan verifikasi lewat {ways}.',
  stepOutageAsk: 'Jika mOTP mengalami gangguan, hubungi lembaga pelatihan.',

  identity: 'Data yang terdaftar di situs ini',
  name: 'Nama',
  phone: 'Nomor ponsel',
  reveal: 'Tampilkan data',
  conceal: 'Sembunyikan data',
  concealed: 'Data disembunyikan.',
  marks: '␣ berarti spasi, ⍽ spasi khusus, ▢ karakter yang tidak terlihat.',
  sameInApp: 'Nama di aplikasi juga harus persis sama.',
  nameLeading: 'Ada spasi di depan nama.',
  nameTrailing: 'Ada spasi di belakang nama.',
  nameInner: 'Ada spasi di tengah nama.',
  nameDouble: 'Ada dua spasi atau lebih berurutan di tengah nama.',
  nameFullWidthBlank:
    'Ada spasi lebar penuh di dalam nama, yang sulit diketik di ponsel. Mintalah lembaga pelatihan memperbaiki nama.',
  nameNoBreak: 'Ada spasi khusus di dalam nama, yang berbeda dari spasi biasa.',
  nameInvisible: 'Ada karakter yang tidak terlihat di dalam nama.',
  nameDecomposed: 'Huruf Korea dalam nama tersimpan terpisah menjadi konsonan dan vokal.',
  nameLooseJamo: 'Ada konsonan atau vokal Korea yang tidak membentuk suku kata di dalam nama.',
  nameFullWidth: 'Ada karakter lebar penuh di dalam nama.',
  nameDamaged: 'Ada huruf yang rusak di dalam nama.',
  nameEntity: 'Ada simbol yang rusak di dalam nama.',
  phoneSeparators:
    'Ada tanda hubung (-) atau spasi di nomor ponsel. Aplikasi hanya mendaftarkan angka. Jika muncul pesan bahwa data tidak cocok, mintalah lembaga pelatihan memperbaiki nomor.',
  phoneCountry:
    'Nomor ponsel memuat kode negara (82). Aplikasi mendaftarkannya sebagai nomor yang diawali 010.',
  phoneFullWidth: 'Ada angka lebar penuh di nomor ponsel.',
  phoneInvisible: 'Ada karakter yang tidak terlihat di nomor ponsel.',
  phoneUnlikely: 'Nomor yang terdaftar tidak sesuai format nomor ponsel.',
  askPhoneCorrection: 'Mintalah lembaga pelatihan memperbaiki nomor ponsel.',

  codeLabel: 'Nomor mOTP (6 angka)',
  codePlaceholder: 'Masukkan nomor mOTP',
  codeHint: 'Masukkan 6 angka dari aplikasi mOTP.',
  codeLife: 'Nomornya berganti setiap 60 detik; setelah berganti, masukkan nomor yang baru.',
  nextSoon: 'Nomor baru akan segera muncul. Tunggu nomor baru, lalu masukkan.',
  secondsLeft: '{seconds} detik',
  fewSecondsLeft: 'Sisa {seconds} detik. Tunggu nomor baru, lalu masukkan.',
  nextIsHere: 'Nomor baru sudah muncul di aplikasi.',
  koreanTime: 'Waktu Korea sekarang: {time}',
  appOpen: 'Buka aplikasi mOTP',
  appInstall: 'Pasang aplikasi mOTP',
  clockFast:
    'Jam ponsel ini terlalu cepat {amount}, jadi nomor mOTP mungkin tidak cocok. Di pengaturan ponsel, aktifkan tanggal dan waktu otomatis (날짜 및 시간 자동 설정).',
  clockSlow:
    'Jam ponsel ini terlambat {amount}, jadi nomor mOTP mungkin tidak cocok. Di pengaturan ponsel, aktifkan tanggal dan waktu otomatis (날짜 및 시간 자동 설정).',
  appPasswordHint: 'Jangan masukkan kata sandi aplikasi (4 angka) di halaman ini.',
  required: 'Untuk melanjutkan, selesaikan dulu verifikasi identitas dengan nomor mOTP.',
  submit: 'Verifikasi',
  sending: 'Sedang memverifikasi. Mohon tunggu.',
  checking: 'Server lambat merespons. Hasil sedang diperiksa, mohon tunggu.',

  codeEmpty: 'Nomor mOTP belum dimasukkan. Masukkan 6 angka yang tampil di aplikasi.',
  codeLength: 'Nomor mOTP terdiri dari 6 angka. Saat ini terisi {digits} angka.',
  appPassword: 'Masukkan 6 angka yang tampil di aplikasi, bukan kata sandi aplikasi (4 angka).',
  noDigits: 'Tidak ada angka, jadi tidak diisikan. Masukkan 6 angka yang tampil di aplikasi.',
  unclearDigits:
    'Ada beberapa deret angka, jadi tidak diisikan. Masukkan hanya 6 angka yang tampil di aplikasi.',
  tooManyDigits:
    'Nomor mOTP terdiri dari 6 angka. Ada {digits} angka, jadi tidak diisikan. Masukkan hanya 6 angka yang tampil di aplikasi.',
  codeMismatch: 'Nomor mOTP tidak cocok. Masukkan lagi 6 angka yang sedang tampil di aplikasi.',
  codeMismatchLeft:
    'Nomor mOTP tidak cocok. Masukkan lagi nomor yang sedang tampil di aplikasi. (Sisa kesempatan: {left})',
  codeMismatchLast:
    'Nomor mOTP tidak cocok. Jika salah sekali lagi, verifikasi akan terkunci dan Anda harus melakukan verifikasi lewat {way}.',
  codeRepeated: 'Nomor mOTP ini baru saja salah. Masukkan nomor yang sedang tampil di aplikasi.',
  codeExpired:
    'Nomor mOTP yang dimasukkan sudah tidak berlaku (lewat 60 detik). Masukkan nomor mOTP baru yang tampil di aplikasi.',
  codeReplayed:
    'Nomor mOTP ini sudah dipakai. Tunggu nomor mOTP baru muncul di aplikasi, lalu masukkan.',
  nextCode:
    'Diperlukan satu verifikasi lagi. Nomor mOTP yang baru dipakai tidak dapat dipakai lagi. Masukkan nomor mOTP baru setelah muncul di aplikasi.',
  nextCodeIn: 'Nomor baru muncul dalam {seconds} detik',
  identityMismatch: 'Data di aplikasi tidak cocok dengan data di situs ini.',
  checkDetails: 'Periksa nomor ponsel serta spasi pada nama.',
  nameDiffers: 'Nama yang terdaftar di aplikasi berbeda dari nama di situs ini.',
  phoneDiffers: 'Nomor ponsel yang terdaftar di aplikasi berbeda dari nomor ponsel di situs ini.',
  resetIfAppWrong:
    'Jika data di aplikasi salah, atur ulang pendaftaran mOTP di aplikasi (mOTP 등록 초기화).',
  registerIfAppWrong: 'Jika data di aplikasi salah, daftar ulang di aplikasi.',
  askIfSiteWrong: 'Jika data di situs ini salah, hubungi lembaga pelatihan.',
  blanksDiffer: 'Spasi pada nama di aplikasi berbeda dari spasi pada nama di situs ini.',
  registerExactly: 'Daftar ulang dengan spasi yang persis sama, atau hubungi lembaga pelatihan.',
  askNameCorrection: 'Mintalah lembaga pelatihan memperbaiki nama.',
  notRegistered:
    'Anda belum terdaftar di mOTP. Daftarlah dulu di aplikasi. Jika ponsel diganti atau aplikasi dipasang ulang, Anda juga harus mendaftar lagi.',
  invalidRequest:
    'Nomor mOTP yang dimasukkan tidak dapat diproses. Masukkan lagi 6 angka yang sedang tampil di aplikasi.',
  offline: 'Tidak ada koneksi internet. Periksa koneksi, lalu coba lagi.',
  unavailable: 'Server mOTP mengalami gangguan.',
  useServices: 'Gunakan verifikasi lewat {ways}.',
  tryLater: 'Coba lagi nanti.',
  internal: 'Verifikasi sementara tidak dapat diproses. Coba lagi setelah 1 menit.',
  pageOutdated:
    'Halaman ini sudah terlalu lama terbuka, jadi permintaan tidak dapat diproses. Muat ulang halaman, lalu coba lagi.',
  reload: 'Muat ulang halaman',
  unlocked: 'Verifikasi sudah tidak terkunci. Masukkan lagi nomor mOTP.',
  waitEnded: 'Sekarang Anda bisa mencoba lagi.',
  rateLimited: 'Terlalu banyak permintaan. Coba lagi setelah {seconds} detik.',
  signedOut: 'Sesi Anda telah berakhir. Masuk lagi, lalu lakukan verifikasi.',
  signIn: 'Masuk lagi',
  unknownTimeout:
    'Server lambat menjawab, jadi hasil verifikasi belum diketahui. Tekan “Periksa hasil”.',
  unknownNetwork:
    'Koneksi internet terputus, jadi hasil verifikasi belum diketahui. Periksa koneksi, lalu tekan “Periksa hasil”.',
  unknownServer:
    'Ada masalah pada server, jadi hasil verifikasi belum diketahui. Tunggu sebentar, lalu tekan “Periksa hasil”.',
  unknownNotUnderstood:
    'Hasil verifikasi belum dapat dipastikan. Tekan “Periksa hasil”. Jika terus terjadi, hubungi lembaga pelatihan.',
  unknownSignedOut:
    'Sesi Anda telah berakhir, jadi hasil verifikasi belum diketahui. Masuk lagi, lalu tekan “Periksa hasil”.',
  resultUnknown:
    'Hasil verifikasi tidak dapat dipastikan. Muat ulang halaman dulu untuk melihat hasilnya. Jika belum terverifikasi, masukkan nomor mOTP yang sedang tampil di aplikasi. Percobaan sebelumnya mungkin sudah dihitung sebagai kesalahan.',
  checkResult: 'Periksa hasil',
  notCounted: 'Kali ini tidak dihitung sebagai kesalahan.',
  countedOnce: 'Nomor mOTP yang sama tidak akan diproses dua kali.',
  causes: 'Jika nomor mOTP terus tidak cocok, periksa hal berikut.',
  causeClock:
    'Jika jam ponsel tidak tepat, nomor mOTP tidak akan cocok. Di pengaturan ponsel, aktifkan tanggal dan waktu otomatis (날짜 및 시간 자동 설정) atau pilih zona waktu Seoul. Jangan mengubah jam secara manual.',
  causePhone:
    'Jika Anda mendaftar di ponsel lain atau memasang ulang aplikasi, nomor mOTP dari aplikasi lama tidak dapat dipakai lagi. Masukkan nomor mOTP yang tampil di ponsel yang terakhir didaftarkan.',
  causeName:
    'Nama dan nomor ponsel di aplikasi harus persis sama dengan data yang terdaftar di situs ini, termasuk spasi.',

  lockedHeading: 'Verifikasi terkunci',
  locked: 'Verifikasi terkunci karena nomor mOTP salah {max} kali.',
  lockStands: 'Verifikasi masih terkunci.',
  unlockByIdentity: 'Lakukan verifikasi identitas lewat {way} agar dapat digunakan lagi.',
  unlockByReset:
    'Atur ulang pendaftaran mOTP (mOTP 등록 초기화), lalu daftar ulang di aplikasi agar dapat digunakan lagi.',
  askInstitute: 'Hubungi lembaga pelatihan.',
  registrationReset: 'Pendaftaran mOTP sudah diatur ulang',
  registerAgain:
    'Buka aplikasi dan daftar ulang. Setelah terdaftar, verifikasi tidak lagi terkunci.',
  registered:
    'Pendaftaran mOTP sudah dikonfirmasi. Masukkan nomor mOTP yang sedang tampil di aplikasi.',
  checkLock: 'Periksa apakah masih terkunci',
  failureCount: 'Kesalahan: {failures} dari maksimal {max}',

  otherWays:
    'Jika verifikasi dengan mOTP sulit, Anda dapat memverifikasi identitas dengan cara lain.',
  viaPhone: 'ponsel (휴대폰)',
  viaIpin: 'i-PIN (아이핀)',
  or: ' atau ',
  phoneIdentity: 'Verifikasi lewat ponsel (휴대폰 본인인증)',
  phoneIdentityFor: 'ponsel atas nama Anda sendiri',
  ipin: 'Verifikasi i-PIN (아이핀 인증)',
  ipinFor: 'ponsel atas nama perusahaan atau keluarga, atau sedang di luar Korea',
  identityWaiting: 'Lanjutkan verifikasi identitas di jendela baru.',
  identityClosed: 'Jendela verifikasi sudah ditutup. Jika verifikasi belum selesai, lakukan lagi.',
  identityBlocked:
    'Jendela verifikasi diblokir. Izinkan pop-up di browser, atau tekan lagi tombol yang sama.',
  reRegistration: 'Atur ulang pendaftaran mOTP (mOTP 등록 초기화)',
  reRegistrationFor: 'ganti ponsel, pasang ulang aplikasi, lupa kata sandi aplikasi',
  newWindow: '(membuka jendela baru)',

  helpBoth: 'Perlu bantuan? Telepon {tel} atau pilih {support}.',
  helpTel: 'Perlu bantuan? Telepon {tel}.',
  helpSupport: 'Perlu bantuan? Pilih {support}.',
  support: 'bantuan jarak jauh',
  firstTime: 'Panduan mOTP untuk pertama kali',
  questions: 'Tanya jawab',
  loading: 'Sedang memuat.',
  loadFailed: 'Isi tidak dapat dimuat. Periksa koneksi, lalu buka lagi.',
  guide: 'Panduan mOTP',
  manual: 'Unduh buku petunjuk',

  verified: 'Identitas Anda sudah diverifikasi.',
  completed: 'Verifikasi mOTP selesai',
  startLesson: 'Mulai belajar',
  startProgressTest: 'Mulai tes',
  startExam: 'Mulai ujian',
  startAssignment: 'Mulai tugas',

  misconfigured: 'Pengaturan halaman ini bermasalah. Hubungi administrator. (kode: {attribute})',
};

/** The locale. Its guide loads when it is opened. */
export const locale: Locale = {
  tag: 'id',
  messages: id,
  guide: () => import('./guide/id.ts').then(({guide}) => guide),
};
