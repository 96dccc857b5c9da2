/** The contacts themselves: those that nobody answered, all of them, and what the observers wrote. */
import type { Cell, Quote, Section } from '../../contract.ts'
import { quotedContacts } from '../quoted-contacts.ts'
import type { ReportContact, ReportInput } from '../report-input.ts'
import type { ReportWords } from '../report-words.ts'

function scenarioOf({ facts }: ReportInput, contact: ReportContact, { language }: ReportWords): string {
  return facts.method.scenarios.find(({ id }) => id === contact.scenario)?.title[language] ?? ''
}

export function unansweredSection(input: ReportInput, words: ReportWords): Section {
  const { t, format } = words
  const { result, contacts } = input
  const missed = contacts.filter(({ answered }) => !answered)
  if (missed.length === 0) return { title: t('unansweredNone'), lead: t('unansweredNoneLead'), blocks: [] }
  const { answeredScore, totalResult, n } = result
  return {
    title: t('unansweredTitle', { count: format.number(missed.length), n: format.number(n) }),
    lead: t('unansweredLead', { answered: words.score(answeredScore), total: words.score(totalResult) }),
    blocks: [
      {
        kind: 'table',
        caption: t('unanswered'),
        columns: [
          { header: t('number'), kind: 'number' },
          { header: t('date'), kind: 'text' },
          { header: t('channel'), kind: 'text' },
          { header: t('scenario'), kind: 'text', share: 1 },
        ],
        rows: missed.map((contact): Cell[] => [
          { text: format.number(contact.number) },
          { text: format.date(contact.date) },
          { text: words.channel(contact.channel) },
          { text: scenarioOf(input, contact, words) },
        ]),
      },
    ],
  }
}

/** The lowest and the highest answered contacts that somebody wrote about. */
export function commentsSection(input: ReportInput, words: ReportWords): Section | undefined {
  const { t } = words
  const { low, high } = quotedContacts(input.contacts)
  if (low.length === 0) return undefined
  return {
    title: t('commentsTitle'),
    lead: t('commentsLead', { low: low.length, high: high.length }),
    blocks: [{ kind: 'quotes', items: [...low, ...high].map((contact) => quoteOf(input, contact, words)) }],
  }
}

function quoteOf({ facts }: ReportInput, contact: ReportContact, words: ReportWords): Quote {
  const { t, format, language } = words
  return {
    source: t('quoteSource', {
      number: format.number(contact.number),
      channel: words.channel(contact.channel),
      date: format.date(contact.date),
      score: words.score(contact.score),
    }),
    lines: facts.method.comments.flatMap(({ id, area }) => {
      const text = contact.comments[id]?.trim()
      return text
        ? [{ label: facts.method.areas.find((one) => one.id === area)?.name[language] ?? '', text }]
        : []
    }),
  }
}

export function contactsSection(input: ReportInput, words: ReportWords): Section {
  const { t, format } = words
  const { facts, contacts, result } = input
  const areas = facts.method.areas.filter(({ id }) =>
    contacts.some((contact) => contact.areas[id] !== undefined),
  )
  return {
    title: t('contactsTitle', { n: format.number(result.n) }),
    lead: t('contactsLead'),
    blocks: [
      {
        kind: 'table',
        caption: t('contactsTitle', { n: format.number(result.n) }),
        columns: [
          { header: t('number'), kind: 'number' },
          { header: t('date'), kind: 'text' },
          { header: t('channel'), kind: 'text' },
          { header: t('scenario'), kind: 'text', share: 1.7 },
          { header: t('score'), kind: 'number' },
          ...areas.map(({ id }) => ({ header: words.area(id), kind: 'number', share: 1 }) as const),
        ],
        rows: contacts.map((contact): Cell[] => [
          { text: format.number(contact.number) },
          { text: format.shortDate(contact.date) },
          { text: words.channel(contact.channel) },
          { text: scenarioOf(input, contact, words) },
          { text: contact.answered ? words.score(contact.score) : t('unanswered'), strong: true },
          ...areas.map(({ id }) => {
            const score = contact.areas[id]
            return { text: score === undefined ? '' : words.score(score) }
          }),
        ]),
      },
    ],
  }
}
