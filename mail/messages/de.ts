import type { MailMessages } from './mail-messages.ts';

export const german: MailMessages = {
  help: 'Neue Artikel kommen per E-Mail, sobald Sie Ihre Adresse bestätigt haben. Jede Nachricht enthält einen Link zum Abbestellen.',
  address: 'E-Mail-Adresse',
  howOften: 'Wie oft',
  immediately: 'Sofort',
  hourly: 'Stündlich',
  daily: 'Täglich',
  follow: 'Per E-Mail folgen',
  noAddress: 'Das ist keine E-Mail-Adresse.',
  checkMail: 'Sehen Sie in Ihr Postfach',
  checkMailHelp:
    'Wenn diese Adresse verwendet werden kann, ist eine Nachricht unterwegs. Es wird nichts weiter gesendet, bis Sie mit dem Link darin bestätigen, innerhalb von 48 Stunden.',
  confirm: 'Bestätigen: einer Suche folgen',
  confirmed: 'Sie folgen nun dieser Suche',
  lapsed: 'Dieser Link gilt nicht mehr',
  lapsedHelp: 'Er wurde benutzt oder ist zu alt. Bitte folgen Sie der Suche noch einmal.',
  unsubscribe: 'Abbestellen',
  unsubscribed: 'Sie folgen dieser Suche nicht mehr. Ihre Adresse ist gelöscht.',
  asked: 'Jemand, wahrscheinlich Sie, möchte neue Artikel dieser Suche per E-Mail erhalten:',
  ignore: 'Waren Sie es nicht, so brauchen Sie nichts zu tun. Die Adresse wird nach 48 Stunden gelöscht.',
  newArticles: 'Neue Artikel',
  more: 'Weitere Artikel',
  corrected: 'Berichtigt',
  untitled: 'Ohne Titel',
  because: 'Sie erhalten diese Nachricht, weil Sie dieser Suche folgen.',
  privacy:
    'Wenn Sie einer Suche per E-Mail folgen, werden Ihre Adresse, die Suche, die Sprache und die Zeiten der Nachrichten gespeichert, bis Sie abbestellen; dann werden sie gelöscht. Eine unbestätigte Adresse wird nach 48 Stunden gelöscht. Die Nachrichten enthalten keine Bilder und halten nicht fest, ob sie gelesen werden.',
};
