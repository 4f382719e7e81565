import type { Page } from 'playwright-core';

/**
 * Words on an English screen that are Japanese without saying so. What people wrote stays as it is: it says `lang="ja"`,
 * or stands within a name such as that of a button, where no part can say its language.
 */
const FIND = `(() => {
  const japanese = /[\\u3040-\\u30ff\\u3400-\\u9fff\\uff01-\\uff60]/;
  const found = new Set();
  const isSaid = (element) => element.closest('[lang]').lang === 'ja';
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  for (let node; (node = walker.nextNode()); ) {
    const element = node.parentElement;
    if (japanese.test(node.data) && !element.closest('script, style, noscript') && !isSaid(element))
      found.add(node.data.trim());
  }
  for (const name of ['aria-label', 'title', 'placeholder', 'alt'])
    for (const element of document.querySelectorAll('[' + name + ']')) {
      const words = element.getAttribute(name);
      if (japanese.test(words) && !/[a-z]{3}/i.test(words) && !isSaid(element)) found.add(name + ': ' + words);
    }
  return [...found];
})()`;

export const japaneseOn = (page: Page): Promise<string[]> => page.evaluate<string[]>(FIND);
