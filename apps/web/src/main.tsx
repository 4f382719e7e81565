import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { startI18n } from './i18n';
import { App } from './router';
import './styles.css';

// Letters are drawn with what is installed until it has come; without a line it does not, and that is no fault.
void import('./fonts').catch(() => undefined);

const place = document.getElementById('root');
if (!place) throw new Error('index.html has no #root');

// A build that is gone from the server: the next screen is not there any more, and the page of today knows where it is.
// Without a line it would not come either; the screen then says so. Once a minute at most, never round and round.
const RELOADED = 'banso.reloaded';
window.addEventListener('vite:preloadError', (event) => {
  if (!navigator.onLine) return;
  try {
    if (Date.now() - Number(sessionStorage.getItem(RELOADED) ?? 0) < 60_000) return;
    sessionStorage.setItem(RELOADED, String(Date.now()));
  } catch {
    return;
  }
  event.preventDefault();
  window.location.reload();
});

await startI18n();
createRoot(place).render(
  <StrictMode>
    <App />
  </StrictMode>,
);
