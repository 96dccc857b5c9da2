import type { Cell, LegendEntry, Section } from '../../contract.ts'
import { axisOf, estimateMarks, roundDomain } from '../drawing.ts'
import type { ReportInput } from '../report-input.ts'
import { inSentence, type ReportWords } from '../report-words.ts'

export type AreaRow = {
  readonly id: string
  readonly score: number
  readonly interval: readonly [number, number] | null
  readonly n: number
  readonly beside: number | undefined
}

/** The areas that have a score, in the method's order, with the class beside. */
export function areaRows({ facts, result, classResult }: ReportInput): readonly AreaRow[] {
  return facts.method.areas.flatMap(({ id }) => {
    const score = result.areas[id]
    if (score === undefined) return []
    const interval = result.areaIntervals[id] ?? null
    return [{ id, score, interval, n: result.areaN[id] ?? 0, beside: classResult?.areas[id] }]
  })
}

/** The area furthest above and the one furthest below the class. */
export function areaEnds(rows: readonly AreaRow[]) {
  const compared = rows
    .filter((row): row is AreaRow & { readonly beside: number } => row.beside !== undefined)
    .map((row) => ({ id: row.id, change: row.score - row.beside }))
    .toSorted((a, b) => b.change - a.change)
  const [best, worst] = [compared.at(0), compared.at(-1)]
  return {
    ...(best && best.change > 0 ? { best } : {}),
    ...(worst && worst.change < 0 ? { worst } : {}),
  }
}

/** Area scores of the answered contacts. */
export function areasSection(input: ReportInput, words: ReportWords): Section {
  const { t, format } = words
  const rows = areaRows(input)
  const { best, worst } = areaEnds(rows)
  const values = rows.flatMap(({ score, interval, beside }) => [score, ...(interval ?? []), beside ?? score])
  const domain = roundDomain(values, [0, 100])
  const level = words.percentLevel(input.facts.intervals.level)
  const withClass = rows.some(({ beside }) => beside !== undefined)
  return {
    title: worst
      ? t('areasWorse', { area: inSentence(words.area(worst.id)) })
      : best
        ? t('areasBetter', { area: inSentence(words.area(best.id)) })
        : t('areas'),
    lead: t('areasLead'),
    blocks: [
      {
        kind: 'table',
        caption: t('areas'),
        columns: [
          { header: t('area'), kind: 'text' },
          { header: '', kind: 'drawing', share: 1, axis: axisOf(domain, (value) => format.number(value)) },
          { header: t('score'), kind: 'number' },
          { header: t('intervalHead', { level }), kind: 'number' },
          ...(withClass
            ? ([
                { header: t('theClass'), kind: 'number' },
                { header: t('difference'), kind: 'number' },
              ] as const)
            : []),
          { header: t('n'), kind: 'number' },
        ],
        rows: rows.map(({ id, score, interval, n, beside }): Cell[] => [
          { text: words.area(id), strong: true },
          { text: '', marks: estimateMarks({ value: score, interval, beside }, domain) },
          { text: words.score(score), strong: true },
          { text: interval ? format.interval(...interval) : t('unknown') },
          ...(withClass
            ? [
                { text: words.score(beside) },
                { text: beside === undefined ? t('unknown') : format.change(score - beside) },
              ]
            : []),
          { text: format.number(n) },
        ]),
        legend: estimateLegend(words, withClass),
      },
    ],
  }
}

export function estimateLegend({ t }: ReportWords, withClass: boolean): LegendEntry[] {
  const own = { tone: 'interval', text: t('legendInterval') } as const
  return withClass ? [own, { tone: 'tick', text: t('legendClass') } as const] : [own]
}
