import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { newId } from '../../src/kernel/ids.ts'
import { toInstant } from '../../src/kernel/zone.ts'
import {
  desktop,
  expectAccessible,
  expectNoSidewaysScroll,
  hasBrowser,
  phone,
  startTestBrowser,
  type TestBrowser,
  takePicture,
} from '../support/browser.ts'
import {
  bestAnswers,
  clockEvent,
  type FieldWorld,
  makeFieldWorld,
  someComments,
  workingDayBack,
} from '../support/fieldwork-world.ts'
import { settled } from '../support/quiet-page.ts'

describe.skipIf(!hasBrowser)('the reviewer’s desk and the progress of the fieldwork', () => {
  let browser: TestBrowser
  let world: FieldWorld
  const day = workingDayBack(5)

  beforeAll(async () => {
    browser = await startTestBrowser()
    world = await makeFieldWorld(browser.server)
    for (let days = 12; days > 2; days -= 2)
      for (const channel of ['phone', 'chat', 'email'] as const)
        await world.contact(world.observerId, channel, workingDayBack(days))
  })
  afterAll(() => browser.close())

  async function handedIn(minutes: number): Promise<string> {
    const { client } = await browser.server.signIn('observer')
    const contactId = await world.contact(world.observerId, 'phone', day)
    const opened = toInstant(day, '09:20')
    await client.fieldwork.observe.log({
      contactId,
      events: [
        clockEvent('attemptStarted', day, '09:10:00'),
        clockEvent('humanReply', day, '09:10:41'),
        clockEvent('formOpened', day, '09:20:00'),
      ],
    })
    await client.fieldwork.observe.submit({
      contactId,
      submissionId: newId(),
      answers: bestAnswers(world.method, 'phone'),
      comments: someComments(world.method),
      submittedAt: new Date(opened.getTime() + minutes * 60_000).toISOString(),
    })
    return contactId
  }

  async function stateOf(contactId: string): Promise<string> {
    const { rows } = await world.run('select state from contact where contact_id = $1', [contactId])
    return rows[0].state
  }

  const queue = () => `/measure/editions/${world.editionId}/review`

  async function mendComment(page: Page, contactId: string, label: string, text: string): Promise<void> {
    await page.goto(`${browser.server.url}/observe/${contactId}`)
    await settled(page)
    await page.getByText('Utdyp velkomsten.').waitFor()
    await page.goto(`${browser.server.url}/observe/${contactId}/form?step=overview`)
    await settled(page)
    await page.getByRole('button', { name: `Endre: ${label}` }).tap()
    await page.getByLabel(label).fill(text)
    await page.goto(`${browser.server.url}/observe/${contactId}/form?step=overview`)
    await settled(page)
    await page.getByText(text).waitFor()
    await page.getByRole('button', { name: 'Lever det rettede skjemaet' }).tap()
    await page.getByText('Skjemaet er levert.').waitFor()
  }

  test('returned with a note, corrected on the phone, approved by keyboard', async () => {
    const contactId = await handedIn(6)
    const desk = await browser.openAs('organiser', queue(), { width: desktop })
    await desk.page.getByRole('heading', { name: 'Fjordlinja · Telefon' }).waitFor()
    await desk.page.keyboard.press('r')
    await desk.page.getByLabel('Hva må rettes?').fill('Utdyp velkomsten.')
    await desk.page.getByRole('dialog').getByRole('button', { name: 'Send tilbake' }).click()
    await desk.page.getByText('er sendt tilbake.').waitFor()
    expect(await stateOf(contactId)).toBe('returned')

    const observer = await browser.openAs('observer', '/observe', { width: phone })
    await observer.page.getByText('Sendt tilbake til deg').waitFor()
    await takePicture(observer.page, 'observe-returned')
    const label = world.method.comments[0]!.text.nb
    await mendComment(observer.page, contactId, label, 'Hun sa navnet sitt og firmaets, og ba meg velkommen.')
    expect(await stateOf(contactId)).toBe('resubmitted')
    expect(observer.errors).toEqual([])

    await desk.page.reload()
    await settled(desk.page)
    await desk.page.getByText('Før: Rolig, grundig').waitFor()
    await takePicture(desk.page, 'review-resubmitted')
    await desk.page.keyboard.press('a')
    await desk.page.getByText('er godkjent.').waitFor()
    expect(await stateOf(contactId)).toBe('approved')
    expect(desk.errors).toEqual([])
    await desk.close()
    await observer.close()
  })

  test('a queue is decided by keyboard alone: next, previous, approve', async () => {
    const contacts = [await handedIn(5), await handedIn(7), await handedIn(0.1)]
    const { page, errors, close } = await browser.openAs('organiser', queue(), { width: desktop })
    await page.getByRole('heading', { name: '3 besvarelser venter på kontroll' }).waitFor()
    await page.keyboard.press('j')
    await page.keyboard.press('j')
    await page.keyboard.press('k')
    await page.keyboard.press('?')
    await page.getByRole('heading', { name: 'Taster på denne siden' }).waitFor()
    await page.keyboard.press('Escape')
    await page.keyboard.press('a')
    await page.getByText('er godkjent.').first().waitFor()
    await page.keyboard.press('a')
    await page.keyboard.press('a')
    await page.getByRole('heading', { name: 'Ingen besvarelser venter på kontroll' }).waitFor()
    // The page goes on before the last answer is there.
    await expect
      .poll(() => Promise.all(contacts.map((contactId) => stateOf(contactId))))
      .toEqual(['approved', 'approved', 'approved'])
    expect(errors).toEqual([])
    await close()
  })

  test('a double click and a key held down decide one submission, never the next one unread', async () => {
    const contacts = [await handedIn(5), await handedIn(6), await handedIn(7)]
    const { page, errors, close } = await browser.openAs('organiser', queue(), { width: desktop })
    await page.getByRole('button', { name: 'Godkjenn' }).dblclick()
    await page.getByRole('heading', { name: '2 besvarelser venter på kontroll' }).waitFor()
    await page.keyboard.down('a')
    await page.keyboard.down('a')
    await page.keyboard.up('a')
    await page.getByRole('heading', { name: 'Én besvarelse venter på kontroll' }).waitFor()
    await settled(page)
    const approved = async () =>
      (await Promise.all(contacts.map(stateOf))).filter((state) => state === 'approved').length
    await expect.poll(approved).toBe(2)
    expect(await page.getByRole('heading', { level: 1 }).textContent()).toBe(
      'Én besvarelse venter på kontroll',
    )
    expect(errors).toEqual([])
    await close()
  })

  test('the fieldwork is paused with a reason and goes on', async () => {
    const path = `/measure/editions/${world.editionId}/fieldwork`
    const { page, errors, close } = await browser.openAs('organiser', path, { width: desktop })
    await page.getByRole('button', { name: 'Sett på pause' }).click()
    await page.getByLabel('Grunn').fill('Uvær stengte sentralene')
    await page.getByRole('dialog').getByRole('button', { name: 'Sett på pause' }).click()
    await page.getByRole('heading', { name: 'Feltarbeidet er satt på pause' }).waitFor()
    await takePicture(page, 'fieldwork-paused')
    await page.getByRole('button', { name: 'Fortsett feltarbeidet' }).click()
    await page.getByRole('dialog').getByRole('button', { name: 'Fortsett feltarbeidet' }).click()
    await page.getByRole('heading', { name: /etter planen|i rute/ }).waitFor()
    expect(errors).toEqual([])
    await close()
  })

  test('both pages are readable on a phone in light and on a wide screen in dark', async () => {
    await handedIn(5)
    const hasty = await handedIn(0.1)
    const paths = {
      fieldwork: `/measure/editions/${world.editionId}/fieldwork`,
      review: `${queue()}?contact=${hasty}`,
      queue: queue(),
    }
    const looks = [
      { width: phone, scheme: 'light' },
      { width: desktop, scheme: 'dark' },
    ] as const
    for (const { width, scheme } of looks) {
      const { page, errors, close } = await browser.openAs('organiser', '/', { width, scheme })
      for (const [name, path] of Object.entries(paths)) {
        await page.goto(browser.server.url + path)
        await settled(page)
        await takePicture(page, `${name}-${width}-${scheme}`)
        await expectNoSidewaysScroll(page)
        await expectAccessible(page)
      }
      expect(errors).toEqual([])
      await close()
    }
  })
})
