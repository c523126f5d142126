import type { MailMessages } from './mail-messages.ts';

export const spanish: MailMessages = {
  help: 'Los artículos nuevos llegan por correo electrónico cuando haya confirmado su dirección. Cada mensaje tiene un enlace para darse de baja.',
  address: 'Dirección de correo electrónico',
  howOften: 'Con qué frecuencia',
  immediately: 'Al momento',
  hourly: 'Cada hora',
  daily: 'Cada día',
  follow: 'Seguir por correo electrónico',
  noAddress: 'Esto no es una dirección de correo electrónico.',
  checkMail: 'Mire su correo',
  checkMailHelp:
    'Si esta dirección puede usarse, hay un mensaje en camino. No se enviará nada más hasta que confirme con su enlace, en un plazo de 48 horas.',
  confirm: 'Confirme: seguir una búsqueda',
  confirmed: 'Ya sigue esta búsqueda',
  lapsed: 'Este enlace ya no se puede usar',
  lapsedHelp: 'Ya se usó o es demasiado antiguo. Vuelva a seguir la búsqueda.',
  unsubscribe: 'Darse de baja',
  unsubscribed: 'Ya no sigue esta búsqueda. Su dirección se ha borrado.',
  asked:
    'Alguien, probablemente usted, pidió recibir por correo electrónico los artículos nuevos de esta búsqueda:',
  ignore: 'Si no fue usted, no haga nada. La dirección se borra después de 48 horas.',
  newArticles: 'Artículos nuevos',
  more: 'Más artículos',
  corrected: 'Corregido',
  untitled: 'Sin título',
  because: 'Recibe este mensaje porque sigue esta búsqueda.',
  privacy:
    'Si sigue una búsqueda por correo electrónico, su dirección, la búsqueda, el idioma y las horas de los mensajes se guardan hasta que se dé de baja; después se borran. Una dirección sin confirmar se borra después de 48 horas. Los mensajes no contienen imágenes ni registran si se leen.',
};
