import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import ui from '@nuxt/ui/vite'
import vue from '@vitejs/plugin-vue'
import { defineConfig, type Plugin } from 'vite'

const here = (path: string) => fileURLToPath(new URL(path, import.meta.url))

/** Where `npm run dev` finds the server; the console itself only ever speaks to its own origin. */
const server = process.env.TANGGAP_SERVER || 'http://127.0.0.1:3000'
const toServer = { target: server, changeOrigin: false }

const DOCUMENTS = here('src/generated/graphql.ts')
const DOCUMENT = /^export const (\w+) = (\{.*\}) as unknown as DocumentNode</gm
const VIRTUAL = '\0document/'

/** Every stored document is a module of its own in the built console, so that a page fetches its own and the first page not those of all others. */
function oneDocumentAModule(): Plugin {
  const written = new Map<string, string>()
  return {
    name: 'one-document-a-module',
    apply: 'build',
    enforce: 'pre',
    resolveId: (id) => (id.startsWith(VIRTUAL) ? id : null),
    load(id) {
      if (id === DOCUMENTS) {
        for (const [, name = '', body = ''] of readFileSync(DOCUMENTS, 'utf8').matchAll(DOCUMENT)) written.set(name, body)
        const code = [...written.keys()].map((name) => `export { ${name} } from ${JSON.stringify(VIRTUAL + name)}`).join('\n')
        return { code, moduleSideEffects: false }
      }
      const body = id.startsWith(VIRTUAL) ? written.get(id.slice(VIRTUAL.length)) : undefined
      return body === undefined ? null : { code: `export const ${id.slice(VIRTUAL.length)} = ${body}`, moduleSideEffects: false }
    },
  }
}

/** Files of the server that live below a folder the console also has as a page. */
const PDF = '^/(cases|letters|visits)/[^/]+/[^/]+\\.pdf'

export default defineConfig({
  root: here('.'),
  resolve: { alias: { '@domain': here('../libs/domain/src/index.ts') } },
  define: {
    __VUE_I18N_FULL_INSTALL__: 'false',
    __VUE_I18N_LEGACY_API__: 'false',
    __INTLIFY_DROP_MESSAGE_COMPILER__: 'false',
    __INTLIFY_PROD_DEVTOOLS__: 'false',
  },
  server: {
    host: '127.0.0.1',
    proxy: {
      '/graphql': toServer,
      '/files': toServer,
      '/uploads': toServer,
      '/selections': toServer,
      '/demo-accounts.json': toServer,
      '/verify': toServer,
      '/health': toServer,
      '/display': toServer,
      [PDF]: toServer,
      '/live': { ...toServer, ws: true },
    },
  },
  build: {
    outDir: here('dist'),
    emptyOutDir: true,
    manifest: true,
    target: 'es2023',
    modulePreload: { polyfill: false },
    assetsInlineLimit: 0,
    chunkSizeWarningLimit: 900,
    // The domain is pure: what a page does not use of it need not be fetched by it.
    rolldownOptions: {
      treeshake: { moduleSideEffects: (id) => !id.includes('/libs/domain/src/') && id !== DOCUMENTS && !id.startsWith(VIRTUAL) },
    },
  },
  plugins: [
    oneDocumentAModule(),
    vue(),
    ui({
      autoImport: false,
      components: { dts: here('components.d.ts') },
      colorMode: false,
      theme: { colors: ['primary', 'secondary', 'success', 'info', 'warning', 'error'] },
      ui: {
        colors: { primary: 'teal', neutral: 'slate', success: 'green', warning: 'amber', error: 'red', info: 'sky' },
        // A pale button loses its words: what is pointed at gets darker in light mode and lighter in dark mode.
        button: {
          compoundVariants: (['primary', 'error'] as const).map((color) => ({
            color,
            variant: 'solid' as const,
            class: `hover:bg-${color}-800 active:bg-${color}-800 dark:hover:bg-${color}-300 dark:active:bg-${color}-300`,
          })),
        },
      },
      icon: { clientBundle: { scan: { globInclude: ['src/**/*.{vue,ts}'], globExclude: ['src/generated/**'] }, sizeLimitKb: 512 } },
    }),
  ],
})
