/**
 * Zammad tickets with their articles: tickets with `articles` in them (one in each line, or a list), answers of
 * /api/v1/tickets?expand=true, tickets with `articles` beside them, or the `assets` of ?full=true. Field names: Zammad API, Ticket, Articles.
 */
import type { EnquiryChannel } from '../../record.ts'
import { belongingTo, fieldOf, idAt, listAt, numberAt, present, textAt, together, yesAt } from '../dig.ts'
import { htmlText } from '../html-text.ts'
import type { JsonSource, ObjectReading } from '../json/read-objects.ts'
import { momentOf } from '../moments.ts'

/** `type` of an article. */
const channels: ReadonlyMap<string, EnquiryChannel> = new Map(
  Object.entries({
    email: 'email',
    phone: 'phone',
    web: 'web',
    chat: 'chat',
    sms: 'sms',
    'facebook feed post': 'social',
    'facebook feed comment': 'social',
    'twitter status': 'social',
    'twitter direct-message': 'social',
    'telegram personal-message': 'chat',
    'whatsapp message': 'chat',
    fax: 'letter',
  }),
)

export const zammadSource: JsonSource<undefined> = {
  lists: [['tickets'], ['records']],
  gather: ticketsWithArticles,
  read: readTicket,
}

/** Tickets and articles as two lists, or as two tables by id. */
function ticketsWithArticles(page: unknown): readonly unknown[] | undefined {
  const assets = fieldOf(page, 'assets')
  const tickets = assets === undefined ? listAt(page, 'tickets') : valuesAt(assets, 'Ticket')
  const articles = assets === undefined ? listAt(page, 'articles') : valuesAt(assets, 'TicketArticle')
  if (tickets.length === 0 || (assets === undefined && articles.length === 0)) return undefined
  return tickets.map((ticket) =>
    ticket !== null && typeof ticket === 'object'
      ? { ...ticket, articles: belongingTo(articles, 'ticket_id', idAt(ticket, 'id')) }
      : ticket,
  )
}

function valuesAt(value: unknown, field: string): readonly unknown[] {
  const found = fieldOf(value, field)
  return found !== null && typeof found === 'object' ? Object.values(found) : []
}

function readTicket(value: object): ObjectReading {
  const ticket = fieldOf(value, 'ticket') ?? value
  const sourceId = idAt(ticket, 'id')
  if (sourceId === undefined) return { reason: 'missing-id', path: 'id' }
  const created = textAt(ticket, 'created_at')
  if (created === undefined) return { reason: 'missing-time', path: 'created_at' }
  const startedAt = momentOf(created, 'UTC')
  if (startedAt === undefined)
    return { reason: 'bad-time', path: 'created_at', params: { value: created.slice(0, 60) } }
  const state = textAt(ticket, 'state') ?? textAt(ticket, 'state', 'name')
  if (state === 'merged' || state === 'removed') return { reason: 'nothing-asked', params: { value: state } }
  const articles = [...listAt(ticket, 'articles'), ...listAt(value, 'ticket_articles')].filter(
    (article) => yesAt(article, 'internal') !== true,
  )
  const first = articles[0]
  const type = nameAt(first, 'type') ?? nameAt(ticket, 'create_article_type')
  const sender = nameAt(first, 'sender') ?? nameAt(ticket, 'create_article_sender')
  return [
    present({
      sourceId,
      contactId: sourceId,
      channel: type === undefined ? undefined : (channels.get(type) ?? 'other'),
      // A call that an agent writes down is still the customer's; mail that an agent begins is not.
      direction:
        sender === undefined
          ? undefined
          : sender === 'Agent' && type !== 'phone'
            ? ('out' as const)
            : ('in' as const),
      startedAt,
      customer: customerOf(ticket),
      ...textsOf(ticket, articles, type),
      reasonCode: nameAt(ticket, 'category') ?? nameAt(ticket, 'type'),
      queue: nameAt(ticket, 'group') ?? idAt(ticket, 'group_id'),
      waitSeconds: waitOf(ticket, startedAt),
      handleSeconds: minutesAt(ticket, 'time_unit'),
      resolved: state === undefined ? undefined : state === 'closed',
    }),
  ]
}

/** Expanded answers hold a name; others an object with one. */
const nameAt = (value: unknown, field: string): string | undefined =>
  textAt(value, field) ?? textAt(value, field, 'name')

function customerOf(ticket: unknown): string | undefined {
  return textAt(ticket, 'customer', 'email') ?? textAt(ticket, 'customer') ?? idAt(ticket, 'customer_id')
}

function textsOf(ticket: unknown, articles: readonly unknown[], type: string | undefined) {
  const isCustomers = (article: unknown, index: number): boolean =>
    nameAt(article, 'sender') === 'Customer' || (index === 0 && type === 'phone')
  return {
    text: together([textAt(ticket, 'title'), ...articles.filter(isCustomers).map(bodyOf)]),
    agentText: together(
      articles
        .filter((article, index) => !isCustomers(article, index) && nameAt(article, 'sender') === 'Agent')
        .map(bodyOf),
    ),
  }
}

function bodyOf(article: unknown): string | undefined {
  const body = textAt(article, 'body')
  return body !== undefined && textAt(article, 'content_type') === 'text/html' ? htmlText(body) : body
}

function waitOf(ticket: unknown, startedAt: string): number | undefined {
  const answered = textAt(ticket, 'first_response_at')
  const moment = answered === undefined ? undefined : momentOf(answered, 'UTC')
  const seconds = moment === undefined ? -1 : (Date.parse(moment) - Date.parse(startedAt)) / 1000
  return seconds >= 0 ? seconds : undefined
}

/** Zammad counts the time spent in minutes, as a number or as text with decimals. */
function minutesAt(ticket: unknown, field: string): number | undefined {
  const minutes = numberAt(ticket, field) ?? Number(textAt(ticket, field) ?? Number.NaN)
  return Number.isFinite(minutes) && minutes >= 0 ? Math.round(minutes * 60) : undefined
}
