import { describe, expect, test } from 'vitest'
import { type JsonSource, readObjects } from '../json/read-objects.ts'
import { bytesOf, itemsOf, recordsOf } from '../testing/bytes.ts'
import { chatwootSource } from './chatwoot.ts'
import { freshdeskSource } from './freshdesk.ts'
import { genesysSource } from './genesys.ts'
import { intercomSource } from './intercom.ts'
import { zammadSource } from './zammad.ts'
import { zendeskSource } from './zendesk.ts'

const read = (source: JsonSource<undefined>, value: unknown) =>
  recordsOf(readObjects(bytesOf(JSON.stringify(value), 100), source, undefined))

describe('Zendesk', () => {
  const ticket = {
    url: 'https://firma.example/api/v2/tickets/35436.json',
    id: 35436,
    created_at: '2025-03-03T09:15:00Z',
    subject: 'Faktura',
    description: 'Hvorfor har jeg fått to fakturaer?',
    requester_id: 20978392,
    group_id: 98738,
    type: 'question',
    status: 'solved',
    via: { channel: 'web', source: { from: {}, to: {}, rel: null } },
    satisfaction_rating: { id: 1234, score: 'good', comment: 'Fint' },
  }
  test('a page of the incremental export, with users and metric sets beside', async () => {
    const page = {
      tickets: [ticket],
      users: [{ id: 20978392, email: 'kari@kunde.example' }],
      metric_sets: [
        { ticket_id: 35436, assignee_stations: 3, reply_time_in_minutes: { calendar: 12, business: 2 } },
      ],
      end_of_stream: true,
    }
    expect(await read(zendeskSource, page)).toEqual([
      {
        sourceId: '35436',
        contactId: '35436',
        channel: 'web',
        startedAt: '2025-03-03T09:15:00.000Z',
        customer: 'kari@kunde.example',
        text: 'Faktura\n\nHvorfor har jeg fått to fakturaer?',
        reasonCode: 'question',
        queue: '98738',
        waitSeconds: 720,
        transfers: 2,
        resolved: true,
        csat: 1,
      },
    ])
  })
  test('comments are shared between customer and organisation; private ones are left out', async () => {
    const comments = [
      { author_id: 20978392, public: true, plain_body: 'Hvorfor har jeg fått to fakturaer?' },
      { author_id: 1, public: false, plain_body: 'Dette er en intern lapp.' },
      { author_id: 1, public: true, html_body: '<p>Den ene er en <b>kopi</b>.</p>' },
      { author_id: 20978392, public: true, body: 'Takk!' },
    ]
    const [record] = await read(zendeskSource, [{ ...ticket, comments }])
    expect(record).toMatchObject({
      text: 'Faktura\n\nHvorfor har jeg fått to fakturaer?\n\nTakk!',
      agentText: 'Den ene er en kopi.',
    })
  })
  test('what the system made itself is refused with its reason', async () => {
    const made = [
      { ...ticket, via: { channel: 'rule' } },
      { ...ticket, id: undefined },
      { ...ticket, created_at: 'i går' },
      'x',
      null,
    ]
    const items = await itemsOf(readObjects(bytesOf(JSON.stringify(made)), zendeskSource, undefined))
    expect(items.map((item) => (item.ok ? 'ok' : item.reason))).toEqual([
      'nothing-asked',
      'missing-id',
      'bad-time',
      'wrong-shape',
      'wrong-shape',
    ])
    expect(items[1]).toMatchObject({ at: { record: 2, path: 'id' } })
  })
})

test('Chatwoot: a conversation with its messages', async () => {
  const conversation = {
    id: 42,
    inbox_id: 3,
    status: 'resolved',
    created_at: 1740993300,
    labels: ['retur'],
    meta: {
      sender: { id: 7, email: 'ola@kunde.example' },
      channel: 'Channel::WebWidget',
      team: { name: 'Butikk' },
    },
    messages: [
      {
        id: 2,
        content: 'Hei! Et øyeblikk.',
        message_type: 1,
        created_at: 1740993301,
        sender: { type: 'agent_bot' },
      },
      {
        id: 1,
        content: 'Hvordan returnerer jeg?',
        message_type: 0,
        created_at: 1740993300,
        sender: { type: 'contact' },
      },
      { id: 3, content: 'Tildelt Kari', message_type: 2, created_at: 1740993310 },
      {
        id: 4,
        content: 'Husk rabatten',
        message_type: 1,
        private: true,
        created_at: 1740993320,
        sender: { type: 'user' },
      },
      {
        id: 5,
        content: 'Bruk lappen i esken.',
        message_type: 1,
        created_at: 1740993390,
        sender: { type: 'user' },
      },
      {
        id: 6,
        content: 'Hvor fornøyd?',
        message_type: 3,
        created_at: 1740993400,
        content_type: 'input_csat',
        content_attributes: { submitted_values: { csat_survey_response: { rating: 4 } } },
      },
    ],
  }
  const expected = {
    sourceId: '42',
    contactId: '42',
    channel: 'chat',
    direction: 'in',
    startedAt: '2025-03-03T09:15:00.000Z',
    customer: 'ola@kunde.example',
    text: 'Hvordan returnerer jeg?',
    agentText: 'Hei! Et øyeblikk.\n\nBruk lappen i esken.',
    reasonCode: 'retur',
    queue: 'Butikk',
    waitSeconds: 90,
    resolved: true,
    csat: 0.75,
  }
  expect(await read(chatwootSource, { data: { meta: {}, payload: [conversation] } })).toEqual([expected])
  expect(await read(chatwootSource, conversation)).toEqual([expected])
  const messages = conversation.messages.map((message) => ({ ...message, conversation_id: 42 }))
  const [gathered] = await read(chatwootSource, {
    meta: { contact: conversation.meta.sender },
    payload: messages,
  })
  expect(gathered).toMatchObject({
    sourceId: '42',
    customer: 'ola@kunde.example',
    text: expected.text,
    waitSeconds: 90,
  })
})

test('Freshdesk: numbers for source, status and rating', async () => {
  const ticket = {
    id: 9,
    source: 3,
    status: 5,
    priority: 1,
    subject: 'Strømbrudd',
    description: '<div>Str&oslash;mmen er borte</div>',
    type: 'Incident',
    requester_id: 11,
    requester: { email: 'liv@kunde.example' },
    group_id: 4,
    created_at: '2025-03-03T09:15:00Z',
    stats: { first_responded_at: '2025-03-03T09:20:00Z' },
    conversations: [
      { body_text: 'Den er tilbake', incoming: true, private: false },
      { body_text: 'Så bra', incoming: false, private: false },
      { body_text: 'Feil i trafo', incoming: false, private: true },
    ],
    satisfaction_ratings: [{ ratings: { default_question: -103 } }],
  }
  expect(await read(freshdeskSource, [ticket])).toEqual([
    {
      sourceId: '9',
      contactId: '9',
      channel: 'phone',
      direction: 'in',
      startedAt: '2025-03-03T09:15:00.000Z',
      customer: 'liv@kunde.example',
      text: 'Strømbrudd\n\nStrømmen er borte\n\nDen er tilbake',
      agentText: 'Så bra',
      reasonCode: 'Incident',
      queue: '4',
      waitSeconds: 300,
      resolved: true,
      csat: 0,
    },
  ])
  const [sent] = await read(freshdeskSource, [{ ...ticket, source: 10, conversations: [] }])
  expect(sent).toMatchObject({
    channel: 'email',
    direction: 'out',
    text: 'Strømbrudd',
    agentText: 'Strømmen er borte',
  })
  const spam = await itemsOf(
    readObjects(bytesOf(JSON.stringify([{ ...ticket, spam: true }])), freshdeskSource, undefined),
  )
  expect(spam).toMatchObject([{ ok: false, reason: 'nothing-asked' }])
})

describe('Genesys Cloud', () => {
  const agent = (id: string, handle: number, code: string) => ({
    participantId: `p-${id}`,
    purpose: 'agent',
    sessions: [
      {
        sessionId: `s-${id}`,
        mediaType: 'voice',
        segments: [
          { segmentStart: '2025-03-03T09:17:00.000Z', segmentType: 'interact', queueId: 'q1' },
          {
            segmentStart: '2025-03-03T09:19:00.000Z',
            segmentType: 'wrapup',
            queueId: 'q1',
            wrapUpCode: code,
          },
        ],
        metrics: [
          { name: 'tHandle', value: handle, emitDate: '2025-03-03T09:19:00.000Z' },
          { name: 'nTransferred', value: id === '5' ? 0 : 1, emitDate: '2025-03-03T09:19:00.000Z' },
        ],
      },
    ],
  })
  const customer = {
    participantId: 'c',
    purpose: 'external',
    sessions: [{ mediaType: 'voice', direction: 'inbound', ani: 'tel:+4791234567', segments: [] }],
  }
  const queue = (metrics: readonly object[]) => ({
    purpose: 'acd',
    sessions: [{ mediaType: 'voice', segments: [{ segmentType: 'interact', queueId: 'q1' }], metrics }],
  })
  const conversation = {
    conversationId: 'c1',
    conversationStart: '2025-03-03T09:15:00.000Z',
    originatingDirection: 'inbound',
    participants: [
      customer,
      queue([{ name: 'tAcd', value: 30_400 }]),
      ...['1', '2', '3', '4', '5'].map((id) => agent(id, 60_000, `kode-${id}`)),
      {
        purpose: 'agent',
        sessions: [{ mediaType: 'voice', segments: [{ segmentType: 'alert' }], metrics: [] }],
      },
    ],
  }
  test('five agents are five legs of one contact', async () => {
    const [contact, ...legs] = await read(genesysSource, { conversations: [conversation] })
    expect(contact).toEqual({
      sourceId: 'c1',
      contactId: 'c1',
      channel: 'phone',
      direction: 'in',
      startedAt: '2025-03-03T09:15:00.000Z',
      customer: '+4791234567',
      reasonCode: 'kode-5',
      queue: 'q1',
      waitSeconds: 30,
      handleSeconds: 300,
      transfers: 4,
      outcome: 'answered',
    })
    expect(legs).toHaveLength(5)
    expect(legs[1]).toEqual({
      sourceId: 'c1/s-2',
      contactId: 'c1',
      legOf: 'c1',
      channel: 'phone',
      direction: 'in',
      startedAt: '2025-03-03T09:17:00.000Z',
      customer: '+4791234567',
      reasonCode: 'kode-2',
      queue: 'q1',
      handleSeconds: 60,
    })
  })
  test('whoever hangs up in the queue is one contact without legs', async () => {
    const gone = { ...conversation, participants: [customer, queue([{ name: 'tAbandon', value: 5000 }])] }
    expect(await read(genesysSource, [gone])).toMatchObject([{ outcome: 'abandoned', transfers: 0 }])
  })
})

test('Intercom: what was said first, and every comment', async () => {
  const conversation = {
    type: 'conversation',
    id: '1911149811',
    created_at: 1740993300,
    state: 'closed',
    team_assignee_id: 5,
    ai_agent_participated: true,
    source: {
      type: 'email',
      delivered_as: 'customer_initiated',
      subject: '<p>Retur</p>',
      body: '<p>Hvordan sender jeg tilbake?</p>',
      author: { type: 'user', id: 'u1', email: 'per@kunde.example' },
    },
    contacts: { type: 'contact.list', contacts: [{ type: 'contact', id: 'k1' }] },
    conversation_parts: {
      conversation_parts: [
        { part_type: 'comment', body: '<p>Bruk lappen.</p>', author: { type: 'admin' } },
        { part_type: 'note', body: '<p>Sur kunde</p>', author: { type: 'admin' } },
        { part_type: 'comment', body: '<p>Takk</p>', author: { type: 'user' } },
      ],
    },
    conversation_rating: { rating: 5 },
    statistics: { time_to_admin_reply: 610, count_assignments: 2 },
  }
  expect(await read(intercomSource, { type: 'conversation.list', conversations: [conversation] })).toEqual([
    {
      sourceId: '1911149811',
      contactId: '1911149811',
      channel: 'email',
      direction: 'in',
      startedAt: '2025-03-03T09:15:00.000Z',
      customer: 'per@kunde.example',
      text: 'Retur\n\nHvordan sender jeg tilbake?\n\nTakk',
      agentText: 'Bruk lappen.',
      queue: '5',
      waitSeconds: 610,
      transfers: 1,
      resolved: true,
      triedSelfService: true,
      csat: 1,
    },
  ])
})

test('Zammad: a ticket with its articles', async () => {
  const ticket = {
    id: 77,
    number: '20077',
    title: 'Flytting',
    group: 'Kundeservice',
    state: 'closed',
    customer: 'eva@kunde.example',
    created_at: '2025-03-03T09:15:00.000Z',
    first_response_at: '2025-03-03T09:45:00.000Z',
    time_unit: '2.5',
    articles: [
      {
        type: 'email',
        sender: 'Customer',
        internal: false,
        content_type: 'text/html',
        body: 'Jeg <b>flytter</b> i mai',
      },
      { type: 'note', sender: 'Agent', internal: true, content_type: 'text/plain', body: 'Sjekk adressen' },
      {
        type: 'email',
        sender: 'Agent',
        internal: false,
        content_type: 'text/plain',
        body: 'Da er det ordnet',
      },
    ],
  }
  expect(await read(zammadSource, [ticket])).toEqual([
    {
      sourceId: '77',
      contactId: '77',
      channel: 'email',
      direction: 'in',
      startedAt: '2025-03-03T09:15:00.000Z',
      customer: 'eva@kunde.example',
      text: 'Flytting\n\nJeg flytter i mai',
      agentText: 'Da er det ordnet',
      queue: 'Kundeservice',
      waitSeconds: 1800,
      handleSeconds: 150,
      resolved: true,
    },
  ])
  const { articles, ...bare } = ticket
  const beside = articles.map((article) => ({ ...article, ticket_id: 77 }))
  const [record] = await read(zammadSource, [ticket])
  expect(await read(zammadSource, { tickets: [bare], articles: beside })).toEqual([record])
  const assets = {
    Ticket: { 77: bare },
    TicketArticle: Object.fromEntries(beside.map((one, index) => [index, one])),
  }
  expect(await read(zammadSource, { record_ids: [77], assets })).toEqual([record])
})
