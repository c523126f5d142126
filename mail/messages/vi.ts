import type { MailMessages } from './mail-messages.ts';

export const vietnamese: MailMessages = {
  help: 'Bài mới được gửi qua email sau khi bạn xác nhận địa chỉ. Mỗi thư đều có liên kết để hủy đăng ký.',
  address: 'Địa chỉ email',
  howOften: 'Tần suất',
  immediately: 'Ngay lập tức',
  hourly: 'Mỗi giờ',
  daily: 'Mỗi ngày',
  follow: 'Theo dõi qua email',
  noAddress: 'Đây không phải là địa chỉ email.',
  checkMail: 'Hãy kiểm tra email',
  checkMailHelp:
    'Nếu địa chỉ này dùng được, một thư đang được gửi đến. Không có gì khác được gửi cho đến khi bạn xác nhận bằng liên kết trong thư, trong vòng 48 giờ.',
  confirm: 'Xác nhận: theo dõi một tìm kiếm',
  confirmed: 'Bạn đang theo dõi tìm kiếm này',
  lapsed: 'Liên kết này không còn dùng được',
  lapsedHelp: 'Liên kết đã được dùng hoặc đã quá cũ. Vui lòng theo dõi lại tìm kiếm.',
  unsubscribe: 'Hủy đăng ký',
  unsubscribed: 'Bạn không còn theo dõi tìm kiếm này. Địa chỉ của bạn đã bị xóa.',
  asked: 'Ai đó, có thể là bạn, đã yêu cầu nhận bài mới của tìm kiếm này qua email:',
  ignore: 'Nếu không phải bạn, không cần làm gì. Địa chỉ sẽ bị xóa sau 48 giờ.',
  newArticles: 'Bài mới',
  more: 'Bài khác',
  corrected: 'Đã đính chính',
  untitled: 'Không có tiêu đề',
  because: 'Bạn nhận được thư này vì bạn theo dõi tìm kiếm này.',
  privacy:
    'Nếu bạn theo dõi một tìm kiếm qua email, địa chỉ, tìm kiếm, ngôn ngữ và thời điểm gửi thư được lưu cho đến khi bạn hủy đăng ký, sau đó bị xóa. Địa chỉ chưa xác nhận bị xóa sau 48 giờ. Thư không chứa hình ảnh và không ghi lại việc đã đọc hay chưa.',
};
