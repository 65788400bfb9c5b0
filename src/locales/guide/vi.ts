import type {GuideMessages} from '../messages.ts';

/** Tiếng Việt. Labels that the phone shows in Korean stay in Korean, with a translation. */
export const guide: GuideMessages = {
  about: 'mOTP là gì?',
  purpose:
    'Cách đơn giản để chứng minh danh tính khi học từ xa, để không ai có thể học thay người khác.',
  whoTerm: 'Dành cho',
  who: 'Học viên của các cơ sở đào tạo từ xa',
  deviceTerm: 'Điện thoại',
  device: 'Điện thoại thông minh cài được ứng dụng (Android 4.3 trở lên, iOS 8.0 trở lên)',
  neededTerm: 'Cần có',
  needed: 'Họ tên, số di động và mật khẩu ứng dụng (4 chữ số)',
  whenTerm: 'Khi nào xác thực',
  when: 'Khi vào khóa học lần đầu, sau mỗi 8 bài học, và trước mỗi bài kiểm tra tiến độ, bài thi, bài tập',
  cautionTerm: 'Lưu ý',
  oneDevice: 'Mỗi người chỉ dùng được mOTP trên một điện thoại.',
  newDevice: 'Nếu đổi điện thoại hoặc cài lại ứng dụng, phải đăng ký lại.',
  otherWays: 'Nếu khó dùng mOTP, có thể xác thực bằng {ways}.',

  install: 'Cài đặt mOTP',
  installApp:
    'Tìm ứng dụng mOTP, cài đặt rồi mở ứng dụng. (Android: Play Store, iPhone: App Store)',
  android: 'Cài từ Play Store',
  ios: 'Cài từ App Store',
  scan: 'Hướng máy ảnh của điện thoại vào mã này để mở trang cài đặt.',
  androidCode: 'Mã QR để cài trên Android',
  iosCode: 'Mã QR để cài trên iPhone',

  register: 'Đăng ký mOTP',
  consent: 'Đồng ý cho thu thập thông tin cá nhân (개인정보 수집 동의).',
  details: 'Nhập họ tên (이름), số di động (휴대폰번호) và mật khẩu ứng dụng (비밀번호).',
  sameDetails: 'Nhập họ tên và số di động giống hệt như trên trang này, kể cả dấu cách.',

  use: 'Sử dụng mOTP',
  start: 'Chọn 수강하기 (vào học) để bắt đầu xác thực danh tính khi vào khóa học lần đầu.',
  run: 'Mở ứng dụng mOTP.',
  password: 'Nhập mật khẩu ứng dụng 4 chữ số mà bạn đã đặt khi đăng ký.',
  enter: 'Nhập vào ô số mOTP đúng 6 chữ số hiện trong ứng dụng.',
  done: 'Khi xác thực xong, thông báo hoàn tất sẽ hiện ra. Sau mỗi 8 bài học và trước mỗi bài kiểm tra tiến độ, bài thi, bài tập, hãy làm lại từ bước 2 đến bước 4.',
  noteTerm: 'Lưu ý',
  life: 'Mỗi số mOTP có hiệu lực 60 giây, sau đó số mới hiện ra.',
  lock: 'Nếu nhập sai số mOTP 5 lần, phải xác thực bằng {way} mới dùng lại được.',

  mismatchQuestion: 'Có thông báo rằng thông tin mOTP không khớp.',
  mismatchAnswer:
    'Hãy kiểm tra dấu cách trong họ tên. Họ tên phải giống hệt thông tin trên trang này, kể cả dấu cách.',
  abroadQuestion: 'Có dùng được mOTP ngoài Hàn Quốc không?',
  abroadAnswer:
    'Có. Số mOTP được tạo theo đồng hồ của điện thoại. Ở ngoài Hàn Quốc, hãy bật ngày và giờ tự động (날짜 및 시간 자동 설정) hoặc đặt múi giờ là Seoul. Đừng chỉnh giờ bằng tay.',
  changeQuestion: 'Làm thế nào để thay đổi thông tin cá nhân?',
  lostQuestion: 'Tôi quên mật khẩu ứng dụng thì làm thế nào?',
  resetAnswer: 'Hãy đặt lại đăng ký mOTP (mOTP 등록 초기화).',
  lockedQuestion: 'Tôi sai 5 lần và không xác thực được nữa.',
  lockedAnswer:
    'Hãy đặt lại đăng ký mOTP (mOTP 등록 초기화), hoặc xác thực bằng {way} rồi tiếp tục.',
};
