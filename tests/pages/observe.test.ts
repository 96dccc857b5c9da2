import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { toInstant } from '../../src/kernel/zone.ts'
import { formFor } from '../../src/measure/edition/rules/form.ts'
import {
  expectAccessible,
  expectNoSidewaysScroll,
  hasBrowser,
  phone,
  startTestBrowser,
  type TestBrowser,
  takePicture,
} from '../support/browser.ts'
import { clockEvent, type FieldWorld, makeFieldWorld, workingDayBack } from '../support/fieldwork-world.ts'
import { settled } from '../support/quiet-page.ts'

describe.skipIf(!hasBrowser)('the observer’s phone', () => {
  let browser: TestBrowser
  let world: FieldWorld
  const day = workingDayBack(2)

  beforeAll(async () => {
    browser = await startTestBrowser()
    world = await makeFieldWorld(browser.server)
  })
  afterAll(() => browser.close())

  /** The list, at a time of day of a working day. */
  async function openAt(time: string, path = '/observe') {
    const opened = await browser.openAs('observer', '/observe', { width: phone, ownTab: true })
    await opened.page.clock.install({ time: toInstant(day, time) })
    await withoutServerTime(opened.page)
    await opened.page.goto(browser.server.url + path)
    await settled(opened.page)
    return opened
  }

  /** The server lives today: compared with it, the page's own day would be a phone's wrong clock. */
  async function withoutServerTime(page: Page): Promise<void> {
    await page.addInitScript(() => {
      const { get } = Headers.prototype
      Headers.prototype.get = function (name) {
        return name === 'date' ? null : get.call(this, name)
      }
    })
  }

  async function answerEverything(page: Page, channel: 'phone'): Promise<void> {
    const form = formFor(world.method, channel)
    for (const part of form.parts) {
      for (const question of part.questions.filter(({ clock }) => !clock)) {
        await page.getByRole('group', { name: question.text.nb }).locator('label').first().tap()
        await page.clock.runFor(200)
      }
      for (const comment of part.comments) {
        await page.getByLabel(comment.text.nb).fill(`Rolig og grundig fra første stund. ${comment.text.nb}`)
        await page.getByRole('button', { name: 'Neste' }).tap()
      }
    }
  }

  test('a whole call by touch, with a reload in the middle of the clock, and the form handed in', async () => {
    const contactId = await world.contact(world.observerId, 'phone', day)
    const { page, errors, close } = await openAt('09:10')
    await page
      .getByRole('link', { name: /Fjordlinja/ })
      .first()
      .tap()
    await expect.poll(() => page.locator('h1').textContent()).toBe('Ring +47 22 00 00 00')
    await page.getByRole('button', { name: 'Start klokka og ring' }).tap()
    await page.clock.fastForward('02:20')
    await page.getByRole('timer').waitFor()
    await page.reload()
    await settled(page)
    await page.clock.fastForward('00:21')
    const shown = (await page.getByRole('timer').textContent()) ?? ''
    expect(shown).toMatch(/^2:4\d$/)
    await takePicture(page, 'observe-running')
    await expectAccessible(page)
    await page.getByRole('button', { name: 'Et menneske svarte' }).tap()
    await page.clock.fastForward('08:00')
    await page.getByRole('link', { name: 'Fyll ut skjemaet' }).tap()
    await page.clock.fastForward('04:00')
    await answerEverything(page, 'phone')
    await page.getByText('Alt er besvart.').waitFor()
    await takePicture(page, 'observe-overview')
    await expectAccessible(page)
    await page.getByRole('button', { name: 'Lever skjemaet' }).tap()
    await page.getByText('Skjemaet er levert.').waitFor()
    const { rows } = await world.run('select answers, version from submission where contact_id = $1', [
      contactId,
    ])
    expect(rows).toMatchObject([{ version: 1, answers: { waitPhone: 'm3', attempt: 'first' } }])
    await page.getByText('Levert de siste to ukene').waitFor()
    expect(await page.getByText('Ikke sendt').count()).toBe(0)
    expect(errors).toEqual([])
    await close()
  })

  test('without a network nothing is lost: the clock and the draft are kept and sent when it is back', async () => {
    const contactId = await world.contact(world.observerId, 'chat', day)
    const { page, close } = await openAt('10:00', `/observe/${contactId}`)
    await page.context().setOffline(true)
    await page.getByRole('button', { name: 'Start klokka og skriv' }).tap()
    await page.clock.fastForward('00:30')
    await page.getByRole('button', { name: 'Et menneske svarte' }).tap()
    await page.getByText('Frakoblet · 1 venter på å bli sendt').waitFor()
    await takePicture(page, 'observe-offline')
    const before = await world.run('select 1 from contact_event where contact_id = $1', [contactId])
    expect(before.rows).toEqual([])
    await page.context().setOffline(false)
    await page.clock.fastForward('00:21')
    await page.getByText('venter på å bli sendt').waitFor({ state: 'detached' })
    const { rows } = await world.run(
      "select kind from contact_event where contact_id = $1 and kind <> 'formOpened' order by recorded_at",
      [contactId],
    )
    expect(rows.map(({ kind }) => kind)).toEqual(['attemptStarted', 'humanReply'])
    await close()
  })

  test('every phase is readable in light and dark and stays inside the screen', async () => {
    const { client } = await browser.server.signIn('observer')
    const contacts = {
      ready: await world.contact(world.observerId, 'phone', day),
      answered: await world.contact(world.observerId, 'phone', day),
      email: await world.contact(world.observerId, 'email', day),
      over: await world.contact(world.observerId, 'messenger', day),
      between: await world.contact(world.observerId, 'chat', day),
    }
    const log = (contactId: string, events: readonly ReturnType<typeof clockEvent>[]) =>
      client.fieldwork.observe.log({ contactId, events: [...events] })
    await log(contacts.answered, [
      clockEvent('attemptStarted', day, '09:00:00'),
      clockEvent('humanReply', day, '09:00:41'),
    ])
    await log(contacts.email, [clockEvent('attemptStarted', day, '10:00')])
    await log(contacts.over, [clockEvent('attemptStarted', day, '09:30')])
    await log(contacts.between, [
      clockEvent('attemptStarted', day, '09:30'),
      clockEvent('gaveUp', day, '09:35'),
    ])
    const paths = [
      '/observe',
      ...Object.values(contacts).map((contactId) => `/observe/${contactId}`),
      `/observe/${contacts.answered}/form?step=nps`,
      `/observe/${contacts.answered}/form?step=overview`,
    ]
    for (const scheme of ['light', 'dark'] as const) {
      const { page, errors, close } = await browser.openAs('observer', '/observe', {
        width: phone,
        scheme,
        ownTab: true,
      })
      await page.clock.install({ time: toInstant(day, '11:00') })
      await withoutServerTime(page)
      for (const [index, path] of paths.entries()) {
        await page.goto(browser.server.url + path)
        await settled(page)
        await takePicture(page, `observe-${index}-${scheme}`)
        await expectNoSidewaysScroll(page)
        // Only colours differ between the schemes.
        await expectAccessible(page, `${path}, ${scheme}`, scheme === 'light' ? 'all' : 'contrast')
      }
      expect(errors).toEqual([])
      await close()
    }
  })
})
