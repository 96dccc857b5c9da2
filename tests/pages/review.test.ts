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
  variedAnswers,
  workingDayBack,
} from '../support/fieldwork-world.ts'
import { settled } from '../support/quiet-page.ts'

type Watched = { decisionWaits: number[] }

/** Takes the time in the page itself, from the key to the frame that shows another submission and one fewer waiting. */
async function watchDecisions(page: Page): Promise<void> {
  await page.evaluate(() => {
    const waits: number[] = []
    Object.assign(window, { decisionWaits: waits } satisfies Watched)
    const shown = () => ({
      title: document.querySelector('h1')?.textContent,
      submission: document.querySelector('#submission-title'),
    })
    let pressed: { readonly at: number; readonly before: ReturnType<typeof shown> } | undefined
    document.addEventListener(
      'keydown',
      () => {
        pressed = { at: performance.now(), before: shown() }
      },
      { capture: true },
    )
    new MutationObserver(() => {
      if (!pressed) return
      const { at, before } = pressed
      const now = shown()
      if (!now.submission || now.title === before.title || now.submission === before.submission) return
      pressed = undefined
      requestAnimationFrame(() => waits.push(performance.now() - at))
    }).observe(document.body, { childList: true, subtree: true, characterData: true })
  })
}

const seenDecisions = (page: Page): Promise<number[]> =>
  page.evaluate(() => (window as unknown as Watched).decisionWaits)

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
    // The page is left at once: not before the device has it, as a hand cannot be that quick.
    await page.getByText(/^(Lagret på telefonen|Kladden er lagret)$/).waitFor()
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

  test('the one that is open comes alone; the next ones are read ahead when it is there', async () => {
    const contacts = [await handedIn(31), await handedIn(32), await handedIn(33)]
    const { page, close } = await browser.openAs('organiser', '/', { ownTab: true })
    const asked: string[] = []
    let letGo = (): void => undefined
    const held = new Promise<void>((resolve) => {
      letGo = resolve
    })
    await page.route(/\/review\/[\w-]+$/, async (route) => {
      asked.push(route.request().url())
      if (asked.length === 1) await held
      await route.continue()
    })
    await page.goto(`${browser.server.url}/measure/editions/${world.editionId}/review`)
    await page.locator('.lp-desk').waitFor()
    await expect.poll(() => asked.length).toBe(1)
    await page.evaluate(() => new Promise((resolve) => setTimeout(resolve, 300)))
    expect(asked).toHaveLength(1)
    letGo()
    await page.locator('#submission-title').waitFor()
    await expect.poll(() => asked.length).toBeGreaterThan(1)
    await page.unroute(/\/review\/[\w-]+$/)
    await close()
    const { client } = await browser.server.signIn('organiser')
    for (const contactId of contacts)
      await client.fieldwork.review.approve({ editionId: world.editionId, contactId, version: 1 })
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

  test('a hundred submissions are decided by keyboard, the last one taken back, and the clean ones in a list', async () => {
    const template = await handedIn(6)
    await world.run('update submission set answers = answers || $2 where contact_id = $1', [
      template,
      variedAnswers(world.method, 'phone'),
    ])
    await world.run(
      `with fresh as (
         select gen_random_uuid() as contact_id, 1000 + place as number, 'Kommentar ' || md5(place::text) as words
         from generate_series(1, 109) place
       ), contacts as (
         insert into contact select organisation_id, edition_id, fresh.contact_id, fresh.number, participant_id, channel,
           date, from_time, to_time, observer_id, scenario, state, due_at, excluded_reason, changed_at
         from contact, fresh where contact.contact_id = $1
       ), logs as (
         insert into contact_event select organisation_id, edition_id, fresh.contact_id, gen_random_uuid(), kind, at,
           recorded_at, person_id, detail from contact_event, fresh where contact_event.contact_id = $1
       )
       insert into submission (organisation_id, edition_id, contact_id, version, submission_id, answered, answers,
         comments, submitted_at, submitted_by, method_version)
       select organisation_id, edition_id, fresh.contact_id, version, gen_random_uuid(), answered, answers,
         (select jsonb_object_agg(key, md5(key || words) || ' ' || md5(words || key) || ' a b')
           from jsonb_object_keys(comments) key),
         submitted_at, submitted_by, method_version
       from submission, fresh where submission.contact_id = $1`,
      [template],
    )
    const { page, errors, close } = await browser.openAs('organiser', queue(), { width: desktop })
    const title = (left: number) =>
      page.getByRole('heading', { name: `${left} besvarelser venter på kontroll`, exact: true })
    const all = Number((await page.getByRole('heading', { level: 1 }).textContent())?.split(' ')[0])
    await page.getByRole('heading', { name: 'Fjordlinja · Telefon' }).waitFor()
    const began = performance.now()
    await watchDecisions(page)
    for (let done = 1; done <= 100; done++) {
      await page.keyboard.press('a')
      await title(all - done).waitFor()
      await page.getByRole('heading', { name: 'Fjordlinja · Telefon' }).waitFor()
    }
    const seconds = (performance.now() - began) / 1000
    const waits = (await seenDecisions(page)).toSorted((one, other) => one - other)
    const mean = waits.reduce((sum, wait) => sum + wait, 0) / waits.length
    process.stdout.write(
      `100 submissions by keyboard: ${seconds.toFixed(1)} s; from key to the next one on screen: ${mean.toFixed(0)} ms in the mean, median ${waits[50]!.toFixed(0)}, ${waits[97]!.toFixed(0)} in all but two\n`,
    )
    expect(waits).toHaveLength(100)
    expect(seconds).toBeLessThan(60)
    // Aimed at is 100 ms on an idle machine; beside other work the median may take three times that.
    expect(waits[50]).toBeLessThan(300)
    await page.keyboard.press('u')
    await title(all - 99).waitFor()
    await page.getByText('er tilbake i køen.').waitFor()
    await page.keyboard.press('l')
    await page.getByRole('heading', { name: /besvarelser uten funn/ }).waitFor()
    await takePicture(page, 'review-clean')
    await page.getByRole('checkbox').first().uncheck()
    await page.getByRole('button', { name: 'Godkjenn de 9 som er valgt' }).click()
    await page.getByText('9 besvarelser er godkjent.').waitFor()
    const { rows } = await world.run(
      "select count(*)::integer as approved from contact where state = 'approved' and number > 1000",
      [],
    )
    expect(rows[0].approved).toBeGreaterThanOrEqual(100)
    await world.run("update contact set state = 'excluded' where state = 'submitted'", [])
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
