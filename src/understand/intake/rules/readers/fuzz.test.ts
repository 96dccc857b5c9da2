import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { enquiryChannels, readReasons } from '../record.ts'
import { readMappedJson } from './json/mapped-objects.ts'
import { type JsonSource, readObjects } from './json/read-objects.ts'
import { readEml, readMbox } from './mail/read-mail.ts'
import { chatwootSource } from './sources/chatwoot.ts'
import { freshdeskSource } from './sources/freshdesk.ts'
import { genesysSource } from './sources/genesys.ts'
import { intercomSource } from './sources/intercom.ts'
import { zammadSource } from './sources/zammad.ts'
import { zendeskSource } from './sources/zendesk.ts'
import { bytesOf, itemsOf } from './testing/bytes.ts'

const sources: readonly (readonly [string, JsonSource<undefined>])[] = [
  ['Zendesk', zendeskSource],
  ['Chatwoot', chatwootSource],
  ['Freshdesk', freshdeskSource],
  ['Genesys', genesysSource],
  ['Intercom', intercomSource],
  ['Zammad', zammadSource],
]

/** Objects with the names that sources use and anything at all as their values. */
const names =
  `id conversationId created_at conversationStart subject description via channel source type status state meta sender
  messages message_type content private comments author_id requester_id participants purpose sessions segments metrics name value
  conversation_parts body author articles internal metric_set satisfaction_rating score ratings tags labels tickets conversations
  payload data users __proto__ constructor`.split(/\s+/)
const leaf = fc.oneof(
  fc.constant(null),
  fc.boolean(),
  fc.integer(),
  fc.double(),
  fc.string({ maxLength: 10 }),
  fc.constantFrom('2025-03-03T09:15:00Z', 'agent', 'customer', '<p>x', 'tHandle', 'constructor', 'toString'),
)
const { value: shapes } = fc.letrec((tie) => ({
  value: fc.oneof({ maxDepth: 5 }, leaf, fc.array(tie('value'), { maxLength: 4 }), tie('object')),
  object: fc
    .array(fc.tuple(fc.constantFrom(...names), tie('value')), { maxLength: 8 })
    .map((entries) => Object.fromEntries(entries)),
}))
const channelWord = fc.constantFrom('email', 'web', 'Channel::Email', 'constructor', 'toString')
const withId = fc.tuple(shapes, fc.integer({ min: 1 }), channelWord).map(([shape, id, channel]) =>
  shape !== null && typeof shape === 'object' && !Array.isArray(shape)
    ? {
        via: { channel },
        create_article_type: channel,
        source: { type: channel },
        meta: { channel },
        ...shape,
        id,
        conversationId: `c${id}`,
        created_at: '2025-03-03T09:15:00Z',
        conversationStart: '2025-03-03T09:15:00Z',
      }
    : shape,
)

describe('no reader throws, and every refusal has a reason and a place', () => {
  test.each(sources)('%s: objects of any shape', async (_, source) => {
    await fc.assert(
      fc.asyncProperty(fc.array(fc.oneof(shapes, withId), { maxLength: 4 }), async (values) => {
        const items = await itemsOf(readObjects(bytesOf(JSON.stringify(values), 64), source, undefined))
        for (const item of items) {
          expect(item.at.record).toBeGreaterThan(0)
          if (item.ok) {
            expect(Object.values(item.record)).not.toContain(undefined)
            expect([undefined, ...enquiryChannels]).toContain(item.record.channel)
          } else expect(readReasons).toContain(item.reason)
        }
      }),
      { numRuns: 300 },
    )
  })
  test('bytes of any kind, for each reader', async () => {
    const mapping = {
      columns: { text: 'a' },
      values: {},
      units: {},
      decimal: ',',
      dateOrder: 'day-first',
      timeZone: 'UTC',
    } as const
    await fc.assert(
      fc.asyncProperty(fc.uint8Array({ maxLength: 200 }), async (bytes) => {
        await itemsOf(readEml(bytesOf(bytes), { own: [] }))
        await itemsOf(readMbox(bytesOf(bytes), { own: ['x'] }))
        await itemsOf(readMappedJson(bytesOf(bytes), { mapping }))
        for (const [, source] of sources) await itemsOf(readObjects(bytesOf(bytes), source, undefined))
      }),
      { numRuns: 200 },
    )
  })
  test('mail that is cut off anywhere', async () => {
    const mail =
      'From a@b Mon Mar  3 10:15:00 2025\nFrom: a@b.no\nDate: Mon, 3 Mar 2025 10:15:00 +0100\nContent-Type: multipart/mixed; boundary="x"\n\n--x\nContent-Type: text/html\nContent-Transfer-Encoding: base64\n\nPGI+aGVpPC9iPg==\n--x--\n'
    for (let length = 0; length <= mail.length; length++)
      await itemsOf(readMbox(bytesOf(mail.slice(0, length), 50), { own: [] }))
  })
  test('deep nesting and huge fields are refused', async () => {
    const deep = `[${'{"a":'.repeat(5000)}1${'}'.repeat(5000)},{"id":1,"created_at":"2025-03-03T09:15:00Z"}]`
    const items = await itemsOf(readObjects(bytesOf(deep, 4096), zendeskSource, undefined))
    expect(items.map((item) => (item.ok ? 'ok' : item.reason))).toEqual(['too-deep', 'ok'])
    const limits = { characters: 1000, depth: 50 }
    const huge = `[{"id":1,"subject":"${'x'.repeat(100_000)}"},{"id":2,"created_at":"2025-03-03T09:15:00Z"}]`
    const rest = await itemsOf(readObjects(bytesOf(huge, 4096), zendeskSource, undefined, limits))
    expect(rest.map((item) => (item.ok ? 'ok' : item.reason))).toEqual(['too-large', 'ok'])
  })
})
