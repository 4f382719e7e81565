import type { Catalogue } from '../catalogue';
import type { search as ja } from '../ja/search';

export const search: Catalogue<typeof ja> = {
  label: 'Words to look for',
  go: 'Search',
  title: 'Search',
  titleOf: 'Results for “{{words}}”',
  lead: 'Hiragana and katakana, full and half width, old and new characters are the same. Of several words all have to be there.',
  nothing: 'Nothing that you may see contains “{{words}}”. Please try fewer letters, or the reading.',
  allKinds: 'Search in everything',
  more: 'There are more. Show more of: {{kind}}',
  narrow: 'There are more. Please add a word.',
  kind: {
    SUPPORT_REQUEST: 'Requests',
    CONSULTATION: 'Consultations',
    SPECIALIST: 'Specialists',
    TOWN: 'Municipalities',
    AGREEMENT: 'Agreements',
  },
};
