import type { MailMessages } from './mail-messages.ts';

export const korean: MailMessages = {
  help: '주소를 확인하면 새 기사가 이메일로 전송됩니다. 모든 메일에 수신 거부 링크가 있습니다.',
  address: '이메일 주소',
  howOften: '빈도',
  immediately: '즉시',
  hourly: '매시간',
  daily: '매일',
  follow: '이메일로 팔로우',
  noAddress: '이메일 주소가 아닙니다.',
  checkMail: '이메일을 확인하세요',
  checkMailHelp:
    '이 주소를 사용할 수 있으면 메일이 전송됩니다. 48시간 안에 메일의 링크로 확인할 때까지 다른 메일은 보내지 않습니다.',
  confirm: '확인: 검색 팔로우',
  confirmed: '이제 이 검색을 팔로우합니다',
  lapsed: '이 링크는 더 이상 사용할 수 없습니다',
  lapsedHelp: '이미 사용했거나 너무 오래되었습니다. 검색을 다시 팔로우하세요.',
  unsubscribe: '수신 거부',
  unsubscribed: '더 이상 이 검색을 팔로우하지 않습니다. 주소가 삭제되었습니다.',
  asked: '누군가(아마도 본인)가 이 검색의 새 기사를 이메일로 받겠다고 요청했습니다:',
  ignore: '본인이 아니라면 아무것도 하지 마세요. 주소는 48시간 후 삭제됩니다.',
  newArticles: '새 기사',
  more: '더 많은 기사',
  corrected: '정정됨',
  untitled: '제목 없음',
  because: '이 검색을 팔로우하고 있어 이 메일을 보냅니다.',
  privacy:
    '검색을 이메일로 팔로우하면 주소, 검색, 언어, 발송 시각이 수신 거부할 때까지 보관된 뒤 삭제됩니다. 확인하지 않은 주소는 48시간 후 삭제됩니다. 메일에는 이미지가 없으며 읽었는지 기록하지 않습니다.',
};
