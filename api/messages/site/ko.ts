import type { SiteMessages } from '../site-messages.ts';

export const koreanSite: SiteMessages = {
  filterAndSort: '필터 및 정렬',
  showResults: '결과 보기',
  chosen: '선택한 필터',
  remove: (name) => `${name} 제거`,
  pastDay: '지난 24시간',
  pastWeek: '지난 1주',
  pastMonth: '지난 1개월',
  pastYear: '지난 1년',
  anyTime: '전체 기간',
  showAll: '모두 보기',
  findInList: '이 목록에서 찾기',
  copies: (count) => `사본 ${count}건`,
  untitled: '제목 없음',
  developers: '개발자용',
  peak: '최다',
  readAt: '원문 읽기:',
  cite: '인용',
  about: '소개',
  aboutText:
    'Dateline은 각국 정부와 통신사가 발표한 내용을 모아 여러 언어로 검색할 수 있게 합니다. 기사마다 출처, 날짜, 모든 버전을 보존합니다. 인물은 어떤 문자로 쓴 이름으로도 찾을 수 있습니다.',
  sources: '출처',
  lastArticle: '최근 기사',
  contact: '정정 및 삭제',
  contactText:
    '본문, 이름, 날짜가 잘못되었거나 여기에 있으면 안 되는 기사가 있으면 페이지 주소를 적어 운영자에게 알려 주십시오. 출처가 정정한 내용은 새 버전으로 표시되고, 철회된 내용은 더 이상 표시되지 않습니다.',
  imprint: '운영자',
  notConfigured: '이 사이트의 운영자는 이름도 주소도 밝히지 않았습니다.',
  privacy: '개인정보 보호',
  privacyText:
    '페이지는 쿠키를 설정하지 않으며 다른 사이트에서 아무것도 불러오지 않습니다. 로그에는 페이지 종류, 시각, 결과, 소요 시간이 남지만 검색어와 독자의 주소는 남지 않습니다. 남용을 막기 위해 주소별 요청 수를 짧은 시간 동안 셉니다.',
  offline: '오프라인 상태입니다',
  offlineHelp: '검색하려면 연결이 필요합니다. 온라인일 때 다시 시도하십시오.',
  whichDate: '어느 날을 뜻합니까?',
};
