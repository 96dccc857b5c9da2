/** The expectation survey from the phone to the points, and feedback from the open link to the reply. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
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
import { makeFeedbackWorld } from '../support/feedback-world.ts'
import { makeResultsWorld } from '../support/results-world.ts'
import { makeSurvey } from '../support/survey-world.ts'

describe.skipIf(!hasBrowser)('what observers expect', () => {
  let browser: TestBrowser
  let editionId: string

  beforeAll(async () => {
    browser = await startTestBrowser()
    const world = await makeResultsWorld(browser.server)
    editionId = world.editionId
    await makeSurvey(browser.server, { editionId, answers: 12 })
  })
  afterAll(() => browser.close())

  test('an observer answers on the phone, by touch and by keys alone, in a few seconds', async () => {
    const { page } = await browser.openAs('observer', '/observe', { width: phone })
    await page.getByRole('link', { name: 'Svar nå' }).tap()
    await page.getByRole('heading', { name: 'Velg de 5 viktigste' }).waitFor()
    const send = page.getByRole('button', { name: 'Send svaret' })
    expect(await send.isDisabled()).toBe(true)
    const began = Date.now()
    for (const start of ['De lytter', 'Jeg får svar', 'De kan faget', 'De forklarer'])
      await page.getByRole('button', { name: new RegExp(`^Velg «${start}`) }).tap()
    await page.getByRole('button', { name: /^Velg «Tiden min/ }).focus()
    await page.keyboard.press('Enter')
    const order = () =>
      page.getByRole('list', { name: 'Din rekkefølge' }).getByRole('listitem').allInnerTexts()
    await page.getByRole('button', { name: 'Flytt «De kan faget og bruker det til mitt beste» opp' }).focus()
    await page.keyboard.press('ArrowUp')
    await page.keyboard.press('Enter')
    expect((await order())[0]).toContain('De kan faget')
    await page.getByText('De kan faget og bruker det til mitt beste: plass 1').waitFor()
    await expectAccessible(page)
    await expectNoSidewaysScroll(page)
    await takePicture(page, 'survey-phone')
    await page.getByLabel('Hvor gammel er du?').selectOption('from30')
    await send.tap()
    await page.getByText('Takk. Svaret er lagret.').waitFor()
    expect(Date.now() - began).toBeLessThan(60_000)
  })

  test('the organiser closes it, sees what matters most with its interval, and who would move', async () => {
    const { client } = await browser.server.signIn('organiser')
    const next = await client.edition.create({ name: 'Neste', source: { kind: 'copy', editionId } })
    const path = `/measure/editions/${editionId}/expectations`
    const { page } = await browser.openAs('organiser', path, { width: desktop })
    await page.getByRole('heading', { level: 1, name: '1 av 1 har svart på hva som er viktig' }).waitFor()
    await page.getByRole('button', { name: 'Avslutt nå' }).click()
    await page.getByRole('dialog').getByRole('button', { name: 'Avslutt nå' }).click()
    await page.getByRole('heading', { level: 1, name: /betyr mest$|^Det er jevnt/ }).waitFor()
    await page
      .getByRole('img', { name: /^\d+,\d \(\d+,\d–\d+,\d\)$/ })
      .first()
      .waitFor()
    await expectAccessible(page)

    await page.getByRole('link', { name: 'Foreslå poeng til neste utgave' }).click()
    await page.getByRole('heading', { level: 1, name: /^Forslaget flytter poeng på \d+ spørsmål/ }).waitFor()
    await page.getByRole('heading', { name: /^Virkning på/ }).waitFor()
    await expectAccessible(page)
    await expectNoSidewaysScroll(page)
    await takePicture(page, 'points')
    await page.getByRole('button', { name: 'Legg inn i Neste' }).click()
    await page.getByRole('dialog').getByRole('button', { name: 'Legg inn i Neste' }).click()
    await page.getByText('Poengene er lagt inn i Neste.').waitFor()
    expect(await client.edition.method({ editionId: next.editionId })).toMatchObject({
      revision: 2,
      issues: [],
    })
  })

  test('asked by the most and the least important: set after set on the phone, then counted and shown', async () => {
    const { client } = await browser.server.signIn('organiser')
    const source = { kind: 'builtIn', method: 'reference' } as const
    const made = await client.edition.create({ name: 'Velg blant noen få', source })
    await makeSurvey(browser.server, { editionId: made.editionId, mode: 'bestWorst', answers: 9 })
    const path = `/observe/survey/${made.editionId}`
    const { page, errors } = await browser.openAs('observer', path, { width: phone })
    await page.getByText('Spørsmål 1 av 11').waitFor()
    const mark = (kind: 'Viktigst' | 'Minst viktig', at: number) =>
      page.getByRole('radio', { name: new RegExp(`^${kind}: `) }).nth(at)
    const next = page.getByRole('button', { name: 'Neste', exact: true })
    expect(await next.isDisabled()).toBe(true)
    await mark('Viktigst', 0).tap()
    await mark('Minst viktig', 0).tap()
    expect(await mark('Viktigst', 0).isChecked()).toBe(false)
    await mark('Viktigst', 2).tap()
    await expectAccessible(page)
    await expectNoSidewaysScroll(page)
    await takePicture(page, 'survey-sets-phone')
    await next.tap()
    for (let set = 2; set <= 11; set++) {
      await page.getByText(`Spørsmål ${set} av 11`).waitFor()
      await mark('Viktigst', set % 4).focus()
      await page.keyboard.press('Space')
      await mark('Minst viktig', (set + 1) % 4).focus()
      await page.keyboard.press('Space')
      if (set < 11) await next.press('Enter')
    }
    await page.getByRole('button', { name: 'Send svaret' }).tap()
    await page.getByText('Takk. Svaret er lagret.').waitFor()
    expect(errors).toEqual([])

    await client.expectations.close({ editionId: made.editionId })
    const results = `/measure/editions/${made.editionId}/expectations`
    const shown = await browser.openAs('organiser', results, { width: desktop })
    await shown.page.getByRole('heading', { level: 1, name: /betyr mest$|^Det er jevnt/ }).waitFor()
    await shown.page.getByRole('columnheader', { name: 'Valgt som viktigst' }).waitFor()
    await expectAccessible(shown.page)
    await takePicture(shown.page, 'survey-sets-results')
    const draft = await client.edition.create({ name: 'Utkast', source })
    await makeSurvey(browser.server, { editionId: draft.editionId, phase: 'draft', mode: 'bestWorst' })
    await shown.page.goto(new URL(`/measure/editions/${draft.editionId}/expectations`, shown.page.url()).href)
    await shown.page.getByText('Hvert punkt vises omtrent 3,1 ganger').waitFor()
    await takePicture(shown.page, 'survey-sets-make')
  })

  test('an agent writes by the open link, the organiser replies, and the receipt shows it', async () => {
    const world = await makeFeedbackWorld(browser.server)
    const agent = await browser.openAs(null, `/feedback/${await world.token()}`, { width: phone })
    await agent.page.getByLabel('Hva vil du si?').fill('Rollespillet passer ikke for oss.')
    await agent.page.getByLabel('Jeg ønsker svar').check()
    await expectAccessible(agent.page)
    await agent.page.getByRole('button', { name: 'Send' }).tap()
    await agent.page.getByRole('heading', { level: 1, name: 'Takk. Tilbakemeldingen er sendt' }).waitFor()

    const path = `/measure/editions/${world.editionId}/feedback`
    const { page } = await browser.openAs('organiser', path, { width: desktop })
    await page.getByRole('heading', { level: 1, name: '1 tilbakemelding venter på svar' }).waitFor()
    await page.getByLabel('Svar til avsenderen').fill('Takk, vi lager et nytt.')
    await page.getByRole('button', { name: 'Send svar' }).click()
    await page.getByRole('heading', { level: 1, name: 'Alle tilbakemeldinger er behandlet' }).waitFor()
    await page.getByRole('button', { name: 'Ta med til neste utgave' }).click()
    await page.getByLabel('Hva må avgjøres').fill('Nytt rollespill')
    await page.getByRole('button', { name: 'Lagre' }).click()
    await page.getByRole('link', { name: 'Forberedelsesliste' }).click()
    await page.getByRole('heading', { level: 1, name: '1 ting må avgjøres før metoden låses' }).waitFor()
    await expectAccessible(page)

    await agent.page.reload()
    await agent.page.getByText('Takk, vi lager et nytt.').waitFor()
    expect(agent.errors).toEqual([])
  })
})
