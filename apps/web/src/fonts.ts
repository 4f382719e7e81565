/** Loaded beside the first screen, as a file of its own: it changes with the letters and not with the screens. */
import '@fontsource/noto-sans-jp/400.css';
import '@fontsource/noto-sans-jp/700.css';
