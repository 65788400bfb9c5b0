import type {GuideMessages} from '../messages.ts';

/** Bahasa Indonesia. Labels that the phone shows in Korean stay in Korean, with a translation. */
export const guide: GuideMessages = {
  about: 'Apa itu mOTP?',
  purpose:
    'Cara mudah membuktikan identitas dalam pelatihan jarak jauh, agar tidak ada orang lain yang mengikuti pelatihan atas nama Anda.',
  whoTerm: 'Untuk siapa',
  who: 'Peserta lembaga pelatihan jarak jauh',
  deviceTerm: 'Ponsel',
  device:
    'Ponsel pintar yang dapat dipasangi aplikasi (Android 4.3 atau lebih baru, iOS 8.0 atau lebih baru)',
  neededTerm: 'Yang diperlukan',
  needed: 'Nama, nomor ponsel, dan kata sandi aplikasi (4 angka)',
  whenTerm: 'Kapan verifikasi',
  when: 'Saat pertama kali masuk kursus, setelah setiap 8 pelajaran, dan sebelum setiap tes kemajuan, ujian, dan tugas',
  cautionTerm: 'Perhatikan',
  oneDevice: 'Satu orang hanya dapat menggunakan mOTP di satu ponsel.',
  newDevice: 'Jika ponsel diganti atau aplikasi dipasang ulang, Anda harus mendaftar lagi.',
  otherWays: 'Jika verifikasi dengan mOTP sulit, Anda dapat melakukan verifikasi lewat {ways}.',

  install: 'Memasang mOTP',
  installApp: 'Cari aplikasi mOTP, pasang, lalu buka. (Android: Play Store, iPhone: App Store)',
  android: 'Pasang dari Play Store',
  ios: 'Pasang dari App Store',
  scan: 'Arahkan kamera ponsel ke kode QR untuk membuka halaman pemasangan.',
  androidCode: 'Kode QR untuk memasang di Android',
  iosCode: 'Kode QR untuk memasang di iPhone',

  register: 'Mendaftar mOTP',
  consent: 'Setujui pengumpulan data pribadi (개인정보 수집 동의).',
  details: 'Masukkan nama (이름), nomor ponsel (휴대폰번호), dan kata sandi aplikasi (비밀번호).',
  sameDetails: 'Masukkan nama dan nomor ponsel persis seperti di halaman ini, termasuk spasi.',

  use: 'Menggunakan mOTP',
  start:
    'Pilih 수강하기 (mulai belajar) untuk memulai verifikasi identitas saat pertama kali masuk kursus.',
  run: 'Buka aplikasi mOTP.',
  password: 'Masukkan kata sandi aplikasi (4 angka) yang Anda buat saat mendaftar.',
  enter: 'Masukkan 6 angka yang tampil di aplikasi dengan tepat ke kolom nomor mOTP.',
  done: 'Setelah verifikasi berhasil, muncul pesan selesai. Setelah setiap 8 pelajaran serta sebelum setiap tes kemajuan, ujian, dan tugas, ulangi langkah 2 sampai 4.',
  noteTerm: 'Perhatikan',
  life: 'Setiap nomor mOTP berlaku 60 detik, lalu muncul nomor baru.',
  lock: 'Jika nomor mOTP salah 5 kali, Anda harus melakukan verifikasi lewat {way} agar mOTP dapat digunakan lagi.',

  mismatchQuestion: 'Muncul pesan bahwa data mOTP saya tidak cocok.',
  mismatchAnswer:
    'Periksa apakah ada spasi pada nama. Nama harus sama dengan data di situs ini, termasuk spasi.',
  abroadQuestion: 'Apakah mOTP dapat digunakan di luar Korea?',
  abroadAnswer:
    'Bisa. Nomor mOTP dibuat berdasarkan jam ponsel. Di luar Korea, aktifkan tanggal dan waktu otomatis (날짜 및 시간 자동 설정) atau pilih zona waktu Seoul. Jangan mengubah jam secara manual.',
  changeQuestion: 'Bagaimana cara mengubah data pribadi?',
  lostQuestion: 'Saya lupa kata sandi aplikasi. Apa yang harus dilakukan?',
  resetAnswer: 'Atur ulang pendaftaran mOTP (mOTP 등록 초기화).',
  lockedQuestion: 'Saya salah 5 kali dan tidak dapat melakukan verifikasi lagi.',
  lockedAnswer:
    'Atur ulang pendaftaran mOTP (mOTP 등록 초기화), atau lanjutkan setelah verifikasi lewat {way}.',
};
