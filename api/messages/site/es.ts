import type { SiteMessages } from '../site-messages.ts';

export const spanishSite: SiteMessages = {
  filterAndSort: 'Filtrar y ordenar',
  showResults: 'Ver resultados',
  chosen: 'Filtros elegidos',
  remove: (name) => `Quitar ${name}`,
  pastDay: 'Últimas 24 horas',
  pastWeek: 'Última semana',
  pastMonth: 'Último mes',
  pastYear: 'Último año',
  anyTime: 'Cualquier fecha',
  showAll: 'Ver todo',
  findInList: 'Buscar en esta lista',
  copies: (count, plural) => `${count} ${plural === 'one' ? 'copia' : 'copias'}`,
  untitled: 'Sin título',
  developers: 'Para desarrolladores',
  peak: 'Máximo',
  readAt: 'Leer en',
  cite: 'Citar',
  about: 'Acerca de',
  aboutText:
    'Dateline reúne lo que publican gobiernos y agencias de noticias y permite buscarlo en muchos idiomas. Cada artículo conserva su fuente, su fecha y todas sus versiones. Las personas se encuentran por su nombre en cualquier escritura.',
  sources: 'Fuentes',
  lastArticle: 'Último artículo',
  contact: 'Correcciones y retirada',
  contactText:
    'Si un texto, un nombre o una fecha es incorrecto, o un artículo no debería estar aquí, escriba al operador e indique la dirección de la página. Lo que una fuente corrige aparece como nueva versión; lo que se retira deja de mostrarse.',
  imprint: 'Aviso legal',
  notConfigured: 'El operador de esta instalación no ha indicado ni nombre ni dirección.',
  privacy: 'Privacidad',
  privacyText:
    'Las páginas no usan cookies ni cargan nada de otros sitios. El registro guarda el tipo de página, la hora, el resultado y la duración de una petición, pero no las palabras buscadas ni la dirección del lector. Para limitar abusos, las peticiones de una dirección se cuentan durante un breve tiempo.',
  offline: 'Sin conexión',
  offlineHelp: 'La búsqueda necesita conexión. Inténtelo de nuevo cuando la tenga.',
  whichDate: '¿Qué día se quiere decir?',
};
