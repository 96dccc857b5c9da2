/** The workshop sheet set by Typst on one page of A4: the type is made smaller until it has room. */
import { readdirSync, readFileSync } from 'node:fs'
import { NodeCompiler } from '@myriaddreamin/typst-ts-node-compiler'
import type { SheetDocument } from './rules/sheet-document.ts'

/** Points, largest first; a sheet that has no room in the smallest goes over to another page. */
const sizes = [10.5, 9.5, 8.5, 7.5] as const

/** The product's own fonts lie with the reports. */
const fonts = new URL('../../measure/reports/fonts/', import.meta.url)

let typesetter: { readonly compiler: NodeCompiler; readonly main: string } | undefined

function open() {
  const fontBlobs = readdirSync(fonts)
    .filter((file) => file.endsWith('.ttf'))
    .map((file) => readFileSync(new URL(file, fonts)))
  const main = readFileSync(new URL('./typst/sheet.typ', import.meta.url), 'utf8')
  return { compiler: NodeCompiler.create({ fontArgs: [{ fontBlobs }] }), main }
}

export function typesetSheet(sheet: SheetDocument, madeAt: Date): Uint8Array<ArrayBuffer> {
  typesetter ??= open()
  const { compiler, main } = typesetter
  const by = (size: number) => ({
    mainFileContent: main,
    inputs: { sheet: JSON.stringify(sheet), size: String(size) },
  })
  const fits = (size: number) => compiler.compile(by(size)).result?.numOfPages === 1
  const size = sizes.find(fits) ?? sizes.at(-1)!
  const creationTimestamp = Math.floor(madeAt.getTime() / 1000)
  const pdf = compiler.pdf(by(size), { pdfStandard: 'ua-1', creationTimestamp })
  compiler.evictCache(2)
  return new Uint8Array(pdf)
}
