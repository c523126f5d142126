import type { SiteMessages } from '../site-messages.ts';

export const portugueseSite: SiteMessages = {
  filterAndSort: 'Filtrar e ordenar',
  showResults: 'Ver resultados',
  chosen: 'Filtros escolhidos',
  remove: (name) => `Retirar ${name}`,
  pastDay: 'Últimas 24 horas',
  pastWeek: 'Última semana',
  pastMonth: 'Último mês',
  pastYear: 'Último ano',
  anyTime: 'Qualquer data',
  showAll: 'Ver tudo',
  findInList: 'Procurar nesta lista',
  copies: (count, plural) => `${count} ${plural === 'one' ? 'cópia' : 'cópias'}`,
  untitled: 'Sem título',
  developers: 'Para programadores',
  peak: 'Máximo',
  readAt: 'Ler em',
  cite: 'Citar',
  about: 'Sobre',
  aboutText:
    'O Dateline reúne o que governos e agências de notícias publicam e permite pesquisá-lo em muitas línguas. Cada artigo conserva a sua fonte, a sua data e todas as suas versões. As pessoas encontram-se pelo nome em qualquer escrita.',
  sources: 'Fontes',
  lastArticle: 'Último artigo',
  contact: 'Correções e remoção',
  contactText:
    'Se um texto, um nome ou uma data estiver errado, ou se um artigo não devesse estar aqui, escreva ao operador e indique o endereço da página. O que uma fonte corrige aparece como nova versão; o que é retirado deixa de ser mostrado.',
  imprint: 'Operador',
  notConfigured: 'O operador desta instalação não indicou nome nem endereço.',
  privacy: 'Privacidade',
  privacyText:
    'As páginas não usam cookies nem carregam nada de outros sítios. O registo guarda o tipo de página, a hora, o resultado e a duração de um pedido, mas não as palavras pesquisadas nem o endereço do leitor. Para limitar abusos, os pedidos de um endereço são contados durante pouco tempo.',
  offline: 'Sem ligação',
  offlineHelp: 'A pesquisa precisa de ligação. Tente de novo quando a tiver.',
  whichDate: 'Que dia se pretende?',
};
