import type { MailMessages } from './mail-messages.ts';

export const dutch: MailMessages = {
  help: 'Nieuwe artikelen komen per e-mail zodra u uw adres hebt bevestigd. Elk bericht bevat een link om op te zeggen.',
  address: 'E-mailadres',
  howOften: 'Hoe vaak',
  immediately: 'Meteen',
  hourly: 'Elk uur',
  daily: 'Elke dag',
  follow: 'Volgen per e-mail',
  noAddress: 'Dit is geen e-mailadres.',
  checkMail: 'Kijk in uw e-mail',
  checkMailHelp:
    'Als dit adres kan worden gebruikt, is er een bericht onderweg. Er wordt verder niets verstuurd tot u binnen 48 uur met de link bevestigt.',
  confirm: 'Bevestig: een zoekopdracht volgen',
  confirmed: 'U volgt nu deze zoekopdracht',
  lapsed: 'Deze link werkt niet meer',
  lapsedHelp: 'Hij is gebruikt of te oud. Volg de zoekopdracht opnieuw.',
  unsubscribe: 'Afmelden',
  unsubscribed: 'U volgt deze zoekopdracht niet meer. Uw adres is verwijderd.',
  asked: 'Iemand, waarschijnlijk uzelf, wil nieuwe artikelen van deze zoekopdracht per e-mail ontvangen:',
  ignore: 'Was u het niet, dan hoeft u niets te doen. Het adres wordt na 48 uur verwijderd.',
  newArticles: 'Nieuwe artikelen',
  more: 'Meer artikelen',
  corrected: 'Gecorrigeerd',
  untitled: 'Zonder titel',
  because: 'U krijgt dit bericht omdat u deze zoekopdracht volgt.',
  privacy:
    'Als u een zoekopdracht per e-mail volgt, worden uw adres, de zoekopdracht, de taal en de tijden van berichten bewaard tot u zich afmeldt; daarna worden ze verwijderd. Een niet-bevestigd adres wordt na 48 uur verwijderd. Berichten bevatten geen afbeeldingen en leggen niet vast of ze worden gelezen.',
};
