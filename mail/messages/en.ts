import type { MailMessages } from './mail-messages.ts';

export const english: MailMessages = {
  help: 'New articles come by e-mail once you have confirmed your address. Every message has a link that ends them.',
  address: 'E-mail address',
  howOften: 'How often',
  immediately: 'At once',
  hourly: 'Every hour',
  daily: 'Every day',
  follow: 'Follow by e-mail',
  noAddress: 'This is not an e-mail address.',
  checkMail: 'Check your e-mail',
  checkMailHelp:
    'If this address can be used, a message is on its way to it. Nothing else is sent until you confirm by its link, within 48 hours.',
  confirm: 'Confirm: follow a search',
  confirmed: 'You now follow this search',
  lapsed: 'This link can no longer be used',
  lapsedHelp: 'It was used or is too old. Please follow the search again.',
  unsubscribe: 'Unsubscribe',
  unsubscribed: 'You no longer follow this search. Your address is deleted.',
  asked: 'Somebody, probably you, asked to get new articles of this search by e-mail:',
  ignore: 'If it was not you, do nothing. The address is deleted after 48 hours.',
  newArticles: 'New articles',
  more: 'More articles',
  corrected: 'Corrected',
  untitled: 'Untitled',
  because: 'You get this message because you follow this search.',
  privacy:
    'If you follow a search by e-mail, your address, the search, the language and the times of messages are kept until you unsubscribe; then they are deleted. An address that is not confirmed is deleted after 48 hours. Messages contain no images and do not record whether they are read.',
};
