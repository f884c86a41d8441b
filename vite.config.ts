import react from '@vitejs/plugin-react';
import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vite';

/** The window: static files with relative addresses, so that the loopback server and `app://` serve the same ones. */
export default defineConfig({
  root: fileURLToPath(new URL('renderer', import.meta.url)),
  base: './',
  publicDir: fileURLToPath(new URL('renderer/public', import.meta.url)),
  plugins: [react()],
  build: {
    outDir: fileURLToPath(new URL('dist/renderer', import.meta.url)),
    emptyOutDir: true,
    target: 'chrome120',
    // The content security policy allows fonts and images from files only.
    assetsInlineLimit: 0,
    chunkSizeWarningLimit: 1500,
  },
});
