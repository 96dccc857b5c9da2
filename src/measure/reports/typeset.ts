/** Report documents set as PDF by Typst, in this process: no browser, no network, the product's own fonts. */
import { readdirSync, readFileSync } from 'node:fs'
import { NodeCompiler } from '@myriaddreamin/typst-ts-node-compiler'
import type { ReportDocument } from './contract.ts'
import { readAdvances } from './typst/font-advances.ts'
import { withTracks } from './typst/table-tracks.ts'

/** Compiled results kept for the next report: enough for what all reports share, little enough to stay flat. */
const rememberedCompilations = 2

export type Typesetter = {
  /**
   * The report as a tagged PDF (PDF/UA-1: title, language, headings, tables with heads, drawings passed by).
   * `madeAt` is what the file says about its own making, so that the same report is the same file.
   */
  readonly pdf: (report: ReportDocument, madeAt: Date) => Uint8Array
  /** The pages as pictures, one SVG for all of them below each other: for tests that look. */
  readonly svg: (report: ReportDocument) => string
}

export function createTypesetter(): Typesetter {
  const fonts = new URL('./fonts/', import.meta.url)
  const fontBlobs = readdirSync(fonts)
    .filter((file) => file.endsWith('.ttf'))
    .map((file) => readFileSync(new URL(file, fonts)))
  const mainFileContent = readFileSync(new URL('./typst/report.typ', import.meta.url), 'utf8')
  const compiler = NodeCompiler.create({ fontArgs: [{ fontBlobs }] })
  const advances = (file: string) => readAdvances(readFileSync(new URL(file, fonts)))
  const faces = { regular: advances('inter-latin-regular.ttf'), strong: advances('inter-latin-semibold.ttf') }
  const compilation = (report: ReportDocument) => ({
    mainFileContent,
    inputs: { report: JSON.stringify(withTracks(report, faces)) },
  })
  return {
    pdf: (report, madeAt) => {
      const creationTimestamp = Math.floor(madeAt.getTime() / 1000)
      const pdf = compiler.pdf(compilation(report), { pdfStandard: 'ua-1', creationTimestamp })
      compiler.evictCache(rememberedCompilations)
      return new Uint8Array(pdf)
    },
    svg: (report) => compiler.plainSvg(compilation(report)),
  }
}
