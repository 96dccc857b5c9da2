/** The public page as sections of the reports' blocks: winners first, then how sure that is and how it was found. */
import { addDays } from '../../../kernel/calendar.ts'
import type { Block, Cell, Section } from '../../reports/contract.ts'
import { axisOf, estimateMarks, roundDomain } from '../../reports/rules/drawing.ts'
import { wordsFor } from '../../reports/rules/report-words.ts'
import { bandsTable } from '../../reports/rules/sections/bands.ts'
import { changeText } from './change-text.ts'
import type { PublicEntry, PublicRanking } from './public-edition.ts'
import type { PublicWords } from './public-words.ts'
import type { Published } from './published.ts'

/** The sections in the order of the page. */
export function publicSections(published: Published, words: PublicWords): Section[] {
  return [
    classesSection(published, words),
    channelsSection(published, words),
    ...(published.shown.list.length > 0 ? [listSection(published, words)] : []),
    metSection(published, words),
    howSection(published, words),
    changesSection(published, words),
  ]
}

/** Whether the winner leads for certain, in a whole sentence. */
export function surenessOf({ others, taking }: PublicRanking, { t, format }: PublicWords): string {
  if (taking <= 1 || others === null) return ''
  if (others === 0) return t('sure')
  return others === 1 ? t('othersOne') : t('othersMany', { count: format.number(others) })
}

/** The same in a few words, for a table's cell. */
export function shortSureness({ others, taking }: PublicRanking, { t, format }: PublicWords): string {
  if (taking <= 1) return t('alone')
  if (others === null) return t('unknown')
  if (others === 0) return t('shortSure')
  return others === 1 ? t('shortOthersOne') : t('shortOthers', { count: format.number(others) })
}

export const namesOf = (winners: readonly PublicEntry[]): string => winners.map(({ name }) => name).join(', ')

const levelHead = ({ results }: Published, { t, format }: PublicWords): string =>
  t('interval', { level: format.number(results.intervals.level * 100) })

function classesSection(published: Published, words: PublicWords): Section {
  const { t, format, score } = words
  const rows = published.shown.classes.filter(({ winners }) => winners.length > 0)
  return {
    title: t('classes'),
    lead: t('classesLead'),
    blocks: [
      {
        kind: 'table',
        caption: t('classes'),
        columns: [
          { header: t('class'), kind: 'text' },
          { header: t('winner'), kind: 'text' },
          { header: t('total'), kind: 'number' },
          { header: levelHead(published, words), kind: 'number' },
          { header: t('sureness'), kind: 'text' },
        ],
        rows: rows.map((one): Cell[] => {
          const [first] = one.winners
          return [
            { text: one.class },
            { text: namesOf(one.winners), strong: true },
            { text: score(first?.totalResult ?? null), strong: true },
            { text: first?.interval ? format.interval(...first.interval) : t('unknown') },
            { text: shortSureness(one, words) },
          ]
        }),
      },
    ],
  }
}

function channelsSection({ method, shown }: Published, words: PublicWords): Section {
  const { t, format, language, score } = words
  const nameOf = new Map<string, string>(method.channels.map(({ id, name }) => [id, name[language]]))
  return {
    title: t('channels'),
    lead: t('channelsLead'),
    blocks: [
      {
        kind: 'table',
        caption: t('channels'),
        columns: [
          { header: t('channel'), kind: 'text' },
          { header: t('participant'), kind: 'text' },
          { header: t('total'), kind: 'number' },
          { header: t('n'), kind: 'number' },
        ],
        rows: shown.channels
          .filter(({ best }) => best.length > 0)
          .map(({ channel, best, totalResult, n }): Cell[] => [
            { text: nameOf.get(channel) ?? channel },
            { text: best.join(', '), strong: true },
            { text: score(totalResult), strong: true },
            { text: format.number(n) },
          ]),
      },
    ],
  }
}

function listSection(published: Published, words: PublicWords): Section {
  const { t, format, score } = words
  const { list, unnamed } = published.shown
  const domain = roundDomain(
    list.flatMap(({ totalResult, interval }) => [totalResult ?? [], interval ?? []].flat()),
    [0, 100],
  )
  const range = (one: readonly [number, number] | null) =>
    one === null ? t('unknown') : one[0] === one[1] ? format.number(one[0]) : `${one[0]}–${one[1]}`
  const note: Block[] =
    unnamed === 0
      ? []
      : [
          {
            kind: 'note',
            text: unnamed === 1 ? t('unnamedOne') : t('unnamedMany', { count: format.number(unnamed) }),
          },
        ]
  return {
    title: t('list'),
    lead: t('listLead'),
    blocks: [
      {
        kind: 'table',
        caption: t('list'),
        columns: [
          { header: t('place'), kind: 'number' },
          { header: t('participant'), kind: 'text' },
          { header: t('class'), kind: 'text' },
          { header: '', kind: 'drawing', share: 1, axis: axisOf(domain, (value) => format.number(value)) },
          { header: t('total'), kind: 'number' },
          { header: levelHead(published, words), kind: 'number' },
          { header: t('possible'), kind: 'number' },
          { header: t('classPlace'), kind: 'number' },
        ],
        rows: list.map((one): Cell[] => [
          { text: one.rank === null ? t('unknown') : format.number(one.rank) },
          { text: one.name, strong: true },
          { text: one.class },
          { text: '', marks: estimateMarks({ value: one.totalResult, interval: one.interval }, domain) },
          { text: score(one.totalResult), strong: true },
          { text: one.interval ? format.interval(...one.interval) : t('unknown') },
          { text: range(one.rankRange) },
          { text: one.classRank === null ? t('unknown') : format.number(one.classRank) },
        ]),
      },
      ...note,
    ],
  }
}

function metSection({ method, results }: Published, words: PublicWords): Section {
  const { t, format, language, score } = words
  const { all } = results
  const reportWords = wordsFor(method, language)
  const segments = [
    { segment: 'all', name: t('totalAll') },
    ...method.channels
      .filter(({ id }) => results.bands.some(({ segment }) => segment === id))
      .map(({ id, name }) => ({ segment: id as string, name: name[language] })),
  ]
  return {
    title: t('met'),
    lead: t('metLead', {
      n: format.number(all.n),
      unanswered: format.number(all.n - all.nAnswered),
    }),
    blocks: [
      {
        kind: 'figures',
        items: [
          {
            label: t('totalAll'),
            value: score(all.totalResult),
            detail: all.interval ? format.interval(...all.interval) : '',
          },
          {
            label: t('unanswered'),
            value: format.percent(all.n === 0 ? 0 : (all.n - all.nAnswered) / all.n, 1),
            detail: t('ofContacts', { n: format.number(all.n) }),
          },
        ],
      },
      bandsTable(results.bands, segments, { facts: { method }, words: reportWords }),
    ],
  }
}

function howSection({ method, results, computedAt }: Published, words: PublicWords): Section {
  const { t, format } = words
  const each = format.number(method.contactsPerParticipant)
  return {
    title: t('how'),
    lead: periodOf(method, words),
    blocks: [
      {
        kind: 'bullets',
        items: [
          t('howContacts', { each }),
          t('howScore'),
          t('howChance', { each, level: format.number(results.intervals.level * 100) }),
          t('howAgents'),
          t('howVersion', { version: results.methodVersion, computed: format.instant(computedAt) }),
        ],
      },
    ],
  }
}

export function periodOf({ calendar }: Published['method'], { t, format }: PublicWords): string {
  const { start, weeks } = calendar
  return t('period', { from: format.date(start), to: format.date(addDays(start, weeks * 7 - 1)) })
}

function changesSection({ method, changes }: Published, words: PublicWords): Section {
  const { t } = words
  const items = changes.map((change) => changeText(change, method, words))
  return {
    title: t('changes'),
    lead: items.length > 0 ? t('changesLead') : t('changesNone'),
    blocks: items.length > 0 ? [{ kind: 'bullets', items }] : [],
  }
}
