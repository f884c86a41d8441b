import './styles/index.css';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { paintEarly } from './app/appearance.ts';
import { App } from './app/app.tsx';
import { boot } from './app/boot.ts';
import { setTransport } from './app/client.ts';
import { setShell } from './app/shell.ts';
import { openDoors } from './transport.ts';

paintEarly();
const { transport, shell } = openDoors();
setTransport(transport);
setShell(shell);
boot();

const root = document.getElementById('root');
if (root === null) throw new Error('The page has no element to draw into.');
createRoot(root).render(
  <StrictMode>
    <App />
  </StrictMode>,
);
