import type { Cell, Section } from '../../contract.ts'
import { axisOf, roundDomain, type Step, stepMarks, stepSpans } from '../drawing.ts'
import type { ReportGap, ReportInput } from '../report-input.ts'
import { atStart, inSentence, type ReportWords } from '../report-words.ts'

const noise = 1e-9

/** The distance to the better half of the class, or to its mean, as steps that add up; one of nothing is left out. */
export function gapSection({ gap: whole, facts }: ReportInput, words: ReportWords): Section | undefined {
  if (!whole) return undefined
  const gap = { ...whole, steps: whole.steps.filter(({ value }) => Math.abs(value) > noise) }
  const { t, format } = words
  const target = t(gap.target === 'half' ? 'gapHalf' : 'gapClass')
  const steps: Step[] = [
    { value: gap.from, kind: 'level' },
    ...gap.steps.map(({ value }) => ({ value, kind: 'step' }) as const),
    { value: gap.to, kind: 'level' },
  ]
  const spans = stepSpans(steps, gap.from).slice(1, -1).flat()
  const domain = roundDomain([...spans, gap.from, gap.to], [0, 100])
  const marks = stepMarks(steps, domain)
  const level = (name: string, value: number, at: number): Cell[] => [
    { text: name, strong: true },
    { text: '', marks: marks[at]! },
    { text: words.score(value), strong: true },
    { text: '' },
  ]
  return {
    title: titleOf(gap, target, words),
    lead: t('gapLead', { target, from: words.score(gap.from), to: words.score(gap.to) }),
    blocks: [
      {
        kind: 'table',
        caption: t('gapNone', { target }),
        columns: [
          { header: t('gapStep'), kind: 'text' },
          { header: '', kind: 'drawing', share: 1, axis: axisOf(domain, (value) => format.number(value)) },
          { header: t('gapPoints'), kind: 'number' },
          {
            header: t('intervalHead', { level: words.percentLevel(facts.intervals.level) }),
            kind: 'number',
          },
        ],
        rows: [
          level(atStart(target), gap.from, 0),
          ...gap.steps.map((step, at): Cell[] => [
            { text: atStart(stepName(step, words)) },
            { text: '', marks: marks[at + 1]! },
            { text: format.change(step.value) },
            { text: step.interval ? format.interval(...step.interval) : t('unknown') },
          ]),
          level(t('gapYours'), gap.to, steps.length - 1),
        ],
        legend: [
          { tone: 'level', text: t('legendLevel') },
          { tone: 'gain', text: t('legendGain') },
          { tone: 'loss', text: t('legendLoss') },
        ],
      },
    ],
  }
}

/** Names the step that does most of it, in the direction of the whole distance. */
function titleOf({ from, to, steps }: ReportGap, target: string, words: ReportWords): string {
  const ahead = to > from
  const largest = steps
    .filter(({ value }) => (ahead ? value > 0 : value < 0))
    .toSorted((a, b) => Math.abs(b.value) - Math.abs(a.value))[0]
  if (!largest || to === from) return words.t('gapNone', { target })
  const step = inSentence(stepName(largest, words))
  return words.t(ahead ? 'gapTitleAhead' : 'gapTitleBehind', { target, step })
}

function stepName({ kind, area }: ReportGap['steps'][number], words: ReportWords): string {
  switch (kind) {
    case 'unanswered':
      return words.t('gapUnanswered')
    case 'mix':
      return words.t('gapMix')
    case 'applicable':
      return words.t('gapApplicable')
    case 'area':
      return words.area(area ?? '')
  }
}
