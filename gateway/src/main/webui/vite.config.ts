import react from '@vitejs/plugin-react';
import { defineConfig } from 'vitest/config';

export default defineConfig({
  plugins: [react()],
  build: {
    // Beside the classes, where the gateway serves it from; never committed.
    outDir: '../../../target/classes/META-INF/resources',
    emptyOutDir: true,
    // The content security policy allows no data: addresses.
    assetsInlineLimit: 0,
    reportCompressedSize: true,
  },
  server: {
    proxy: Object.fromEntries(
      ['/api', '/session', '/sign-in', '/sign-out'].map((path) => [path, 'http://localhost:21510']),
    ),
  },
  test: { include: ['src/**/*.test.{ts,tsx}'] },
});
