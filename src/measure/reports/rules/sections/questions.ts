import type { ComparedQuestion } from '../../../results/contract.ts'
import type { Cell, LegendEntry, Section, TableBlock } from '../../contract.ts'
import { axisOf, estimateMarks } from '../drawing.ts'
import type { ReportInput } from '../report-input.ts'
import type { ReportWords } from '../report-words.ts'
import { estimateLegend } from './areas.ts'

const domain = [0, 100] as const

type Beside = { readonly beside: string; readonly legend: LegendEntry[] }

/** Questions with what stands beside them, those furthest below it first. */
export function questionsTable(
  questions: readonly ComparedQuestion[],
  { beside: besideHead, legend }: Beside,
  words: ReportWords,
): TableBlock {
  const { t, format, language } = words
  const withBeside = isCompared(questions)
  return {
    kind: 'table',
    caption: t('questions'),
    columns: [
      { header: t('question'), kind: 'text', share: 1.7 },
      { header: '', kind: 'drawing', share: 1, axis: axisOf(domain, (value) => format.number(value), 2) },
      { header: t('score'), kind: 'number' },
      ...(withBeside
        ? ([
            { header: besideHead, kind: 'number' },
            { header: t('difference'), kind: 'number' },
          ] as const)
        : []),
      { header: t('n'), kind: 'number' },
    ],
    rows: inOrder(questions).map((question): Cell[] => {
      const { text, score, interval, n } = question
      const beside = besideOf(question)
      const change = beside === null || score === null ? t('unknown') : format.change(score - beside)
      return [
        { text: text[language] },
        { text: '', marks: estimateMarks({ value: score, interval, beside }, domain) },
        { text: words.score(score), strong: true },
        ...(withBeside
          ? [{ text: words.score(beside) }, { text: change, strong: clearly(question) !== 'level' }]
          : []),
        { text: format.number(n) },
      ]
    }),
    legend,
  }
}

/** Every scored question of a participant against its class. */
export function questionsSection({ questions }: ReportInput, words: ReportWords): Section {
  const { t } = words
  const withClass = isCompared(questions)
  return {
    title: withClass ? titleOf(inOrder(questions), words) : t('questions'),
    lead: t(withClass ? 'questionsLead' : 'questionsAlone'),
    startsPage: true,
    blocks: [
      questionsTable(questions, { beside: t('theClass'), legend: estimateLegend(words, withClass) }, words),
    ],
  }
}

const isCompared = (questions: readonly ComparedQuestion[]): boolean =>
  questions.some((question) => besideOf(question) !== null)

function inOrder(questions: readonly ComparedQuestion[]): ComparedQuestion[] {
  const withBeside = isCompared(questions)
  return questions
    .filter(({ score }) => score !== null)
    .toSorted((a, b) => distance(a, withBeside) - distance(b, withBeside))
}

const besideOf = (question: ComparedQuestion): number | null => question.class?.score ?? null

const distance = (question: ComparedQuestion, withBeside: boolean): number =>
  withBeside ? question.score! - (besideOf(question) ?? question.score!) : question.score!

/** Above or below when the mean of the class lies outside the interval. */
function clearly(question: ComparedQuestion): 'above' | 'below' | 'level' {
  const beside = besideOf(question)
  if (beside === null || question.interval === null) return 'level'
  return question.interval[0] > beside ? 'above' : question.interval[1] < beside ? 'below' : 'level'
}

function titleOf(questions: readonly ComparedQuestion[], { t, format }: ReportWords): string {
  const count = (kind: 'above' | 'below') => questions.filter((question) => clearly(question) === kind).length
  const [below, above] = [count('below'), count('above')]
  const of = format.number(questions.length)
  if (below > 0) return t('questionsBelow', { count: format.number(below), of })
  return above > 0 ? t('questionsAbove', { count: format.number(above), of }) : t('questionsLevel')
}
