import type { SiteMessages } from '../site-messages.ts';

export const indonesianSite: SiteMessages = {
  filterAndSort: 'Filter dan urutan',
  showResults: 'Tampilkan hasil',
  chosen: 'Filter yang dipilih',
  remove: (name) => `Hapus ${name}`,
  pastDay: '24 jam terakhir',
  pastWeek: 'Seminggu terakhir',
  pastMonth: 'Sebulan terakhir',
  pastYear: 'Setahun terakhir',
  anyTime: 'Kapan saja',
  showAll: 'Tampilkan semua',
  findInList: 'Cari dalam daftar ini',
  copies: (count) => `${count} salinan`,
  untitled: 'Tanpa judul',
  developers: 'Untuk pengembang',
  peak: 'Terbanyak',
  readAt: 'Baca di',
  cite: 'Kutip',
  about: 'Tentang',
  aboutText:
    'Dateline mengumpulkan apa yang diterbitkan pemerintah dan kantor berita serta membuatnya dapat dicari dalam banyak bahasa. Setiap artikel menyimpan sumber, tanggal, dan semua versinya. Orang ditemukan dengan namanya dalam aksara apa pun.',
  sources: 'Sumber',
  lastArticle: 'Artikel terakhir',
  contact: 'Koreksi dan penghapusan',
  contactText:
    'Jika teks, nama, atau tanggal salah, atau sebuah artikel tidak semestinya ada di sini, tulislah kepada pengelola dan sebutkan alamat halamannya. Apa yang dikoreksi sumber tampil sebagai versi baru; yang ditarik tidak ditampilkan lagi.',
  imprint: 'Pengelola',
  notConfigured: 'Pengelola pemasangan ini tidak memberikan nama atau alamat.',
  privacy: 'Privasi',
  privacyText:
    'Halaman tidak memakai kuki dan tidak memuat apa pun dari situs lain. Log menyimpan jenis halaman, waktu, hasil, dan lama permintaan, tetapi bukan kata yang dicari atau alamat pembaca. Untuk mencegah penyalahgunaan, permintaan dari satu alamat dihitung untuk waktu singkat.',
  offline: 'Anda sedang luring',
  offlineHelp: 'Pencarian memerlukan koneksi. Coba lagi saat Anda daring.',
  whichDate: 'Hari mana yang dimaksud?',
};
