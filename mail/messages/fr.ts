import type { MailMessages } from './mail-messages.ts';

export const french: MailMessages = {
  help: 'Les nouveaux articles arrivent par e-mail une fois votre adresse confirmée. Chaque message contient un lien pour se désabonner.',
  address: 'Adresse e-mail',
  howOften: 'Fréquence',
  immediately: 'Aussitôt',
  hourly: 'Toutes les heures',
  daily: 'Tous les jours',
  follow: 'Suivre par e-mail',
  noAddress: 'Ce n’est pas une adresse e-mail.',
  checkMail: 'Consultez votre messagerie',
  checkMailHelp:
    'Si cette adresse peut être utilisée, un message est en route. Rien d’autre n’est envoyé tant que vous n’avez pas confirmé par son lien, dans les 48 heures.',
  confirm: 'Confirmez : suivre une recherche',
  confirmed: 'Vous suivez maintenant cette recherche',
  lapsed: 'Ce lien n’est plus utilisable',
  lapsedHelp: 'Il a déjà servi ou il est trop ancien. Veuillez suivre la recherche à nouveau.',
  unsubscribe: 'Se désabonner',
  unsubscribed: 'Vous ne suivez plus cette recherche. Votre adresse est supprimée.',
  asked:
    'Quelqu’un, sans doute vous, a demandé à recevoir par e-mail les nouveaux articles de cette recherche :',
  ignore: 'Si ce n’était pas vous, ne faites rien. L’adresse est supprimée après 48 heures.',
  newArticles: 'Nouveaux articles',
  more: 'Autres articles',
  corrected: 'Corrigé',
  untitled: 'Sans titre',
  because: 'Vous recevez ce message parce que vous suivez cette recherche.',
  privacy:
    'Si vous suivez une recherche par e-mail, votre adresse, la recherche, la langue et les heures des messages sont conservées jusqu’à votre désabonnement, puis supprimées. Une adresse non confirmée est supprimée après 48 heures. Les messages ne contiennent pas d’images et n’enregistrent pas s’ils sont lus.',
};
