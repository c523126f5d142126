import type { MailMessages } from './mail-messages.ts';

export const chinese: MailMessages = {
  help: '确认邮箱地址后，新文章会通过电子邮件发送给您。每封邮件都有退订链接。',
  address: '电子邮箱地址',
  howOften: '频率',
  immediately: '立即',
  hourly: '每小时',
  daily: '每天',
  follow: '通过电子邮件关注',
  noAddress: '这不是有效的电子邮箱地址。',
  checkMail: '请查看您的邮箱',
  checkMailHelp:
    '如果此地址可用，一封邮件正在发送途中。在您于48小时内通过其中的链接确认之前，不会再发送其他邮件。',
  confirm: '确认：关注一项搜索',
  confirmed: '您已关注此搜索',
  lapsed: '此链接已失效',
  lapsedHelp: '它已被使用或已过期。请重新关注此搜索。',
  unsubscribe: '退订',
  unsubscribed: '您已不再关注此搜索。您的地址已删除。',
  asked: '有人（可能是您）请求通过电子邮件接收此搜索的新文章：',
  ignore: '如果不是您本人，请忽略此邮件。该地址将在48小时后删除。',
  newArticles: '新文章',
  more: '更多文章',
  corrected: '已更正',
  untitled: '无标题',
  because: '您收到此邮件是因为您关注了此搜索。',
  privacy:
    '如果您通过电子邮件关注搜索，您的地址、搜索内容、语言和发送时间会保存到您退订为止，随后删除。未确认的地址在48小时后删除。邮件不含图片，也不记录是否被阅读。',
};
