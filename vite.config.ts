import react from '@vitejs/plugin-react';
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vite';

const { version } = JSON.parse(readFileSync(new URL('package.json', import.meta.url), 'utf8')) as {
  version: string;
};

/** The window: static files with relative addresses, so that the loopback server and `app://` serve the same ones. */
export default defineConfig({
  root: fileURLToPath(new URL('renderer', import.meta.url)),
  base: './',
  publicDir: fileURLToPath(new URL('renderer/public', import.meta.url)),
  plugins: [react()],
  define: { 'import.meta.env.VITE_VERSION': JSON.stringify(version) },
  build: {
    outDir: fileURLToPath(new URL('dist/renderer', import.meta.url)),
    emptyOutDir: true,
    target: 'chrome120',
    // The content security policy allows fonts and images from files only.
    assetsInlineLimit: 0,
    // One style sheet, so that the order of its rules does not depend on which window was opened first.
    cssCodeSplit: false,
    chunkSizeWarningLimit: 1500,
  },
});
