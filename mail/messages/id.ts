import type { MailMessages } from './mail-messages.ts';

export const indonesian: MailMessages = {
  help: 'Artikel baru dikirim lewat surel setelah Anda mengonfirmasi alamat. Setiap pesan memuat tautan untuk berhenti.',
  address: 'Alamat surel',
  howOften: 'Seberapa sering',
  immediately: 'Segera',
  hourly: 'Setiap jam',
  daily: 'Setiap hari',
  follow: 'Ikuti lewat surel',
  noAddress: 'Ini bukan alamat surel.',
  checkMail: 'Periksa surel Anda',
  checkMailHelp:
    'Jika alamat ini dapat dipakai, sebuah pesan sedang dikirim. Tidak ada kiriman lain sampai Anda mengonfirmasi lewat tautannya dalam 48 jam.',
  confirm: 'Konfirmasi: mengikuti pencarian',
  confirmed: 'Anda kini mengikuti pencarian ini',
  lapsed: 'Tautan ini tidak berlaku lagi',
  lapsedHelp: 'Tautan sudah dipakai atau terlalu lama. Silakan ikuti pencarian ini lagi.',
  unsubscribe: 'Berhenti berlangganan',
  unsubscribed: 'Anda tidak lagi mengikuti pencarian ini. Alamat Anda telah dihapus.',
  asked: 'Seseorang, mungkin Anda, meminta artikel baru dari pencarian ini dikirim lewat surel:',
  ignore: 'Jika bukan Anda, abaikan saja. Alamat dihapus setelah 48 jam.',
  newArticles: 'Artikel baru',
  more: 'Artikel lainnya',
  corrected: 'Dikoreksi',
  untitled: 'Tanpa judul',
  because: 'Anda menerima pesan ini karena mengikuti pencarian ini.',
  privacy:
    'Jika Anda mengikuti pencarian lewat surel, alamat, pencarian, bahasa, dan waktu pengiriman disimpan sampai Anda berhenti berlangganan, lalu dihapus. Alamat yang tidak dikonfirmasi dihapus setelah 48 jam. Pesan tidak memuat gambar dan tidak mencatat apakah dibaca.',
};
