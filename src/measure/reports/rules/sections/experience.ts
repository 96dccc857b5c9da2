import type { Cell, Section } from '../../contract.ts'
import { estimateMarks } from '../drawing.ts'
import type { ReportInput } from '../report-input.ts'
import type { ReportWords } from '../report-words.ts'
import { estimateLegend } from './areas.ts'

/** The customer's own judgement, each figure on its scale; none of it touches the result. */
export function experienceSection(
  { facts, experience }: ReportInput,
  words: ReportWords,
): Section | undefined {
  const { t, format, language } = words
  if (experience.length === 0) return undefined
  const nps = experience.find(({ kind }) => kind === 'nps')
  const withClass = experience.some((one) => one.class !== undefined)
  const level = words.percentLevel(facts.intervals.level)
  const write = (value: number | null | undefined, kind: 'mean' | 'nps') =>
    value === null || value === undefined ? t('unknown') : format.number(value, kind === 'nps' ? 0 : 1)
  return {
    title:
      nps && nps.value !== null
        ? t('experienceNps', { value: format.number(nps.value, 0) })
        : t('experience'),
    lead: t('experienceLead'),
    blocks: [
      {
        kind: 'table',
        caption: t('experience'),
        columns: [
          { header: t('question'), kind: 'text', share: 1.6 },
          { header: t('scale'), kind: 'text' },
          { header: '', kind: 'drawing', share: 1 },
          { header: t('mean'), kind: 'number' },
          { header: t('intervalHead', { level }), kind: 'number' },
          ...(withClass ? ([{ header: t('theClass'), kind: 'number' }] as const) : []),
          { header: t('n'), kind: 'number' },
        ],
        rows: experience.map(({ text, kind, scale, value, interval, n, class: beside }): Cell[] => [
          { text: text[language] },
          { text: format.interval(scale[0], scale[1], 0) },
          { text: '', marks: estimateMarks({ value, interval, beside: beside?.value }, scale) },
          { text: kind === 'nps' ? `NPS ${write(value, kind)}` : write(value, kind), strong: true },
          {
            text: interval ? format.interval(interval[0], interval[1], kind === 'nps' ? 0 : 1) : t('unknown'),
          },
          ...(withClass ? [{ text: write(beside?.value, kind) }] : []),
          { text: format.number(n) },
        ]),
        legend: estimateLegend(words, withClass),
      },
    ],
  }
}
