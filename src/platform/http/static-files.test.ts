import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { type StaticFiles, staticFiles } from './static-files.ts'

const folder = mkdtempSync(join(tmpdir(), 'lyttepost-files-'))
let files: StaticFiles

beforeAll(() => {
  writeFileSync(join(folder, 'index.html'), '<h1>page</h1>')
  files = staticFiles(folder)
})
afterAll(() => rmSync(folder, { recursive: true }))

const get = (path: string) => files(new Request(`http://localhost${path}`))

it('gives the page for every address that names no file, also one with a dot in it', async () => {
  for (const path of ['/', '/measure/editions', '/invitation/0f3a.9bQ_x', '/x.constructor'])
    expect(await (await get(path))?.text()).toBe('<h1>page</h1>')
})

it('says of a missing script or picture that it is missing', async () => {
  expect(await get('/assets/gone.js')).toBeUndefined()
  expect(await get('/gone.png')).toBeUndefined()
})
