import type { MailMessages } from './mail-messages.ts';

export const traditionalChinese: MailMessages = {
  help: '確認電子郵件地址後，新文章會以電子郵件寄給您。每封郵件都附有取消訂閱的連結。',
  address: '電子郵件地址',
  howOften: '頻率',
  immediately: '立即',
  hourly: '每小時',
  daily: '每天',
  follow: '以電子郵件追蹤',
  noAddress: '這不是有效的電子郵件地址。',
  checkMail: '請查看您的信箱',
  checkMailHelp:
    '如果此地址可以使用，一封郵件正在寄送途中。在您於48小時內點選其中的連結確認之前，不會再寄送其他郵件。',
  confirm: '確認：追蹤一項搜尋',
  confirmed: '您已追蹤此搜尋',
  lapsed: '此連結已失效',
  lapsedHelp: '它已被使用或已過期。請重新追蹤此搜尋。',
  unsubscribe: '取消訂閱',
  unsubscribed: '您已不再追蹤此搜尋。您的地址已刪除。',
  asked: '有人（可能是您）要求以電子郵件接收此搜尋的新文章：',
  ignore: '如果不是您本人，請忽略此郵件。該地址將在48小時後刪除。',
  newArticles: '新文章',
  more: '更多文章',
  corrected: '已更正',
  untitled: '無標題',
  because: '您收到此郵件是因為您追蹤了此搜尋。',
  privacy:
    '如果您以電子郵件追蹤搜尋，您的地址、搜尋內容、語言和寄送時間會保存到您取消訂閱為止，隨後刪除。未確認的地址在48小時後刪除。郵件不含圖片，也不記錄是否有人閱讀。',
};
