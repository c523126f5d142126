import type { SiteMessages } from '../site-messages.ts';

export const turkishSite: SiteMessages = {
  filterAndSort: 'Filtrele ve sırala',
  showResults: 'Sonuçları göster',
  chosen: 'Seçilen filtreler',
  remove: (name) => `${name} filtresini kaldır`,
  pastDay: 'Son 24 saat',
  pastWeek: 'Son bir hafta',
  pastMonth: 'Son bir ay',
  pastYear: 'Son bir yıl',
  anyTime: 'Tüm zamanlar',
  showAll: 'Tümünü göster',
  findInList: 'Bu listede bul',
  copies: (count) => `${count} kopya`,
  untitled: 'Başlıksız',
  developers: 'Geliştiriciler için',
  peak: 'En çok',
  readAt: 'Şurada oku:',
  cite: 'Alıntıla',
  about: 'Hakkında',
  aboutText:
    'Dateline, hükümetlerin ve haber ajanslarının yayımladıklarını toplar ve birçok dilde aranabilir kılar. Her haber kaynağını, tarihini ve bütün sürümlerini korur. Kişiler herhangi bir yazıdaki adlarıyla bulunur.',
  sources: 'Kaynaklar',
  lastArticle: 'Son haber',
  contact: 'Düzeltme ve kaldırma',
  contactText:
    'Bir metin, ad veya tarih yanlışsa ya da bir haber burada olmamalıysa, sayfanın adresini belirterek işletene yazın. Kaynağın düzelttiği metin yeni sürüm olarak görünür; geri çekilen artık gösterilmez.',
  imprint: 'İşleten',
  notConfigured: 'Bu kurulumun işleteni ad veya adres vermemiş.',
  privacy: 'Gizlilik',
  privacyText:
    'Sayfalar çerez kullanmaz ve başka sitelerden hiçbir şey yüklemez. Günlük, sayfanın türünü, saati, sonucu ve isteğin süresini tutar; aranan sözcükleri ve okurun adresini tutmaz. Kötüye kullanıma karşı bir adresin istekleri kısa süre sayılır.',
  offline: 'Çevrimdışısınız',
  offlineHelp: 'Arama için bağlantı gerekir. Çevrimiçi olduğunuzda yeniden deneyin.',
  whichDate: 'Hangi gün kastediliyor?',
};
