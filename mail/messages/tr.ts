import type { MailMessages } from './mail-messages.ts';

export const turkish: MailMessages = {
  help: 'Adresinizi onayladıktan sonra yeni haberler e-postayla gelir. Her iletide aboneliği bitiren bir bağlantı vardır.',
  address: 'E-posta adresi',
  howOften: 'Ne sıklıkta',
  immediately: 'Hemen',
  hourly: 'Her saat',
  daily: 'Her gün',
  follow: 'E-postayla takip et',
  noAddress: 'Bu bir e-posta adresi değil.',
  checkMail: 'E-postanıza bakın',
  checkMailHelp:
    'Bu adres kullanılabiliyorsa bir ileti yolda. İletideki bağlantıyla 48 saat içinde onaylayana kadar başka bir şey gönderilmez.',
  confirm: 'Onaylayın: bir aramayı takip etme',
  confirmed: 'Artık bu aramayı takip ediyorsunuz',
  lapsed: 'Bu bağlantı artık kullanılamaz',
  lapsedHelp: 'Kullanılmış ya da çok eski. Lütfen aramayı yeniden takip edin.',
  unsubscribe: 'Abonelikten çık',
  unsubscribed: 'Artık bu aramayı takip etmiyorsunuz. Adresiniz silindi.',
  asked: 'Biri, büyük olasılıkla siz, bu aramanın yeni haberlerini e-postayla almak istedi:',
  ignore: 'Bu siz değilseniz bir şey yapmayın. Adres 48 saat sonra silinir.',
  newArticles: 'Yeni haberler',
  more: 'Diğer haberler',
  corrected: 'Düzeltildi',
  untitled: 'Başlıksız',
  because: 'Bu iletiyi bu aramayı takip ettiğiniz için alıyorsunuz.',
  privacy:
    'Bir aramayı e-postayla takip ederseniz adresiniz, arama, dil ve iletilerin zamanları siz abonelikten çıkana kadar saklanır, sonra silinir. Onaylanmayan adres 48 saat sonra silinir. İletiler resim içermez ve okunup okunmadıklarını kaydetmez.',
};
