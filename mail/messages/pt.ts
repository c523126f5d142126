import type { MailMessages } from './mail-messages.ts';

export const portuguese: MailMessages = {
  help: 'Os novos artigos chegam por e-mail depois que você confirmar o seu endereço. Cada mensagem tem um link para cancelar.',
  address: 'Endereço de e-mail',
  howOften: 'Com que frequência',
  immediately: 'Imediatamente',
  hourly: 'A cada hora',
  daily: 'Todos os dias',
  follow: 'Seguir por e-mail',
  noAddress: 'Isto não é um endereço de e-mail.',
  checkMail: 'Verifique o seu e-mail',
  checkMailHelp:
    'Se este endereço puder ser usado, uma mensagem está a caminho. Nada mais será enviado até você confirmar pelo link, dentro de 48 horas.',
  confirm: 'Confirme: seguir uma pesquisa',
  confirmed: 'Você agora segue esta pesquisa',
  lapsed: 'Este link já não pode ser usado',
  lapsedHelp: 'Já foi usado ou é antigo demais. Siga a pesquisa novamente.',
  unsubscribe: 'Cancelar a assinatura',
  unsubscribed: 'Você já não segue esta pesquisa. O seu endereço foi apagado.',
  asked: 'Alguém, provavelmente você, pediu para receber por e-mail os novos artigos desta pesquisa:',
  ignore: 'Se não foi você, não faça nada. O endereço é apagado após 48 horas.',
  newArticles: 'Novos artigos',
  more: 'Mais artigos',
  corrected: 'Corrigido',
  untitled: 'Sem título',
  because: 'Você recebe esta mensagem porque segue esta pesquisa.',
  privacy:
    'Se você segue uma pesquisa por e-mail, o seu endereço, a pesquisa, o idioma e os horários das mensagens são guardados até você cancelar; depois são apagados. Um endereço não confirmado é apagado após 48 horas. As mensagens não contêm imagens e não registram se são lidas.',
};
