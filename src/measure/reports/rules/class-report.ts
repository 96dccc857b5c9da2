/** A class's report: who is best in it and how sure that is, and the class against all. */
import type { Language } from '../../../kernel/localized.ts'
import type { ClassResult, EditionResults, ParticipantResult, ScoreFigures } from '../../results/contract.ts'
import { compareAnswers } from '../../results/rules/compare-answers.ts'
import { findLeaders } from '../../results/rules/finding.ts'
import type { Block, Cell, LegendEntry, ReportDocument, Section } from '../contract.ts'
import { axisOf, estimateMarks, roundDomain } from './drawing.ts'
import { factLines } from './participant-report.ts'
import type { EditionFacts } from './report-input.ts'
import { type ReportWords, wordsFor } from './report-words.ts'
import { bandsTable } from './sections/bands.ts'
import { questionsTable } from './sections/questions.ts'

export type ClassReportInput = {
  readonly facts: EditionFacts
  readonly results: EditionResults
  readonly class: string
  /** The participants that the reader may see; undefined: all of them. */
  readonly visible?: ReadonlySet<string>
}

/** Undefined for a class without results. */
export function classReport(input: ClassReportInput, language: Language): ReportDocument | undefined {
  const { facts, results } = input
  const own = results.classes.find((one) => one.class === input.class)
  if (!own || own.totalResult === null) return undefined
  const words = wordsFor(facts.method, language)
  const { t, format, score } = words
  return {
    language,
    title: input.class,
    subtitle: t('classKind', { edition: facts.edition }),
    author: facts.organisation,
    runningHead: `${input.class} · ${facts.edition}`,
    pageWord: t('page'),
    answer: {
      value: score(own.totalResult),
      unit: t('ofHundred'),
      sureness: own.interval
        ? t('classSureness', {
            participants: format.number(own.participants),
            n: format.number(own.n),
            low: score(own.interval[0]),
            high: score(own.interval[1]),
          })
        : '',
    },
    meaning: { title: t('meaning'), items: meaningOf(own, results, words) },
    cover: [],
    facts: factLines(facts, undefined, words),
    sections: [
      rankingSection(input, own, words),
      areasAgainstAll(input, own, words),
      bandsAgainstAll(input, words),
      questionsAgainstAll(input, words),
    ],
  }
}

function meaningOf(own: ClassResult, results: EditionResults, { t, score, format }: ReportWords): string[] {
  const mean = results.all.totalResult
  const missed = own.n - own.nAnswered
  const [low, high] = own.interval ?? [null, null]
  const against =
    mean === null || low === null || high === null
      ? []
      : [
          t(low > mean ? 'classMeansAbove' : high < mean ? 'classMeansBelow' : 'classMeansLevel', {
            mean: score(mean),
          }),
        ]
  const unanswered = t('meansUnanswered', {
    count: format.number(missed),
    n: format.number(own.n),
    answered: score(own.answeredScore),
  })
  return [...against, missed > 0 ? unanswered : t('meansAllAnswered', { n: format.number(own.n) })]
}

function rankingSection(input: ClassReportInput, own: ClassResult, words: ReportWords): Section {
  const { t, format } = words
  const members = input.results.participants
    .filter((one) => one.class === input.class && one.classRank !== null)
    .toSorted((a, b) => a.classRank! - b.classRank!)
  const { visible } = input
  const shown = members.filter(({ participant }) => visible === undefined || visible.has(participant))
  const others = members.length - shown.length
  const note: Block[] =
    others > 0 ? [{ kind: 'note', text: t('rankingOthers', { count: format.number(others) }) }] : []
  return {
    title: others > 0 ? t('rankingOwn') : rankingTitle(members, words),
    lead: t('rankingLead'),
    blocks: [
      rankingTable(shown, { mean: own.totalResult, level: input.facts.intervals.level }, words),
      ...note,
    ],
  }
}

function rankingTitle(members: readonly ParticipantResult[], { t, format }: ReportWords): string {
  const finding = findLeaders(
    members.map((member) => ({
      name: member.participant,
      rank: member.classRank,
      rankRange: member.classRankRange,
      canBeBest: member.classCanBeBest,
    })),
  )
  if (finding.kind === 'sure') return t('rankingSure', { name: finding.name })
  if (finding.kind !== 'open') return t('ranking')
  const { first, others } = finding
  if (first.length > 1) return t('rankingShared', { count: format.number(first.length) })
  const params = { name: first[0]!, count: format.number(others) }
  return others === 1 ? t('rankingOpenOne', params) : t('rankingOpen', params)
}

type Compared = { readonly mean: number | null; readonly level: number }

function rankingTable(
  shown: readonly ParticipantResult[],
  { mean, level }: Compared,
  words: ReportWords,
): Block {
  const { t, format } = words
  const domain = roundDomain(
    shown.flatMap(({ totalResult, interval }) => [totalResult ?? [], interval ?? []].flat()),
    [0, 100],
  )
  return {
    kind: 'table',
    caption: t('ranking'),
    columns: [
      { header: t('place'), kind: 'number' },
      { header: t('participant'), kind: 'text' },
      { header: '', kind: 'drawing', share: 1, axis: axisOf(domain, (value) => format.number(value)) },
      { header: t('total'), kind: 'number' },
      { header: t('intervalHead', { level: words.percentLevel(level) }), kind: 'number' },
      { header: t('possiblePlace'), kind: 'number' },
      { header: t('n'), kind: 'number' },
      { header: t('unanswered'), kind: 'number' },
    ],
    rows: shown.map((one): Cell[] => [
      { text: one.classRank === null ? t('unknown') : format.number(one.classRank) },
      { text: one.participant, strong: true },
      {
        text: '',
        marks: estimateMarks({ value: one.totalResult, interval: one.interval, beside: mean }, domain),
      },
      { text: words.score(one.totalResult), strong: true },
      { text: one.interval ? format.interval(...one.interval) : t('unknown') },
      { text: words.range(one.classRankRange) },
      { text: format.number(one.n) },
      { text: format.number(one.n - one.nAnswered) },
    ]),
    legend: [
      { tone: 'interval', text: t('legendOne') },
      { tone: 'tick', text: t('legendClass') },
    ],
  }
}

const againstAll = ({ t }: ReportWords): LegendEntry[] => [
  { tone: 'interval', text: t('theClass') },
  { tone: 'tick', text: t('legendAll') },
]

function areasAgainstAll(
  { facts, results }: ClassReportInput,
  own: ScoreFigures,
  words: ReportWords,
): Section {
  const { t, format } = words
  const rows = facts.method.areas.flatMap(({ id }) => {
    const [score, beside] = [own.areas[id], results.all.areas[id]]
    return score === undefined || beside === undefined
      ? []
      : [{ id, score, beside, interval: own.areaIntervals[id] ?? null }]
  })
  const domain = roundDomain(
    rows.flatMap(({ score, beside, interval }) => [score, beside, ...(interval ?? [])]),
    [0, 100],
  )
  return {
    title: t('areas'),
    lead: t('areasAllLead'),
    blocks: [
      {
        kind: 'table',
        caption: t('areas'),
        columns: [
          { header: t('area'), kind: 'text' },
          { header: '', kind: 'drawing', share: 1, axis: axisOf(domain, (value) => format.number(value)) },
          { header: t('theClass'), kind: 'number' },
          { header: t('besideAll'), kind: 'number' },
          { header: t('difference'), kind: 'number' },
        ],
        rows: rows.map(({ id, score, beside, interval }): Cell[] => [
          { text: words.area(id), strong: true },
          { text: '', marks: estimateMarks({ value: score, interval, beside }, domain) },
          { text: words.score(score), strong: true },
          { text: words.score(beside) },
          { text: format.change(score - beside) },
        ]),
        legend: againstAll(words),
      },
    ],
  }
}

function bandsAgainstAll({ facts, results, class: name }: ClassReportInput, words: ReportWords): Section {
  const { t } = words
  const segments = [
    { segment: `class:${name}`, name: t('theClass') },
    { segment: 'all', name: t('everybody') },
  ]
  return {
    title: t('bands'),
    lead: t('bandsLead'),
    blocks: [bandsTable(results.bands, segments, { facts, words })],
  }
}

function questionsAgainstAll({ facts, results, class: name }: ClassReportInput, words: ReportWords): Section {
  const { t } = words
  const figuresOf = (wanted: string) => results.answers.find(({ segment }) => segment === wanted)
  const own = figuresOf(`class:${name}`) ?? { segment: name, questions: [], experience: [] }
  const { questions } = compareAnswers(facts.method, own, figuresOf('all'))
  return {
    title: t('questions'),
    lead: t('questionsAllLead'),
    startsPage: true,
    blocks: [questionsTable(questions, { beside: t('besideAll'), legend: againstAll(words) }, words)],
  }
}
