/** The organiser's pages about observers, and the observer's own page and briefing test on a phone. */
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
  clockEvent,
  type FieldWorld,
  makeFieldWorld,
  someComments,
  variedAnswers,
  workingDayBack,
} from '../support/fieldwork-world.ts'
import { settled } from '../support/quiet-page.ts'

describe.skipIf(!hasBrowser)('observers', () => {
  let browser: TestBrowser
  let world: FieldWorld
  const day = workingDayBack(5)

  beforeAll(async () => {
    browser = await startTestBrowser()
    world = await makeFieldWorld(browser.server)
    const observer = (await browser.server.signIn('observer')).client
    const organiser = (await browser.server.signIn('organiser')).client
    const contactId = await world.contact(world.observerId, 'phone', day)
    const events = [
      clockEvent('attemptStarted', day, '09:10:00'),
      clockEvent('humanReply', day, '09:10:41'),
      clockEvent('formOpened', day, '09:20:00'),
    ]
    await observer.fieldwork.observe.log({ contactId, events })
    await observer.fieldwork.observe.submit({
      contactId,
      submissionId: newId(),
      answers: variedAnswers(world.method, 'phone'),
      comments: someComments(world.method),
      submittedAt: toInstant(day, '09:30').toISOString(),
    })
    await organiser.fieldwork.review.approve({ editionId: world.editionId, contactId, version: 1 })
    await world.contact(world.observerId, 'chat', day)
  })
  afterAll(() => browser.close())

  const path = (part = '') => `/measure/editions/${world.editionId}/observers${part}`

  test('home tells an observer how much of the work is handed in', async () => {
    const { page, close } = await browser.openAs('observer', '/', { width: phone })
    await page.getByText('1 av 2 henvendelser er levert').waitFor()
    await close()
  })

  test('the observer passes the test and tells of a conflict on the phone; the organiser sees both and pays', async () => {
    const desk = await browser.openAs('organiser', path('/test'), { width: desktop })
    await desk.page.getByLabel('Oppdragene åpnes først når prøven er bestått').check()
    await desk.page.getByRole('button', { name: 'Lagre prøven' }).click()
    await desk.page.getByText('Prøven er lagret.').waitFor()

    const mobile = await browser.openAs('observer', `/observe/briefing/${world.editionId}`, { width: phone })
    const { page } = mobile
    await page.getByRole('button', { name: 'Start prøven' }).tap()
    const organiser = (await browser.server.signIn('organiser')).client
    const { questions } = await organiser.observers.briefing.get({ editionId: world.editionId })
    for (const [index, question] of questions.entries()) {
      await page.getByRole('heading', { name: question.text.nb }).waitFor()
      const option = question.options.find(({ isRight }) => isRight === index > 0)!
      await page.getByLabel(option.text.nb, { exact: true }).check()
      await page.getByRole('button', { name: 'Svar', exact: true }).tap()
      await page
        .getByText(index === 0 ? 'Ikke riktig.' : 'Riktig.', { exact: false })
        .first()
        .waitFor()
      if (index === 0) await takePicture(page, 'briefing-wrong')
      await page.getByRole('button', { name: /Neste spørsmål|Se resultatet/ }).tap()
    }
    await page.getByRole('heading', { name: 'Du har bestått opplæringsprøven' }).waitFor()

    await page.goto(`${browser.server.url}/observe/me`)
    await page.getByRole('button', { name: 'Meld inhabilitet' }).tap()
    await page.getByLabel('Deltaker').fill('Fjordlinja')
    await page.getByLabel('Hvorfor').selectOption('work')
    await page.getByRole('dialog').getByRole('button', { name: 'Meld inhabilitet' }).tap()
    await page.getByText('Meldt. Arrangøren flytter oppdragene dine der.').waitFor()
    await settled(page)
    await takePicture(page, 'my-page')
    await expectNoSidewaysScroll(page)
    expect(mobile.errors).toEqual([])
    await mobile.close()

    await desk.page.goto(browser.server.url + path())
    await desk.page.getByRole('heading', { name: 'Én observatør har henvendelser hos noen' }).waitFor()
    await desk.page.getByText('Aud Observatør er inhabil hos Fjordlinja').waitFor()
    await takePicture(desk.page, 'observers-pool')

    await desk.page.goto(browser.server.url + path('/payments'))
    await desk.page.getByRole('heading', { name: 'Satsene er ikke satt ennå' }).waitFor()
    for (const field of await desk.page.getByLabel('Besvart', { exact: true }).all()) await field.fill('115')
    for (const field of await desk.page.getByLabel('Ubesvart').all()) await field.fill('50,50')
    await desk.page.getByRole('button', { name: 'Lagre satsene' }).click()
    await desk.page.getByRole('heading', { name: '115 kr til gode for én observatør' }).waitFor()
    await desk.page.getByRole('button', { name: 'Registrer utbetaling' }).click()
    await desk.page.getByRole('dialog').getByRole('button', { name: 'Registrer utbetaling' }).click()
    await desk.page.getByRole('heading', { name: 'Ingenting å utbetale nå' }).waitFor()
    await takePicture(desk.page, 'payments')
    expect(desk.errors).toEqual([])
    await desk.close()
  })

  test('one observer is read and changed: availability, qualification and the end of a conflict', async () => {
    const { page, errors, close } = await browser.openAs('organiser', path(`/${world.observerId}`), {
      width: desktop,
      scheme: 'dark',
    })
    await page.getByLabel('Alle hverdager, når som helst').uncheck()
    await page.getByLabel('fredag', { exact: true }).uncheck()
    await page
      .getByRole('form', { name: 'Når observatøren kan' })
      .getByRole('button', { name: 'Lagre' })
      .click()
    await page.getByText('Lagret.').waitFor()
    await page.getByRole('button', { name: 'Sett status' }).click()
    await page.getByRole('dialog').getByRole('button', { name: 'Lagre' }).click()
    await page.getByText('satt av').first().waitFor()
    await page.getByRole('button', { name: 'Avslutt inhabiliteten hos Fjordlinja' }).click()
    await page.getByRole('dialog').getByRole('button', { name: 'Avslutt' }).click()
    await page.getByText('Ingen meldt.').waitFor()
    await takePicture(page, 'observer')
    await expectAccessible(page)
    expect(errors).toEqual([])
    const { rows } = await world.run('select hours from observer_profile where observer_id = $1', [
      world.observerId,
    ])
    expect(rows[0].hours.map(({ weekday }: { weekday: number }) => weekday)).toEqual([1, 2, 3, 4])
    await close()
  })
})
