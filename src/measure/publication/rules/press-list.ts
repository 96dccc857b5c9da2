/** What the press gets: the embargo first, then winners, how sure that is, the best on each channel, and facts. */
import type { Language } from '../../../kernel/localized.ts'
import type { Block, Section, TableBlock } from '../../reports/contract.ts'
import { namesOf, publicSections, surenessOf } from './public-blocks.ts'
import { publicWords } from './public-words.ts'
import type { Published } from './published.ts'

/** The line that stands over everything. `now` is ISO 8601. */
export function embargoLine({ settings }: Published, language: Language, now: string): string {
  const { t, format } = publicWords(language)
  const { opensAt } = settings
  if (opensAt === null) return t('noEmbargo')
  return t(opensAt <= now ? 'released' : 'embargo', { at: format.instant(opensAt) })
}

/** Plain text without any markup, to be pasted anywhere. Lines end with a line feed. */
export function pressText(published: Published, language: Language, now: string): string {
  const words = publicWords(language)
  const { t, format, score } = words
  const { overall } = published.shown
  const [first] = overall.winners
  const winner = first
    ? [
        t(overall.isBehindUnnamed ? 'bestOfEntered' : 'bestOfAll').toUpperCase(),
        `${namesOf(overall.winners)}: ${score(first.totalResult)} ${t('ofHundred')}${first.interval ? ` (${format.interval(...first.interval)})` : ''}`,
        surenessOf(overall, words),
        '',
      ]
    : []
  const lines = [
    embargoLine(published, language, now),
    '',
    t('pressTitle', { edition: published.edition }),
    published.organisation,
    '',
    ...winner,
    ...publicSections(published, words).flatMap(sectionLines),
  ]
  return `${lines.join('\n').replaceAll('\u00a0', ' ')}\n`
}

function sectionLines({ title, lead, blocks }: Section): string[] {
  return [title.toUpperCase(), lead, ...blocks.flatMap(blockLines), '']
}

function blockLines(block: Block): string[] {
  switch (block.kind) {
    case 'table':
      return tableLines(block)
    case 'bullets':
      return block.items.map((item) => `- ${item}`)
    case 'figures':
      return block.items.map(({ label, value, detail }) => `${label}: ${value} (${detail})`)
    case 'note':
      return [block.text]
    case 'quotes':
      return []
  }
}

/** One line a row, the first cell before the others: `Reise – Fjordlinja · 88,1 · 82,0–93,1`. */
function tableLines(table: TableBlock): string[] {
  const { headers, rows } = tableCells(table)
  const [first = '', ...others] = headers
  return [
    `(${[first, ...others].join(' · ')})`,
    ...rows.map(([name = '', ...cells]) => `${name} – ${cells.join(' · ')}`),
  ]
}

export type PressTable = {
  readonly name: string
  readonly headers: readonly string[]
  readonly rows: readonly (readonly string[])[]
}

/** Every table of the list, drawings left out, for CSV and XLSX. */
export function pressTables(published: Published, language: Language): readonly PressTable[] {
  return publicSections(published, publicWords(language)).flatMap(({ title, blocks }) =>
    blocks.flatMap((block) => (block.kind === 'table' ? [{ name: title, ...tableCells(block) }] : [])),
  )
}

function tableCells({ columns, rows }: TableBlock) {
  const kept = columns.flatMap(({ kind }, at) => (kind === 'drawing' ? [] : [at]))
  return {
    headers: kept.map((at) => columns[at]!.header),
    rows: rows.map((row) => kept.map((at) => row[at]!.text)),
  }
}
