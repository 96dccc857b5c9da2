/** A participant's report (M7.9): the answer first, then what it is made of, then how to read it. */
import { addDays } from '../../../kernel/calendar.ts'
import type { Language } from '../../../kernel/localized.ts'
import type { Block, FigureItem, ReportDocument, Section } from '../contract.ts'
import { axisOf, estimateMarks } from './drawing.ts'
import type { EditionFacts, ReportInput } from './report-input.ts'
import { inSentence, type ReportWords, wordsFor } from './report-words.ts'
import { areaEnds, areaRows, areasSection, estimateLegend } from './sections/areas.ts'
import { bandsSection } from './sections/bands.ts'
import { channelsSection } from './sections/channels.ts'
import { commentsSection, contactsSection, unansweredSection } from './sections/contacts.ts'
import { experienceSection } from './sections/experience.ts'
import { gapSection } from './sections/gap.ts'
import { howToReadSection } from './sections/how-to-read.ts'
import { questionsSection } from './sections/questions.ts'

/** The whole report in one language, every figure as the results give it. */
export function participantReport(input: ReportInput, language: Language): ReportDocument {
  const { facts, result } = input
  const words = wordsFor(facts.method, language)
  const { t } = words
  const sections = [
    areasSection(input, words),
    channelsSection(input, words),
    bandsSection(input, words),
    gapSection(input, words),
    questionsSection(input, words),
    unansweredSection(input, words),
    experienceSection(input, words),
    commentsSection(input, words),
    howToReadSection(input, words),
    contactsSection(input, words),
  ].filter((section): section is Section => section !== undefined)
  return {
    language,
    title: result.participant,
    subtitle: t('kind', { edition: facts.edition }),
    runningHead: `${result.participant} · ${facts.edition}`,
    pageWord: t('page'),
    author: facts.organisation,
    answer: answerOf(input, words),
    meaning: { title: t('meaning'), items: meaningOf(input, words) },
    cover: coverBlocks(input, words),
    facts: factLines(facts, result.class, words),
    sections,
  }
}

function answerOf(input: ReportInput, words: ReportWords): ReportDocument['answer'] {
  const { t } = words
  const { totalResult, interval } = input.result
  if (totalResult === null) return { value: t('noTotal'), unit: '', sureness: '' }
  const place = placeText(input, words)
  return {
    value: words.score(totalResult),
    unit: t('ofHundred'),
    sureness: interval
      ? t('sureness', { low: words.score(interval[0]), high: words.score(interval[1]), place })
      : place,
  }
}

function placeText({ facts, result, classResult }: ReportInput, { t, format, range }: ReportWords): string {
  const { classRank, classRankRange, rank } = result
  if (classResult && classRank !== null) {
    const values = { rank: format.number(classRank), of: format.number(classResult.participants) }
    return classRankRange && classRankRange[0] !== classRankRange[1]
      ? t('placeRange', { ...values, range: range(classRankRange) })
      : t('placeSure', values)
  }
  return rank === null
    ? ''
    : t('placeOverall', { rank: format.number(rank), of: format.number(facts.taking) })
}

/** The answer in sentences: against the class, how sure the place is, what was lost, where to look first. */
function meaningOf(input: ReportInput, words: ReportWords): string[] {
  const { t, format, score, area } = words
  const { result, classResult } = input
  const { n, nAnswered, answeredScore, classRankRange } = result
  const { best, worst } = areaEnds(areaRows(input))
  const missed = n - nAnswered
  const items = [
    classMeaning(input, words),
    classResult && classRankRange && classRankRange[0] !== classRankRange[1]
      ? t('meansPlaces', { low: format.number(classRankRange[0]), high: format.number(classRankRange[1]) })
      : undefined,
    missed > 0
      ? t('meansUnanswered', {
          count: format.number(missed),
          n: format.number(n),
          answered: score(answeredScore),
        })
      : t('meansAllAnswered', { n: format.number(n) }),
    best && t('meansBest', { area: inSentence(area(best.id)), change: format.change(best.change) }),
    worst && t('meansWorst', { area: inSentence(area(worst.id)), change: format.change(worst.change) }),
  ]
  return items.filter((item): item is string => item !== undefined)
}

/** Clear of the class's mean when the participant's interval does not hold it. */
function classMeaning({ result, classResult }: ReportInput, { t, score }: ReportWords): string | undefined {
  const mean = classResult?.totalResult
  if (mean === undefined || mean === null || !result.interval) return undefined
  const [low, high] = result.interval
  const key = low > mean ? 'meansAbove' : high < mean ? 'meansBelow' : 'meansLevel'
  return t(key, { mean: score(mean) })
}

function coverBlocks(input: ReportInput, words: ReportWords): Block[] {
  const { facts, result, classResult } = input
  const { t, format } = words
  const whole = [0, 100] as const
  const drawn = { value: result.totalResult, interval: result.interval, beside: classResult?.totalResult }
  const marks = estimateMarks(drawn, whole)
  const preliminary = facts.counted < facts.contacts
  return [
    {
      kind: 'table',
      caption: t('total'),
      columns: [
        { header: '', kind: 'drawing', share: 1, axis: axisOf(whole, (value) => format.number(value)) },
      ],
      rows: [[{ text: '', marks }]],
      legend: estimateLegend(words, classResult !== undefined),
    },
    { kind: 'figures', items: coverFigures(input, words) },
    ...(preliminary
      ? [
          {
            kind: 'note',
            text: t('preliminary', {
              counted: format.number(facts.counted),
              contacts: format.number(facts.contacts),
            }),
          } as const,
        ]
      : []),
  ]
}

function coverFigures({ facts, result }: ReportInput, words: ReportWords): FigureItem[] {
  const { t, format, score } = words
  const { n, nAnswered, answeredScore, answeredInterval, rank, rankRange } = result
  const of = format.number(facts.taking)
  return [
    {
      label: t('answered'),
      value: score(answeredScore),
      detail: answeredInterval
        ? t('interval', { range: format.interval(...answeredInterval), n: format.number(nAnswered) })
        : t('onlyN', { n: format.number(nAnswered) }),
    },
    {
      label: t('unanswered'),
      value: format.number(n - nAnswered),
      detail: t('ofContacts', { n: format.number(n) }),
    },
    {
      label: t('place'),
      value: rank === null ? t('unknown') : format.number(rank),
      detail: rankRange ? t('ofTaking', { of, range: words.range(rankRange) }) : t('ofOnly', { of }),
    },
  ]
}

export function factLines(
  facts: EditionFacts,
  className: string | undefined,
  { t, format }: ReportWords,
): ReportDocument['facts'] {
  const { start, weeks } = facts.method.calendar
  return [
    ...(className === undefined ? [] : [[t('class'), className] satisfies [string, string]]),
    [t('organisation'), facts.organisation],
    [t('period'), `${format.date(start)} – ${format.date(addDays(start, weeks * 7 - 3))}`],
    [t('method'), facts.methodVersion],
    [t('computed'), format.instant(facts.computedAt)],
  ]
}
