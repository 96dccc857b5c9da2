import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { makeFeedbackWorld } from '../../support/feedback-world.ts'
import { startTestServer, type TestServer } from '../../support/server.ts'

let server: TestServer
beforeAll(async () => {
  server = await startTestServer()
})
afterAll(() => server.close())

function letters(): readonly string[] {
  const outbox = join(server.dataFolder, 'outbox')
  return readdirSync(outbox).map((name) => readFileSync(join(outbox, name), 'utf8'))
}

const said = {
  topic: 'scenarios',
  text: 'Rollespillet passer ikke.',
  wantsReply: false,
  language: 'nb',
} as const
const fields = { title: 'Nytt rollespill', detail: '', ownerId: null, dueOn: null }

describe('an open link', () => {
  test('takes feedback without a sign-in; the reply reaches the receipt and the address, which is then erased', async () => {
    const { client, editionId, token } = await makeFeedbackWorld(server)
    const open = server.anonymous.feedback.open
    const link = await token()
    expect(await open.look({ token: link })).toEqual({
      organisation: 'Første',
      edition: 'Kundemøtet',
      participant: 'Fjordlinja',
    })
    const { receipt } = await open.send({ token: link, ...said, replyAddress: 'agent@fjordlinja.example' })
    const { items, waiting } = await client.feedback.list({ editionId })
    expect(waiting).toBe(1)
    expect(items[0]).toMatchObject({
      source: 'link',
      participant: 'Fjordlinja',
      sender: null,
      hasAddress: true,
    })
    const of = { editionId, feedbackId: items[0]!.feedbackId }
    await expect(client.feedback.close({ ...of, reason: 'Ferdig' })).rejects.toMatchObject({
      code: 'reply-first',
    })
    await client.feedback.reply({ ...of, text: 'Takk, vi lager et nytt.' })
    expect(letters().some((letter) => letter.includes('To: agent@fjordlinja.example'))).toBe(true)
    expect(await open.read({ receipt })).toMatchObject({
      state: 'answered',
      events: [{ kind: 'reply', text: 'Takk, vi lager et nytt.' }],
    })
    expect(JSON.stringify(await open.read({ receipt }))).not.toContain('organiser')
    await client.feedback.close({ ...of, reason: 'Besvart' })
    const { rows } = await server.database.pool.query(
      'select reply_address from feedback where feedback_id = $1',
      [of.feedbackId],
    )
    expect(rows).toEqual([{ reply_address: null }])
    await expect(client.feedback.reply({ ...of, text: 'Mer' })).rejects.toMatchObject({
      code: 'feedback-closed',
    })
  })

  test('a new link stops the old one, receipts stay, and a guess leads nowhere', async () => {
    const { token, received } = await makeFeedbackWorld(server)
    const old = await token()
    const { receipt } = await received()
    const open = server.anonymous.feedback.open
    await expect(open.look({ token: old })).rejects.toMatchObject({ code: 'feedback-link-unknown' })
    expect(await open.read({ receipt })).toMatchObject({ state: 'received', events: [] })
    const guess = `${server.organisations[0].organisationId}.${'a'.repeat(43)}`
    await expect(open.look({ token: guess })).rejects.toMatchObject({ code: 'feedback-link-unknown' })
    await expect(open.read({ receipt: guess })).rejects.toMatchObject({ code: 'feedback-link-unknown' })
    const { rows } = await server.database.pool.query('select token_hash from feedback_link')
    expect(rows.some(({ token_hash: hash }) => old.includes(hash))).toBe(false)
  })

  test('ten messages from one address at once are enough', async () => {
    const { token } = await makeFeedbackWorld(server)
    await server.database.pool.query('delete from sign_in_guard')
    const link = await token()
    const send = () => server.anonymous.feedback.open.send({ token: link, ...said })
    for (let sent = 0; sent < 10; sent++) await send()
    await expect(send()).rejects.toMatchObject({ code: 'too-many-requests' })
    await server.database.pool.query('delete from sign_in_guard')
  })
})

describe('signed in', () => {
  test('a participant and an observer speak about what they take part in, and read the reply', async () => {
    const reader = await server.signIn('participant')
    const observer = await server.signIn('observer')
    const world = await makeFeedbackWorld(server, { reader: reader.personId, observer: observer.personId })
    const { client, editionId } = world
    const message = { topic: 'timing', text: 'For tett i desember.', wantsReply: true } as const
    await reader.client.feedback.send({ editionId, ...message })
    await observer.client.feedback.send({ editionId, ...message, text: 'Skjemaet er langt.' })
    const { items } = await client.feedback.list({ editionId })
    expect(items.map(({ source, participant }) => [source, participant]).toSorted()).toEqual([
      ['observer', null],
      ['participant', 'Fjordlinja'],
    ])
    const fromReader = items.find(({ source }) => source === 'participant')!
    await client.feedback.reply({ editionId, feedbackId: fromReader.feedbackId, text: 'Vi sprer dem mer.' })
    const mine = await reader.client.feedback.mine()
    expect(mine.items).toMatchObject([{ state: 'answered', events: [{ text: 'Vi sprer dem mer.' }] }])
    expect(JSON.stringify(mine)).not.toContain('Skjemaet er langt')
    expect(letters().some((letter) => letter.includes(`To: ${reader.email}`))).toBe(true)

    const elsewhere = await makeFeedbackWorld(server)
    await expect(
      reader.client.feedback.send({ editionId: elsewhere.editionId, ...message }),
    ).rejects.toMatchObject({ code: 'not-found' })
    const { participantId } = elsewhere
    await expect(
      reader.client.feedback.links.make({ editionId: elsewhere.editionId, participantId }),
    ).rejects.toMatchObject({ code: 'not-found' })
    expect((await reader.client.feedback.links.list({ editionId })).items).toHaveLength(1)
  })
})

describe('the preparation list', () => {
  test('feedback is carried over, follows into the next edition, and is settled there', async () => {
    const { client, editionId, received } = await makeFeedbackWorld(server)
    const { feedbackId, receipt } = await received({ wantsReply: false })
    await client.feedback.carry({ editionId, feedbackId, ...fields, dueOn: '2020-01-01' })
    await expect(client.feedback.carry({ editionId, feedbackId, ...fields })).rejects.toMatchObject({
      code: 'conflict',
    })
    expect(await server.anonymous.feedback.open.read({ receipt })).toMatchObject({ state: 'carried' })

    const next = await client.edition.create({ name: 'Neste', source: { kind: 'copy', editionId } })
    const list = await client.feedback.preparation.list({ editionId: next.editionId })
    expect(list).toMatchObject({ open: 1, frozen: false })
    expect(list.items[0]).toMatchObject({
      source: 'feedback',
      sourceId: feedbackId,
      edition: 'Kundemøtet',
      late: true,
    })
    const of = { editionId: next.editionId, itemId: list.items[0]!.itemId }
    await expect(client.feedback.preparation.settle({ ...of, state: 'dropped' })).rejects.toMatchObject({
      code: 'invalid-input',
    })
    await client.feedback.preparation.settle({ ...of, state: 'done' })
    const after = await client.edition.create({ name: 'Etter neste', source: { kind: 'copy', ...next } })
    expect(await client.feedback.preparation.list(after)).toMatchObject({ open: 0, items: [] })
    expect(await client.feedback.preparation.list(next)).toMatchObject({ items: [{ state: 'done' }] })
  })

  test('an item has an owner who organises, and is changed only from a list that it stands on', async () => {
    const { client, editionId } = await makeFeedbackWorld(server)
    const { personId } = await server.person('organiser')
    const own = { source: 'own', sourceId: null } as const
    const { items } = await client.feedback.preparation.add({
      editionId,
      ...fields,
      ...own,
      ownerId: personId,
    })
    expect(items).toMatchObject([{ owner: 'organiser i Første', state: 'open', late: false }])
    const { personId: observer } = await server.person('observer')
    await expect(
      client.feedback.preparation.add({ editionId, ...fields, ...own, ownerId: observer }),
    ).rejects.toMatchObject({ code: 'not-found' })
    const elsewhere = await makeFeedbackWorld(server)
    await expect(
      client.feedback.preparation.edit({
        editionId: elsewhere.editionId,
        itemId: items[0]!.itemId,
        ...fields,
      }),
    ).rejects.toMatchObject({ code: 'not-found' })
  })
})
