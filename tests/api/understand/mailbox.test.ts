import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { carryOutFetch, sendDueFetches } from '../../../src/understand/intake/actions/mailbox.ts'
import { type ImapServer, startImapServer } from '../../support/imap-server.ts'
import { intakeParts, makeSource, workOnTestIntake } from '../../support/intake-world.ts'
import { startTestServer, type TestServer } from '../../support/server.ts'

let server: TestServer
let imap: ImapServer
beforeAll(async () => {
  server = await startTestServer({ jobs: true, mailHosts: ['localhost', '127.0.0.1'] })
  await workOnTestIntake(server)
})
beforeEach(async () => {
  imap = await startImapServer()
})
afterAll(async () => {
  await server.close()
})

const message = (id: string, text: string) =>
  `From: Kari <kari@eksempel.no>\r\nTo: post@eksempel.no\r\nSubject: Spørsmål\r\nMessage-ID: <${id}@eksempel.no>\r\nDate: Mon, 01 Mar 2027 09:30:00 +0100\r\nContent-Type: text/plain; charset=utf-8\r\n\r\n${text}\r\n`

async function mailSource(more: object = {}) {
  const { client, scope } = await server.signIn('manager')
  const { sourceId } = await makeSource(client, 'imap', { channel: 'email' })
  const box = {
    sourceId,
    host: '127.0.0.1',
    port: imap.port,
    security: 'none' as const,
    user: 'post@eksempel.no',
    password: 'hemmelig',
    folder: 'INBOX',
    everyMinutes: 15,
    ...more,
  }
  await client.intake.mailbox.save(box)
  const context = { ...intakeParts(server), scope, jobs: server.jobs, now: new Date(), requestId: 'test' }
  const fetch = () =>
    carryOutFetch(context, { sourceId }, { signal: new AbortController().signal, progress: () => undefined })
  const stored = () =>
    server.db.selectFrom('enquiry').selectAll().where('source_id', '=', sourceId).orderBy('text').execute()
  return { client, sourceId, box, fetch, stored }
}

test('new messages come in once, masked, and nothing is changed in the mailbox', async () => {
  const { fetch, stored, client, sourceId } = await mailSource()
  imap.messages.push({ uid: 1, source: message('a', 'Når kommer pakken?') })
  imap.messages.push({ uid: 4, source: message('b', 'Ring 912 34 567') })
  expect(await fetch()).toEqual({ messages: 2 })
  expect((await stored()).map(({ text }) => text)).toEqual([
    expect.stringContaining('Når kommer pakken?'),
    expect.stringContaining('Ring [telefon]'),
  ])
  expect(await fetch()).toEqual({ messages: 0 })
  imap.messages.push({ uid: 5, source: message('c', 'Åpningstider') })
  expect(await fetch()).toEqual({ messages: 1 })
  expect(await stored()).toHaveLength(3)
  const harmless = /^(CAPABILITY|LOGIN|LIST|LSUB|EXAMINE|UID FETCH|LOGOUT|NOOP|ID|NAMESPACE|ENABLE)/i
  expect(imap.said.filter((command) => !harmless.test(command))).toEqual([])
  expect(imap.said.filter((command) => /UID FETCH/.test(command)).every((one) => one.includes('PEEK'))).toBe(
    true,
  )
  expect(await client.intake.sources.get({ sourceId })).toMatchObject({ reconciles: true, batches: 2 })
  await imap.close()
})

test('with another UIDVALIDITY the folder is read anew, and nothing is doubled', async () => {
  const { fetch, stored } = await mailSource()
  imap.messages.push({ uid: 7, source: message('a', 'En') }, { uid: 9, source: message('b', 'To') })
  await fetch()
  imap.uidValidity = 2
  imap.messages.splice(0, 2)
  imap.messages.push({ uid: 1, source: message('b', 'To') }, { uid: 2, source: message('c', 'Tre') })
  expect(await fetch()).toEqual({ messages: 2 })
  expect(await stored()).toHaveLength(3)
  await imap.close()
})

test('the password is sealed, stays when it is not given again, and goes to no other host', async () => {
  const { client, box, fetch } = await mailSource()
  const row = await server.db
    .selectFrom('intake_mailbox')
    .select('password')
    .where('source_id', '=', box.sourceId)
    .executeTakeFirstOrThrow()
  expect(row.password.includes('hemmelig')).toBe(false)
  const { password: _, ...without } = box
  await client.intake.mailbox.save({ ...without, everyMinutes: 60 })
  expect(await fetch()).toEqual({ messages: 0 })
  await expect(client.intake.mailbox.save({ ...without, host: 'localhost' })).rejects.toMatchObject({
    code: 'invalid-input',
  })
  await imap.close()
})

test('a wrong password, a folder that is not there and a server that is gone are told', async () => {
  const wrong = await mailSource({ password: 'feil' })
  expect(await wrong.fetch()).toEqual({ messages: 0 })
  const lastError = async ({ client, sourceId }: Pick<typeof wrong, 'client' | 'sourceId'>) =>
    (await client.intake.sources.get({ sourceId })).mailbox?.lastError
  expect(await lastError(wrong)).toBe('mailbox-sign-in')
  const folder = await mailSource({ folder: 'Arkiv' })
  await folder.fetch()
  expect(await lastError(folder)).toBe('mailbox-folder')
  const gone = await mailSource()
  await imap.close()
  await gone.fetch()
  expect(await lastError(gone)).toBe('mailbox-unreachable')
})

test('a host on a closed network is refused unless the settings name it, and so is a password in the clear', async () => {
  const { client, box } = await mailSource()
  const save = (more: object) => client.intake.mailbox.save({ ...box, ...more })
  for (const host of ['10.0.0.1', '169.254.169.254', '::1', '192.168.1.1'])
    await expect(save({ host, security: 'tls' })).rejects.toMatchObject({ code: 'mailbox-private' })
  await expect(save({ host: '193.213.112.4' })).rejects.toMatchObject({ code: 'mailbox-open' })
  await imap.close()
})

test('when its turn comes a mailbox is fetched by the house, once', async () => {
  const { sourceId, stored } = await mailSource()
  imap.messages.push({ uid: 1, source: message('a', 'Når kommer pakken?') })
  const due = await Promise.all([0, 1].map(() => sendDueFetches(server.db, server.jobs, new Date())))
  expect(due[0]! + due[1]!).toBeGreaterThan(0)
  for (let turn = 0; turn < 200 && (await stored()).length === 0; turn++)
    await new Promise((next) => setTimeout(next, 50))
  expect(await stored()).toHaveLength(1)
  const { person_id } = await server.db
    .selectFrom('intake_batch')
    .select('person_id')
    .where('source_id', '=', sourceId)
    .executeTakeFirstOrThrow()
  expect(person_id).toBeNull()
  expect(await sendDueFetches(server.db, server.jobs, new Date())).toBe(0)
  await imap.close()
})
