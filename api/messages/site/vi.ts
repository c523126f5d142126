import type { SiteMessages } from '../site-messages.ts';

export const vietnameseSite: SiteMessages = {
  filterAndSort: 'Lọc và sắp xếp',
  showResults: 'Xem kết quả',
  chosen: 'Bộ lọc đã chọn',
  remove: (name) => `Bỏ ${name}`,
  pastDay: '24 giờ qua',
  pastWeek: 'Tuần qua',
  pastMonth: 'Tháng qua',
  pastYear: 'Năm qua',
  anyTime: 'Mọi lúc',
  showAll: 'Hiện tất cả',
  findInList: 'Tìm trong danh sách này',
  copies: (count) => `${count} bản sao`,
  untitled: 'Không có tiêu đề',
  developers: 'Cho nhà phát triển',
  peak: 'Nhiều nhất',
  readAt: 'Đọc tại',
  cite: 'Trích dẫn',
  about: 'Giới thiệu',
  aboutText:
    'Dateline thu thập những gì các chính phủ và hãng tin công bố và cho phép tìm kiếm bằng nhiều ngôn ngữ. Mỗi bài giữ nguồn, ngày và mọi phiên bản của nó. Có thể tìm một người theo tên bằng bất kỳ chữ viết nào.',
  sources: 'Nguồn',
  lastArticle: 'Bài mới nhất',
  contact: 'Đính chính và gỡ bỏ',
  contactText:
    'Nếu văn bản, tên hoặc ngày bị sai, hoặc một bài không nên ở đây, hãy viết cho đơn vị vận hành và nêu địa chỉ trang. Những gì nguồn đính chính sẽ hiện thành phiên bản mới; những gì bị rút lại sẽ không hiện nữa.',
  imprint: 'Đơn vị vận hành',
  notConfigured: 'Đơn vị vận hành hệ thống này chưa cho biết tên hay địa chỉ.',
  privacy: 'Quyền riêng tư',
  privacyText:
    'Các trang không đặt cookie và không tải gì từ trang khác. Nhật ký lưu loại trang, thời gian, kết quả và thời lượng của yêu cầu, nhưng không lưu từ được tìm hay địa chỉ của người đọc. Để chống lạm dụng, số yêu cầu của một địa chỉ được đếm trong thời gian ngắn.',
  offline: 'Bạn đang ngoại tuyến',
  offlineHelp: 'Tìm kiếm cần có kết nối. Hãy thử lại khi trực tuyến.',
  whichDate: 'Ý bạn là ngày nào?',
};
