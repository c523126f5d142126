import type { SiteMessages } from '../site-messages.ts';

export const italianSite: SiteMessages = {
  filterAndSort: 'Filtra e ordina',
  showResults: 'Mostra i risultati',
  chosen: 'Filtri scelti',
  remove: (name) => `Togli ${name}`,
  pastDay: 'Ultime 24 ore',
  pastWeek: 'Ultima settimana',
  pastMonth: 'Ultimo mese',
  pastYear: 'Ultimo anno',
  anyTime: 'Qualsiasi data',
  showAll: 'Mostra tutto',
  findInList: 'Cerca in questo elenco',
  copies: (count, plural) => (plural === 'one' ? `${count} copia` : `${count} copie`),
  untitled: 'Senza titolo',
  developers: 'Per sviluppatori',
  peak: 'Massimo',
  readAt: 'Leggi su',
  cite: 'Cita',
  about: 'Informazioni',
  aboutText:
    'Dateline raccoglie ciò che governi e agenzie di stampa pubblicano e permette di cercarlo in molte lingue. Ogni articolo conserva la fonte, la data e tutte le sue versioni. Le persone si trovano per nome in qualsiasi scrittura.',
  sources: 'Fonti',
  lastArticle: 'Ultimo articolo',
  contact: 'Correzioni e rimozione',
  contactText:
    'Se un testo, un nome o una data è sbagliato, o un articolo non dovrebbe essere qui, scrivi al gestore indicando l’indirizzo della pagina. Ciò che una fonte corregge appare come nuova versione; ciò che viene ritirato non è più mostrato.',
  imprint: 'Gestore',
  notConfigured: 'Il gestore di questa installazione non ha indicato né nome né indirizzo.',
  privacy: 'Privacy',
  privacyText:
    'Le pagine non usano cookie e non caricano nulla da altri siti. Il registro conserva il tipo di pagina, l’ora, l’esito e la durata di una richiesta, ma non le parole cercate né l’indirizzo di chi legge. Contro gli abusi, le richieste di un indirizzo sono contate per breve tempo.',
  offline: 'Sei offline',
  offlineHelp: 'La ricerca ha bisogno di una connessione. Riprova quando sarai online.',
  whichDate: 'Quale giorno si intende?',
};
