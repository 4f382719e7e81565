import type { Plugin } from 'vite';

/** What the same letters are called where they are installed: Windows, Debian and Android, by their full names. */
const LOCAL: Readonly<Record<string, readonly string[]>> = {
  400: [
    'Noto Sans JP',
    'Noto Sans JP Regular',
    'NotoSansJP-Regular',
    'Noto Sans CJK JP',
    'NotoSansCJKjp-Regular',
  ],
  700: ['Noto Sans JP Bold', 'NotoSansJP-Bold', 'Noto Sans CJK JP Bold', 'NotoSansCJKjp-Bold'],
};
/** Not the name of the installed family: that one comes before it in the stack and must not be hidden. */
const FAMILY = 'Banso Sans';

/** The slices of Noto Sans JP as one family of ours: what is installed first, else a slice, in woff2 alone. */
export function fontsLocalFirst(): Plugin {
  return {
    name: 'banso-fonts-local-first',
    enforce: 'pre',
    transform(code, id) {
      const weight = /@fontsource\/noto-sans-jp\/(400|700)\.css$/.exec(id.split('?')[0] ?? '')?.[1];
      if (weight === undefined) return null;
      const local = (LOCAL[weight] ?? []).map((name) => `local('${name}')`).join(', ');
      return {
        code: code
          .replace(/\/\*[^*]*\*\//g, '')
          .replace(/font-family:\s*'[^']*'/g, `font-family: '${FAMILY}'`)
          .replace(/src:\s*(url\([^)]*\.woff2\)\s*format\('woff2'\))[^;]*;/g, `src: ${local}, $1;`),
        map: null,
      };
    },
  };
}
