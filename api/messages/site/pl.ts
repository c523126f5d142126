import type { SiteMessages } from '../site-messages.ts';

export const polishSite: SiteMessages = {
  filterAndSort: 'Filtruj i sortuj',
  showResults: 'Pokaż wyniki',
  chosen: 'Wybrane filtry',
  remove: (name) => `Usuń: ${name}`,
  pastDay: 'Ostatnie 24 godziny',
  pastWeek: 'Ostatni tydzień',
  pastMonth: 'Ostatni miesiąc',
  pastYear: 'Ostatni rok',
  anyTime: 'Dowolny czas',
  showAll: 'Pokaż wszystko',
  findInList: 'Znajdź na tej liście',
  copies: (count, plural) => {
    if (plural === 'one') return `${count} kopia`;
    if (plural === 'few') return `${count} kopie`;
    return `${count} kopii`;
  },
  untitled: 'Bez tytułu',
  developers: 'Dla programistów',
  peak: 'Najwięcej',
  readAt: 'Czytaj na',
  cite: 'Cytuj',
  about: 'O serwisie',
  aboutText:
    'Dateline gromadzi to, co publikują rządy i agencje prasowe, i pozwala to przeszukiwać w wielu językach. Każdy artykuł zachowuje źródło, datę i wszystkie wersje. Osoby można znaleźć po nazwisku w dowolnym piśmie.',
  sources: 'Źródła',
  lastArticle: 'Ostatni artykuł',
  contact: 'Poprawki i usuwanie',
  contactText:
    'Jeśli tekst, nazwisko lub data są błędne albo artykułu nie powinno tu być, napisz do operatora i podaj adres strony. To, co poprawia źródło, pojawia się jako nowa wersja; to, co wycofano, nie jest już pokazywane.',
  imprint: 'Operator',
  notConfigured: 'Operator tej instalacji nie podał nazwy ani adresu.',
  privacy: 'Prywatność',
  privacyText:
    'Strony nie używają plików cookie i nie wczytują niczego z innych witryn. Dziennik przechowuje rodzaj strony, czas, wynik i czas trwania żądania, ale ani szukanych słów, ani adresu czytelnika. Aby ograniczyć nadużycia, żądania z jednego adresu są przez krótki czas liczone.',
  offline: 'Brak połączenia',
  offlineHelp: 'Wyszukiwanie wymaga połączenia. Spróbuj ponownie, gdy wróci.',
  whichDate: 'O który dzień chodzi?',
};
