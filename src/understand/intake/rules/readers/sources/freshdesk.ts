/**
 * Freshdesk tickets: answers of /api/v2/tickets (with `include=description,requester,stats`), a list, or one ticket in
 * each line with its `conversations`. Field names and number tables: Freshdesk API v2, Tickets, Conversations, Ratings.
 */
import type { EnquiryChannel } from '../../record.ts'
import { fieldOf, idAt, listAt, numberAt, present, textAt, together, yesAt } from '../dig.ts'
import { htmlText } from '../html-text.ts'
import type { JsonSource, ObjectReading } from '../json/read-objects.ts'
import { momentOf } from '../moments.ts'

/** `source` of a ticket. 10 is mail that the organisation began. */
const channels: ReadonlyMap<number, EnquiryChannel> = new Map([
  [1, 'email'],
  [2, 'web'],
  [3, 'phone'],
  [4, 'social'],
  [5, 'social'],
  [6, 'social'],
  [7, 'chat'],
  [8, 'chat'],
  [9, 'web'],
  [10, 'email'],
  [11, 'other'],
  [12, 'chatbot'],
  [13, 'chat'],
])
const outbound = 10
/** `status`: 2 open, 3 pending, 4 resolved, 5 closed; the organisation's own begin at 6. */
const done = [4, 5]
/** Ratings run from 103 (extremely happy) over 100 (neutral) to -103 (extremely unhappy). */
const ratings: ReadonlyMap<number, number> = new Map([
  [103, 1],
  [102, 5 / 6],
  [101, 4 / 6],
  [100, 0.5],
  [-101, 2 / 6],
  [-102, 1 / 6],
  [-103, 0],
])

export const freshdeskSource: JsonSource<undefined> = { lists: [['tickets'], ['results']], read: readTicket }

function readTicket(value: object): ObjectReading {
  const ticket = fieldOf(value, 'helpdesk_ticket') ?? value
  const sourceId = idAt(ticket, 'id') ?? idAt(ticket, 'display_id')
  if (sourceId === undefined) return { reason: 'missing-id', path: 'id' }
  const created = textAt(ticket, 'created_at')
  if (created === undefined) return { reason: 'missing-time', path: 'created_at' }
  const startedAt = momentOf(created, 'UTC')
  if (startedAt === undefined)
    return { reason: 'bad-time', path: 'created_at', params: { value: created.slice(0, 60) } }
  if (yesAt(ticket, 'spam') === true || yesAt(ticket, 'deleted') === true)
    return { reason: 'nothing-asked', params: { value: yesAt(ticket, 'spam') ? 'spam' : 'deleted' } }
  const source = numberAt(ticket, 'source')
  const status = numberAt(ticket, 'status')
  return [
    present({
      sourceId,
      contactId: sourceId,
      channel: source === undefined ? undefined : (channels.get(source) ?? 'other'),
      direction: source === undefined ? undefined : source === outbound ? ('out' as const) : ('in' as const),
      startedAt,
      customer:
        textAt(ticket, 'requester', 'email') ??
        textAt(ticket, 'email') ??
        textAt(ticket, 'requester', 'phone') ??
        idAt(ticket, 'requester_id'),
      ...textsOf(ticket, source),
      reasonCode: textAt(ticket, 'type'),
      queue: textAt(ticket, 'group', 'name') ?? idAt(ticket, 'group_id'),
      waitSeconds: waitOf(ticket, created),
      resolved: status === undefined ? undefined : done.includes(status),
      csat: satisfactionOf(ticket),
    }),
  ]
}

function textsOf(ticket: unknown, source: number | undefined) {
  const html = textAt(ticket, 'description')
  const description = textAt(ticket, 'description_text') ?? (html === undefined ? undefined : htmlText(html))
  const said = listAt(ticket, 'conversations').filter((one) => yesAt(one, 'private') !== true)
  const isCustomers = (one: unknown): boolean => yesAt(one, 'incoming') === true
  const asked = [textAt(ticket, 'subject'), source === outbound ? undefined : description]
  return {
    text: together([...asked, ...said.filter(isCustomers).map(bodyOf)]),
    agentText: together([
      source === outbound ? description : undefined,
      ...said.filter((one) => !isCustomers(one)).map(bodyOf),
    ]),
  }
}

function bodyOf(conversation: unknown): string | undefined {
  const html = textAt(conversation, 'body')
  return textAt(conversation, 'body_text') ?? (html === undefined ? undefined : htmlText(html))
}

function waitOf(ticket: unknown, created: string): number | undefined {
  const responded = textAt(ticket, 'stats', 'first_responded_at')
  const [from, to] = [
    momentOf(created, 'UTC'),
    responded === undefined ? undefined : momentOf(responded, 'UTC'),
  ]
  if (from === undefined || to === undefined) return undefined
  const seconds = (Date.parse(to) - Date.parse(from)) / 1000
  return seconds >= 0 ? seconds : undefined
}

function satisfactionOf(ticket: unknown): number | undefined {
  const last = listAt(ticket, 'satisfaction_ratings').at(-1) ?? fieldOf(ticket, 'satisfaction_rating')
  const rating = numberAt(last, 'ratings', 'default_question')
  return rating === undefined ? undefined : ratings.get(rating)
}
