import type {Locale, Messages} from './messages.ts';

/** Tiếng Việt. Labels that the phone shows in Korean stay in Korean, with a translation. */
export const vi: Messages = {
  heading: 'Hệ thống xác thực mOTP của HRD Korea',
  leadEnrollment: 'Xác thực danh tính khi vào khóa học lần đầu.',
  leadLesson: 'Xác thực danh tính trước khi học bài {unit} (cứ 8 bài xác thực một lần).',
  leadLessons: 'Xác thực danh tính trước khi học bài tiếp theo (cứ 8 bài xác thực một lần).',
  leadProgressTest: 'Xác thực danh tính trước khi làm bài kiểm tra tiến độ.',
  leadExam: 'Xác thực danh tính trước khi thi.',
  leadAssignment: 'Xác thực danh tính trước khi làm bài tập.',

  guidance: 'Cách xác thực',
  stepRun: 'Mở ứng dụng mOTP trên điện thoại thông minh.',
  stepEnter: 'Nhập số gồm 6 chữ số hiện trong ứng dụng vào ô số mOTP.',
  stepMatch: 'Thông tin đăng ký trong ứng dụng phải giống với thông tin đăng ký trên trang này.',
  stepAbroad:
    'Khi ở ngoài Hàn Quốc, hãy bật ngày và giờ tự động (날짜 및 시간 자동 설정) trong phần cài đặt của điện thoại, hoặc đặt múi giờ là Seoul.',
  stepLock: 'Nếu nhập sai số mOTP 5 lần, hãy xác thực danh tính bằng {way} để mở khóa.',
  stepLocked: 'Nếu nhập sai số mOTP 5 lần, xác thực sẽ bị khóa.',
  stepOutage: 'Nếu mOTP gặp sự cố, hãy xác thực bằng {ways}.',
  stepOutageAsk: 'Nếu mOTP gặp sự cố, hãy liên hệ cơ sở đào tạo.',

  identity: 'Thông tin đăng ký trên trang này',
  name: 'Họ tên',
  phone: 'Số di động',
  reveal: 'Hiện thông tin',
  conceal: 'Ẩn thông tin',
  concealed: 'Đã ẩn thông tin.',
  marks: '␣ là dấu cách, ⍽ là dấu cách đặc biệt, ▢ là ký tự không nhìn thấy.',
  sameInApp: 'Trong ứng dụng cũng phải giống hệt như vậy.',
  nameLeading: 'Có dấu cách ở trước họ tên.',
  nameTrailing: 'Có dấu cách ở sau họ tên.',
  nameInner: 'Có dấu cách ở giữa họ tên.',
  nameDouble: 'Có từ hai dấu cách liền nhau ở giữa họ tên.',
  nameFullWidthBlank:
    'Họ tên có dấu cách rộng gấp đôi, khó gõ trên điện thoại. Hãy đề nghị cơ sở đào tạo sửa họ tên.',
  nameNoBreak: 'Họ tên có dấu cách đặc biệt, khác với dấu cách thường.',
  nameInvisible: 'Họ tên có ký tự không nhìn thấy.',
  nameDecomposed: 'Chữ Hàn trong họ tên bị lưu tách rời thành phụ âm và nguyên âm.',
  nameLooseJamo: 'Họ tên có phụ âm hoặc nguyên âm tiếng Hàn chưa ghép thành chữ.',
  nameFullWidth: 'Họ tên có ký tự rộng gấp đôi.',
  nameDamaged: 'Họ tên có chữ bị lỗi.',
  nameEntity: 'Họ tên có ký hiệu bị lỗi.',
  phoneSeparators:
    'Số di động có dấu gạch nối (-) hoặc dấu cách. Ứng dụng chỉ lưu chữ số. Nếu có thông báo rằng thông tin không khớp, hãy đề nghị cơ sở đào tạo sửa số di động.',
  phoneCountry: 'Số di động có mã quốc gia (82). Trong ứng dụng, số này được lưu bắt đầu bằng 010.',
  phoneFullWidth: 'Số di động có chữ số rộng gấp đôi.',
  phoneInvisible: 'Số di động có ký tự không nhìn thấy.',
  phoneUnlikely: 'Số đã đăng ký không đúng định dạng số di động.',
  askPhoneCorrection: 'Hãy đề nghị cơ sở đào tạo sửa số di động.',

  codeLabel: 'Số mOTP (6 chữ số)',
  codePlaceholder: 'Nhập số mOTP',
  codeHint: 'Nhập số gồm 6 chữ số trong ứng dụng mOTP.',
  codeLife: 'Số này đổi sau mỗi 60 giây; khi số đổi, hãy nhập số mới.',
  nextSoon: 'Sắp có số mới. Hãy chờ số mới rồi nhập.',
  secondsLeft: '{seconds} giây',
  fewSecondsLeft: 'Còn {seconds} giây. Hãy chờ số mới rồi nhập.',
  nextIsHere: 'Số mới đã hiện trong ứng dụng.',
  koreanTime: 'Giờ Hàn Quốc hiện tại: {time}',
  appOpen: 'Mở ứng dụng mOTP',
  appInstall: 'Cài ứng dụng mOTP',
  clockFast:
    'Đồng hồ của điện thoại này nhanh {amount}, nên số mOTP có thể không khớp. Trong phần cài đặt của điện thoại, hãy bật ngày và giờ tự động (날짜 및 시간 자동 설정).',
  clockSlow:
    'Đồng hồ của điện thoại này chậm {amount}, nên số mOTP có thể không khớp. Trong phần cài đặt của điện thoại, hãy bật ngày và giờ tự động (날짜 및 시간 자동 설정).',
  appPasswordHint: 'Đừng nhập mật khẩu ứng dụng (4 chữ số) vào đây.',
  required: 'Để tiếp tục, trước hết hãy xác thực danh tính bằng số mOTP.',
  submit: 'Xác thực',
  sending: 'Đang xác thực. Vui lòng chờ.',
  checking: 'Máy chủ phản hồi chậm. Đang kiểm tra kết quả, vui lòng chờ.',

  codeEmpty: 'Chưa nhập số mOTP. Hãy nhập 6 chữ số hiện trong ứng dụng.',
  codeLength: 'Số mOTP có 6 chữ số. Số chữ số đã nhập: {digits}.',
  appPassword:
    'Hãy nhập số gồm 6 chữ số hiện trong ứng dụng, không phải mật khẩu ứng dụng 4 chữ số.',
  noDigits: 'Không có chữ số nào nên không điền được. Hãy nhập 6 chữ số hiện trong ứng dụng.',
  unclearDigits: 'Có nhiều dãy số nên không điền được. Hãy chỉ nhập 6 chữ số hiện trong ứng dụng.',
  tooManyDigits:
    'Số mOTP có 6 chữ số. Nội dung vừa nhập có {digits} chữ số nên không điền được. Hãy chỉ nhập 6 chữ số hiện trong ứng dụng.',
  codeMismatch: 'Số mOTP không khớp. Hãy nhập lại 6 chữ số đang hiện trong ứng dụng.',
  codeMismatchLeft:
    'Số mOTP không khớp. Hãy nhập lại số đang hiện trong ứng dụng. (Số lần còn lại: {left})',
  codeMismatchLast:
    'Số mOTP không khớp. Nếu sai thêm một lần nữa, xác thực sẽ bị khóa và bạn phải xác thực bằng {way}.',
  codeRepeated: 'Số mOTP này vừa bị báo sai. Hãy nhập số đang hiện trong ứng dụng.',
  codeExpired:
    'Số mOTP vừa nhập đã hết hiệu lực (60 giây). Hãy nhập số mOTP mới hiện trong ứng dụng.',
  codeReplayed: 'Số mOTP này đã được dùng. Hãy chờ số mOTP mới hiện trong ứng dụng rồi nhập.',
  nextCode:
    'Cần xác thực thêm một lần nữa. Số mOTP vừa dùng không dùng lại được. Hãy chờ số mOTP mới hiện trong ứng dụng rồi nhập.',
  nextCodeIn: 'Số giây còn lại đến khi có số mới: {seconds}',
  identityMismatch: 'Thông tin trong ứng dụng không khớp với thông tin trên trang này.',
  checkDetails: 'Hãy kiểm tra số di động và dấu cách trong họ tên.',
  nameDiffers: 'Họ tên đăng ký trong ứng dụng khác với họ tên trên trang này.',
  phoneDiffers: 'Số di động đăng ký trong ứng dụng khác với số di động trên trang này.',
  resetIfAppWrong:
    'Nếu thông tin trong ứng dụng sai, hãy đặt lại đăng ký mOTP trong ứng dụng (mOTP 등록 초기화).',
  registerIfAppWrong: 'Nếu thông tin trong ứng dụng sai, hãy đăng ký lại trong ứng dụng.',
  askIfSiteWrong: 'Nếu thông tin trên trang này sai, hãy liên hệ cơ sở đào tạo.',
  blanksDiffer: 'Dấu cách trong họ tên ở ứng dụng khác với trên trang này.',
  registerExactly: 'Hãy đăng ký lại với dấu cách giống hệt trang này, hoặc liên hệ cơ sở đào tạo.',
  askNameCorrection: 'Hãy đề nghị cơ sở đào tạo sửa họ tên.',
  notRegistered:
    'Bạn chưa đăng ký mOTP. Hãy đăng ký trong ứng dụng trước. Nếu đã đổi điện thoại hoặc cài lại ứng dụng, bạn cũng phải đăng ký lại.',
  invalidRequest:
    'Không xử lý được số mOTP vừa nhập. Hãy nhập lại 6 chữ số đang hiện trong ứng dụng.',
  offline: 'Không có kết nối mạng. Hãy kiểm tra kết nối rồi thử lại.',
  unavailable: 'Máy chủ mOTP gặp sự cố.',
  useServices: 'Hãy xác thực bằng {ways}.',
  tryLater: 'Hãy thử lại sau.',
  internal: 'Tạm thời chưa xác thực được. Hãy thử lại sau 1 phút.',
  pageOutdated:
    'Trang này mở đã quá lâu nên không xử lý được yêu cầu. Hãy tải lại trang rồi thử lại.',
  reload: 'Tải lại trang',
  unlocked: 'Đã mở khóa. Hãy nhập lại số mOTP.',
  waitEnded: 'Bạn có thể thử lại ngay.',
  rateLimited: 'Có quá nhiều yêu cầu. Hãy thử lại sau {seconds} giây.',
  signedOut: 'Bạn đã bị đăng xuất. Hãy đăng nhập lại rồi xác thực.',
  signIn: 'Đăng nhập lại',
  unknownTimeout:
    'Máy chủ phản hồi chậm nên chưa biết kết quả xác thực. Hãy nhấn “Kiểm tra kết quả”.',
  unknownNetwork:
    'Mất kết nối mạng nên chưa biết kết quả xác thực. Hãy kiểm tra kết nối rồi nhấn “Kiểm tra kết quả”.',
  unknownServer:
    'Máy chủ gặp vấn đề nên chưa biết kết quả xác thực. Hãy chờ một lát rồi nhấn “Kiểm tra kết quả”.',
  unknownNotUnderstood:
    'Chưa xác nhận được kết quả xác thực. Hãy nhấn “Kiểm tra kết quả”. Nếu vẫn như vậy, hãy liên hệ cơ sở đào tạo.',
  unknownSignedOut:
    'Bạn đã bị đăng xuất nên chưa biết kết quả xác thực. Hãy đăng nhập lại rồi nhấn “Kiểm tra kết quả”.',
  resultUnknown:
    'Chưa xác định được kết quả xác thực. Trước hết hãy tải lại trang để xem kết quả. Nếu chưa được xác thực, hãy nhập số mOTP đang hiện trong ứng dụng. Lần trước có thể đã bị tính là một lần sai.',
  checkResult: 'Kiểm tra kết quả',
  notCounted: 'Lần này không tính vào số lần sai.',
  countedOnce: 'Cùng một số mOTP không bị xử lý hai lần.',
  causes: 'Nếu số mOTP vẫn không khớp, hãy kiểm tra những điều sau.',
  causeClock:
    'Nếu đồng hồ của điện thoại không đúng, số mOTP sẽ không khớp. Trong phần cài đặt của điện thoại, hãy bật ngày và giờ tự động (날짜 및 시간 자동 설정) hoặc đặt múi giờ là Seoul. Đừng chỉnh giờ bằng tay.',
  causePhone:
    'Nếu đã đăng ký trên điện thoại khác hoặc cài lại ứng dụng, số mOTP của ứng dụng cũ không còn dùng được. Hãy nhập số mOTP hiện trên điện thoại mà bạn đăng ký sau cùng.',
  causeName:
    'Họ tên và số di động trong ứng dụng phải giống hệt thông tin đăng ký trên trang này, kể cả dấu cách.',

  lockedHeading: 'Xác thực đã bị khóa',
  locked: 'Xác thực đã bị khóa vì nhập sai số mOTP {max} lần.',
  lockStands: 'Xác thực vẫn đang bị khóa.',
  unlockByIdentity: 'Hãy xác thực danh tính bằng {way} để dùng lại.',
  unlockByReset:
    'Hãy đặt lại đăng ký mOTP (mOTP 등록 초기화) rồi đăng ký lại trong ứng dụng để dùng lại.',
  askInstitute: 'Hãy liên hệ cơ sở đào tạo.',
  registrationReset: 'Đăng ký mOTP đã được đặt lại',
  registerAgain: 'Hãy mở ứng dụng và đăng ký lại. Sau khi đăng ký xong, khóa sẽ tự mở.',
  registered: 'Đã xác nhận đăng ký mOTP. Hãy nhập số mOTP đang hiện trong ứng dụng.',
  checkLock: 'Kiểm tra đã mở khóa chưa',
  failureCount: 'Số lần sai: {failures}/{max}',

  otherWays: 'Nếu khó xác thực bằng mOTP, bạn có thể xác thực danh tính bằng cách khác.',
  viaPhone: 'điện thoại di động (휴대폰)',
  viaIpin: 'i-PIN (아이핀)',
  or: ' hoặc ',
  phoneIdentity: 'Xác thực bằng điện thoại (휴대폰 본인인증)',
  phoneIdentityFor: 'điện thoại đứng tên chính bạn',
  ipin: 'Xác thực bằng i-PIN (아이핀 인증)',
  ipinFor: 'điện thoại đứng tên công ty hoặc người thân, hoặc đang ở ngoài Hàn Quốc',
  identityWaiting: 'Hãy tiếp tục xác thực danh tính trong cửa sổ mới.',
  identityClosed: 'Cửa sổ xác thực đã đóng. Nếu chưa xác thực xong, hãy làm lại.',
  identityBlocked:
    'Cửa sổ xác thực đã bị chặn. Hãy cho phép cửa sổ bật lên trong trình duyệt, hoặc nhấn lại nút đó.',
  reRegistration: 'Đặt lại đăng ký mOTP (mOTP 등록 초기화)',
  reRegistrationFor: 'khi đổi điện thoại, cài lại ứng dụng, quên mật khẩu ứng dụng',
  newWindow: '(mở cửa sổ mới)',

  helpBoth: 'Cần trợ giúp? Hãy gọi {tel} hoặc nhấn {support}.',
  helpTel: 'Cần trợ giúp? Hãy gọi {tel}.',
  helpSupport: 'Cần trợ giúp? Hãy chọn {support}.',
  support: 'hỗ trợ từ xa',
  firstTime: 'Hướng dẫn dùng mOTP lần đầu',
  questions: 'Câu hỏi thường gặp',
  loading: 'Đang tải.',
  loadFailed: 'Không tải được nội dung. Hãy kiểm tra kết nối rồi mở lại.',
  guide: 'Hướng dẫn mOTP',
  manual: 'Tải tài liệu hướng dẫn',

  verified: 'Đã xác thực danh tính xong.',
  completed: 'Đã hoàn tất xác thực mOTP',
  startLesson: 'Bắt đầu học',
  startProgressTest: 'Bắt đầu bài kiểm tra',
  startExam: 'Bắt đầu thi',
  startAssignment: 'Bắt đầu bài tập',

  misconfigured: 'Trang này chưa được thiết lập đúng. Hãy liên hệ quản trị viên. (mã: {attribute})',
};

/** The locale. Its guide loads when it is opened. */
export const locale: Locale = {
  tag: 'vi',
  messages: vi,
  guide: () => import('./guide/vi.ts').then(({guide}) => guide),
};
