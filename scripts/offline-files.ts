/**
 * Puts the list of files that an observer needs without a network into the service worker: the start page, and
 * everything that it and the observer's pages are made of, found by following the imports of the build.
 */
import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Plugin, Rolldown } from 'vite'

const worker = 'service-worker.js'
/** Not for the observer: what pages of other sites load. */
const forOthers = 'answer-widget.js'
/** Pages that open without a network: where one lands, what an observer does, and the frame around it. */
const offlinePages = ['/web/observe/', '/web/shell/', '/web/home/', '/web/organisation/sign-in-page']
/** Letters of scripts that are not written here; they come when there is a network. */
const otherLetters = /-(cyrillic|greek|vietnamese)(-ext)?-/
const fixed = ['first-paint.js', 'mark.svg', 'lyttepost.webmanifest', 'icon-192.png']

export function offlineFiles(): Plugin {
  let publicFolder = ''
  return {
    name: 'offline-files',
    apply: 'build',
    configResolved(config) {
      publicFolder = config.publicDir
    },
    generateBundle: {
      order: 'post',
      handler(_options, bundle) {
        const chunk = bundle[worker]
        if (chunk?.type !== 'chunk') throw new Error('the build has no service worker')
        const built = filesOf(bundle)
        const hash = createHash('sha256')
        for (const name of built) hash.update(name).update(contentOf(bundle[name]!))
        for (const name of fixed) hash.update(name).update(readFileSync(join(publicFolder, name)))
        const files = [...built, ...fixed].map((name) => `/${name}`)
        const list = JSON.stringify({ version: hash.digest('hex').slice(0, 16), files })
        chunk.code = `const PRECACHE=${list};\n${chunk.code}`
      },
    },
  }
}

/** `index.html`, and every file that it or an offline page is made of. */
function filesOf(bundle: Rolldown.OutputBundle): readonly string[] {
  const names = new Set(['index.html'])
  const add = (name: string): void => {
    const chunk = bundle[name]
    if (names.has(name) || name === worker || !chunk || otherLetters.test(name)) return
    names.add(name)
    if (chunk.type !== 'chunk') return
    for (const next of chunk.imports) add(next)
    for (const file of chunk.viteMetadata?.importedCss ?? []) add(file)
    for (const file of chunk.viteMetadata?.importedAssets ?? []) add(file)
  }
  for (const [name, chunk] of Object.entries(bundle)) {
    if (chunk.type !== 'chunk') continue
    const modules = [chunk.facadeModuleId ?? '', ...Object.keys(chunk.modules ?? {})]
    const isEntry = chunk.isEntry && name !== worker && name !== forOthers
    const isOffline = modules.some((id) => offlinePages.some((page) => id.includes(page)))
    if (isEntry || isOffline) add(name)
  }
  return [...names].sort()
}

function contentOf(file: Rolldown.OutputBundle[string]): string | Uint8Array {
  return file.type === 'chunk' ? file.code : file.source
}
