import type { MailMessages } from './mail-messages.ts';

export const polish: MailMessages = {
  help: 'Nowe artykuły przychodzą e-mailem po potwierdzeniu adresu. Każda wiadomość zawiera link do rezygnacji.',
  address: 'Adres e-mail',
  howOften: 'Jak często',
  immediately: 'Od razu',
  hourly: 'Co godzinę',
  daily: 'Codziennie',
  follow: 'Obserwuj przez e-mail',
  noAddress: 'To nie jest adres e-mail.',
  checkMail: 'Sprawdź pocztę',
  checkMailHelp:
    'Jeśli tego adresu można użyć, wiadomość jest już w drodze. Nic więcej nie zostanie wysłane, dopóki nie potwierdzisz linkiem w ciągu 48 godzin.',
  confirm: 'Potwierdź: obserwowanie wyszukiwania',
  confirmed: 'Obserwujesz teraz to wyszukiwanie',
  lapsed: 'Ten link jest już nieważny',
  lapsedHelp: 'Został użyty albo jest za stary. Zacznij obserwować wyszukiwanie ponownie.',
  unsubscribe: 'Zrezygnuj',
  unsubscribed: 'Nie obserwujesz już tego wyszukiwania. Twój adres został usunięty.',
  asked: 'Ktoś, prawdopodobnie Ty, poprosił o przysyłanie e-mailem nowych artykułów z tego wyszukiwania:',
  ignore: 'Jeśli to nie Ty, nie rób nic. Adres zostanie usunięty po 48 godzinach.',
  newArticles: 'Nowe artykuły',
  more: 'Więcej artykułów',
  corrected: 'Poprawiono',
  untitled: 'Bez tytułu',
  because: 'Otrzymujesz tę wiadomość, ponieważ obserwujesz to wyszukiwanie.',
  privacy:
    'Jeśli obserwujesz wyszukiwanie przez e-mail, Twój adres, wyszukiwanie, język i czas wysłania wiadomości są przechowywane do rezygnacji, a potem usuwane. Niepotwierdzony adres jest usuwany po 48 godzinach. Wiadomości nie zawierają obrazów i nie zapisują, czy zostały przeczytane.',
};
