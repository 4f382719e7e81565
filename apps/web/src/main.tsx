import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { RouterProvider } from 'react-router/dom';
import { startI18n } from './i18n';
import { router } from './router';
import './styles.css';

const place = document.getElementById('root');
if (!place) throw new Error('index.html has no #root');

await startI18n();
createRoot(place).render(
  <StrictMode>
    <RouterProvider router={router} />
  </StrictMode>,
);
