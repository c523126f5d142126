import { acronym } from './analysis-parts.ts';
import type { LanguageProfile } from './profile.ts';

/** The mark of a tone over either of two vowels (hòa, hoà), and toned y or i behind a consonant (kỹ, kĩ). */
const vietnameseSpellings: readonly string[] = [
  ...['òa oà', 'óa oá', 'ỏa oả', 'õa oã', 'ọa oạ', 'òe oè', 'óe oé', 'ỏe oẻ', 'õe oẽ', 'ọe oẹ'],
  ...['ùy uỳ', 'úy uý', 'ủy uỷ', 'ũy uỹ', 'ụy uỵ', 'Ùy Uỳ', 'Úy Uý', 'Ủy Uỷ', 'Ũy Uỹ', 'Ụy Uỵ'],
  ...['ý í', 'ỳ ì', 'ỷ ỉ', 'ỹ ĩ', 'ỵ ị'].flatMap((toned) => {
    const [y, i] = toned.split(' ');
    return [...'klmtshKLMTSH'].map((consonant) => `${consonant}${y} ${consonant}${i}`);
  }),
].map((pair) => pair.replace(' ', ' => '));

/** All that the system knows about Vietnamese. */
export const vietnamese: LanguageProfile = {
  code: 'vi',
  name: 'Tiếng Việt',
  scripts: ['Latn'],
  direction: 'ltr',
  analysis: {
    // Its marks are letters of its own.
    digraphs: 'none',
    charFilters: { vi_spelling: { type: 'mapping', mappings: vietnameseSpellings } },
    filters: {
      ...acronym,
      // A word asked for without its marks finds it with any; with marks, only itself. In `.exact` alone: in both fields
      // a word that has no marks would rank like all that lose theirs.
      vi_folding: { type: 'asciifolding', preserve_original: true },
      vi_words: { type: 'shingle', min_shingle_size: 2, max_shingle_size: 2, output_unigrams: false },
    },
    text: {
      charFilters: ['vi_spelling'],
      tokenizer: 'icu_tokenizer',
      filters: ['icu_normalizer', 'acronym'],
    },
    exact: {
      charFilters: ['vi_spelling'],
      tokenizer: 'icu_tokenizer',
      filters: ['icu_normalizer', 'acronym', 'vi_folding'],
    },
    exactSearch: {
      charFilters: ['vi_spelling'],
      tokenizer: 'icu_tokenizer',
      filters: ['icu_normalizer', 'acronym'],
    },
    // Words are of one syllable or two, and a space stands between syllables.
    bigram: {
      charFilters: ['vi_spelling'],
      tokenizer: 'icu_tokenizer',
      filters: ['icu_normalizer', 'vi_words'],
    },
  },
  dates: {
    months: [
      ['tháng 1', 'thg 1'],
      ['tháng 2', 'thg 2'],
      ['tháng 3', 'thg 3'],
      ['tháng 4', 'thg 4'],
      ['tháng 5', 'thg 5'],
      ['tháng 6', 'thg 6'],
      ['tháng 7', 'thg 7'],
      ['tháng 8', 'thg 8'],
      ['tháng 9', 'thg 9'],
      ['tháng 10', 'thg 10'],
      ['tháng 11', 'thg 11'],
      ['tháng 12', 'thg 12'],
    ],
    weekdays: [
      ['thứ hai', 'thứ 2'],
      ['thứ ba', 'thứ 3'],
      ['thứ tư', 'thứ 4'],
      ['thứ năm', 'thứ 5'],
      ['thứ sáu', 'thứ 6'],
      ['thứ bảy', 'thứ 7'],
      ['chủ nhật', 'cn'],
    ],
    order: 'dmy',
    clock: { morning: ['sa', 'sáng'], afternoon: ['ch', 'chiều', 'tối'], before: ['lúc'] },
    publishedLabels: ['đăng', 'xuất bản', 'ngày đăng', 'đăng ngày', 'ngày xuất bản', 'đăng lúc'],
    updatedLabels: ['cập nhật', 'cập nhật lần cuối', 'cập nhật lúc', 'sửa đổi'],
  },
  creditWords: { photo: ['ảnh', 'hình'] },
  credits: [
    'Nguồn: {agency}',
    'Nguồn {agency}',
    'Theo {agency}',
    '(Theo {agency})',
    'Theo: {agency}',
    '(Nguồn: {agency})',
    'Nguồn tin: {agency}',
  ],
  furniture: {
    menu: [
      'trang chủ',
      'menu',
      'tìm kiếm',
      'đăng nhập',
      'đăng ký',
      'chia sẻ',
      'in',
      'liên hệ',
      'giới thiệu',
      'về chúng tôi',
      'sơ đồ trang',
      'lên đầu trang',
      'quảng cáo',
      'bình luận',
      'tiếp theo',
      'trước',
      'xem thêm',
      'đọc thêm',
      'video',
      'ảnh',
    ],
    legal: [
      'bản quyền',
      'giữ bản quyền',
      'giấy phép',
      'cơ quan chủ quản',
      'tổng biên tập',
      'ghi rõ nguồn',
      'chính sách',
      'trang web này',
      '® ghi rõ',
      'số đăng ký',
      'giấy phép số',
      'số giấy phép',
      'mã số thuế',
      'issn',
      'đơn vị chủ quản',
    ],
    related: [
      'tin liên quan',
      'bài liên quan',
      'tin cùng chuyên mục',
      'bài cùng chuyên mục',
      'tin khác',
      'các tin khác',
      'các bài khác',
      'xem thêm',
      'đọc thêm',
      'tin mới',
      'tin mới nhất',
      'đọc nhiều',
      'xem nhiều',
      'ý kiến bạn đọc',
      'bình luận',
      'từ khóa',
      'chia sẻ bài',
      'chia sẻ lên',
      'chia sẻ qua',
      'theo dõi chúng tôi',
      'theo dõi báo',
      'tải ứng dụng',
      'quét mã',
      'đăng ký nhận',
    ],
  },
};
