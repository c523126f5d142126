import type { MailMessages } from './mail-messages.ts';

export const italian: MailMessages = {
  help: 'I nuovi articoli arrivano per e-mail dopo la conferma dell’indirizzo. Ogni messaggio ha un link per annullare l’iscrizione.',
  address: 'Indirizzo e-mail',
  howOften: 'Con quale frequenza',
  immediately: 'Subito',
  hourly: 'Ogni ora',
  daily: 'Ogni giorno',
  follow: 'Segui per e-mail',
  noAddress: 'Questo non è un indirizzo e-mail.',
  checkMail: 'Controlla la posta',
  checkMailHelp:
    'Se questo indirizzo può essere usato, un messaggio è in arrivo. Non viene inviato altro finché non confermi con il suo link, entro 48 ore.',
  confirm: 'Conferma: seguire una ricerca',
  confirmed: 'Ora segui questa ricerca',
  lapsed: 'Questo link non è più valido',
  lapsedHelp: 'È già stato usato o è troppo vecchio. Segui di nuovo la ricerca.',
  unsubscribe: 'Annulla l’iscrizione',
  unsubscribed: 'Non segui più questa ricerca. Il tuo indirizzo è stato eliminato.',
  asked: 'Qualcuno, probabilmente tu, ha chiesto di ricevere per e-mail i nuovi articoli di questa ricerca:',
  ignore: 'Se non sei stato tu, non fare nulla. L’indirizzo viene eliminato dopo 48 ore.',
  newArticles: 'Nuovi articoli',
  more: 'Altri articoli',
  corrected: 'Corretto',
  untitled: 'Senza titolo',
  because: 'Ricevi questo messaggio perché segui questa ricerca.',
  privacy:
    'Se segui una ricerca per e-mail, l’indirizzo, la ricerca, la lingua e gli orari dei messaggi sono conservati fino all’annullamento, poi eliminati. Un indirizzo non confermato viene eliminato dopo 48 ore. I messaggi non contengono immagini e non registrano se vengono letti.',
};
