import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { createLog } from '../../../src/platform/log/index.ts'
import { createMail } from '../../../src/platform/mail/index.ts'
import { type SmtpServer, startSmtpServer } from '../../support/smtp-server.ts'

const dataFolder = mkdtempSync(join(tmpdir(), 'lyttepost-mail-'))
const log = createLog('silent')
let smtp: SmtpServer
beforeAll(async () => {
  smtp = await startSmtpServer()
})
afterAll(async () => {
  await smtp.close()
  rmSync(dataFolder, { recursive: true })
})

const letter = { to: 'kari@eksempel.no', subject: 'Varsel: æøå', text: 'Hei\n.\nalt er i orden' }
const settings = () => ({ dataFolder, smtpUrl: smtp.url, mailFrom: 'lyttepost@eksempel.no' })
const waiting = () => readdirSync(join(dataFolder, 'outbox', 'waiting'))

test('a letter is sent to the mail server, whole', async () => {
  await createMail(settings(), log).sendMail(letter)
  const [sent] = smtp.letters
  expect(sent).toMatchObject({ from: 'lyttepost@eksempel.no', to: ['kari@eksempel.no'] })
  const [head, body] = sent!.data.split('\r\n\r\n')
  expect(head).toContain('From: lyttepost@eksempel.no')
  expect(Buffer.from(body!, 'base64').toString('utf8')).toBe(letter.text)
})

test('what the server does not take waits in the outbox, and goes when it takes letters again', async () => {
  const mail = createMail(settings(), log)
  smtp.refusing = true
  await mail.sendMail({ ...letter, subject: 'Senere' })
  expect(waiting()).toHaveLength(1)
  expect(await mail.sendWaiting()).toBe(0)
  expect(waiting()).toHaveLength(1)
  smtp.refusing = false
  expect(await mail.sendWaiting()).toBe(1)
  expect(waiting()).toHaveLength(0)
  expect(smtp.letters.at(-1)!.data).toContain(Buffer.from('Senere').toString('base64'))
})

test('without a mail server every letter lies in the outbox, and no line of it becomes a header', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'lyttepost-mail-'))
  await createMail({ dataFolder: folder }, log).sendMail({ ...letter, to: 'a@b.no\r\nBcc: c@d.no' })
  const [name] = readdirSync(join(folder, 'outbox'))
  expect(readFileSync(join(folder, 'outbox', name!), 'utf8')).not.toMatch(/^Bcc:/m)
  rmSync(folder, { recursive: true })
})
