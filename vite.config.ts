import react from '@vitejs/plugin-react'
import { defineConfig } from 'vite'
import { offlineFiles } from './scripts/offline-files.ts'

export default defineConfig({
  root: 'web',
  plugins: [react(), offlineFiles()],
  build: {
    outDir: '../dist/web',
    emptyOutDir: true,
    target: 'es2023',
    // Fonts stay files: the content policy allows them from our own origin only.
    assetsInlineLimit: 0,
    chunkSizeWarningLimit: 1000,
    rolldownOptions: {
      input: {
        index: 'web/index.html',
        'service-worker': 'web/observe/service-worker.ts',
        'answer-widget': 'web/understand/answers/widget/answer-widget.ts',
      },
      // At the root and under one name: from there the one may serve every page, and pages of others name the other.
      output: {
        entryFileNames: ({ name }) =>
          ['service-worker', 'answer-widget'].includes(name) ? '[name].js' : 'assets/[name]-[hash].js',
        // A plain script on a page of others leaves no names behind there.
        banner: ({ name }) => (name === 'answer-widget' ? '(() => {' : ''),
        footer: ({ name }) => (name === 'answer-widget' ? '})()' : ''),
      },
    },
  },
  server: { proxy: { '/api': 'http://127.0.0.1:4000' } },
})
