/** Core answers: written and agreed at the desk, found in two keystrokes on a phone, and shown on a page of others. */
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type AnswersWorld, makeAnswersWorld } from '../support/answers-world.ts'
import {
  expectAccessible,
  expectNoSidewaysScroll,
  hasBrowser,
  phone,
  startTestBrowser,
  type TestBrowser,
  takePicture,
} from '../support/browser.ts'

describe.skipIf(!hasBrowser)('core answers', () => {
  let browser: TestBrowser
  let world: AnswersWorld

  beforeAll(async () => {
    browser = await startTestBrowser()
    world = await makeAnswersWorld(browser.server)
  })
  afterAll(() => browser?.close())

  test('an editor begins an answer, marks a fact, has it agreed, and drafts and approves a channel', async () => {
    const { page, errors } = await browser.openAs('editor', '/understand/answers')
    await page.getByRole('button', { name: 'Nytt kjernesvar' }).first().click()
    await page.getByLabel('Tittel').fill('Si opp avtalen')
    await page.getByRole('button', { name: 'Begynn' }).click()
    await page.getByLabel('Svaret på bokmål').fill('Oppsigelsestiden er ')
    await page.getByRole('button', { name: 'Sett inn fakta' }).click()
    await page.getByLabel('Hva slags').selectOption('number')
    await page.getByLabel('Verdi', { exact: true }).fill('14 dager')
    await page.getByLabel('Navn (valgfritt)').fill('oppsigelsestid')
    await page.getByRole('button', { name: 'Sett inn', exact: true }).click()
    await page.getByRole('region', { name: 'Slik blir det' }).getByText('14 dager').waitFor()
    await expectAccessible(page)
    await page.getByRole('button', { name: 'Lagre', exact: true }).click()
    await page.getByRole('button', { name: 'Send til gjennomsyn' }).click()
    await page.getByRole('button', { name: 'Avtal svaret' }).click()
    await page.getByRole('heading', { level: 1, name: 'Si opp avtalen: avtalt, og likt overalt' }).waitFor()
    const chat = page.getByRole('article', { name: 'Svar i chat', exact: true })
    await chat.getByRole('button', { name: 'Lag utkast fra kjernen' }).click()
    await chat.getByText('14 dager').waitFor()
    await chat.getByRole('button', { name: 'Godkjenn', exact: true }).click()
    await chat.getByText('Godkjent', { exact: true }).waitFor()
    await expectAccessible(page)
    await chat.getByRole('button', { name: 'Rediger' }).click()
    await chat.getByLabel('Svar i chat').fill('Hei! Oppsigelsestiden er 30 dager.')
    await chat.getByText('Kjernen sier 14 dager. Her står 30 dager.').waitFor()
    await chat.getByRole('button', { name: 'Lagre teksten' }).click()
    await page
      .getByRole('heading', { level: 1, name: 'Si opp avtalen: chat sier noe annet enn kjernen' })
      .waitFor()
    await page.getByRole('button', { name: 'Vis historien' }).click()
    await page.getByText('Versjon 2', { exact: true }).waitFor()
    await takePicture(page, 'answer')
    expect(errors).toEqual([])
  })

  test('somebody who saved first is met with what the two wrote, and chooses', async () => {
    const answerId = await world.answer('Møte', 'En linje')
    const { page } = await browser.openAs('editor', `/understand/answers/${answerId}?edit=core`)
    await page.getByLabel('Svaret på bokmål').fill('Min linje')
    const { content } = await world.client.answers.get({ answerId })
    const nb = { ...content.texts.nb!, body: 'Deres linje' }
    await world.client.answers.save({ answerId, baseRevision: 2, content: { ...content, texts: { nb } } })
    await page.getByRole('button', { name: 'Lagre', exact: true }).click()
    await page.getByText('På ett sted har dere skrevet hver deres.').waitFor()
    await expectAccessible(page)
    await page.getByRole('button', { name: 'Deres', exact: true }).click()
    await page.getByRole('button', { name: 'Bruk dette' }).click()
    expect(await page.getByLabel('Svaret på bokmål').inputValue()).toBe('Deres linje')
  })

  test('what is written and not saved is asked about before the page is left', async () => {
    const answerId = await world.answer('Ulagret', 'Slik det var')
    const { page } = await browser.openAs('editor', `/understand/answers/${answerId}?edit=core`)
    await page.getByLabel('Svaret på bokmål').fill('Slik det skal bli')
    const asked: string[] = []
    page.on('dialog', async (dialog) => {
      asked.push(dialog.message())
      await (asked.length === 1 ? dialog.dismiss() : dialog.accept())
    })
    const away = page.getByRole('link', { name: 'Mål', exact: true }).first()
    await away.click()
    await expect
      .poll(() => asked)
      .toEqual(['Det du har skrevet, er ikke lagret. Vil du gå fra siden likevel?'])
    expect(await page.getByLabel('Svaret på bokmål').inputValue()).toBe('Slik det skal bli')
    await away.click()
    await page.waitForURL(/measure/)
    expect(asked).toHaveLength(2)
  })

  test('the way back that only closes the editor asks too, and saving does not', async () => {
    const answerId = await world.answer('Tilbake', 'Slik det var')
    const { page } = await browser.openAs('editor', `/understand/answers/${answerId}`)
    await page.getByRole('button', { name: 'Rediger' }).first().click()
    await page.getByLabel('Svaret på bokmål').fill('Slik det skal bli')
    let asked = 0
    page.on('dialog', (dialog) => {
      asked++
      return dialog.dismiss()
    })
    await page.evaluate(() => window.history.back())
    await expect.poll(() => asked).toBe(1)
    expect(await page.getByLabel('Svaret på bokmål').inputValue()).toBe('Slik det skal bli')
    await page.getByRole('button', { name: 'Lagre' }).first().click()
    await page.getByRole('button', { name: 'Rediger' }).first().waitFor()
    expect(asked).toBe(1)
  })

  test('an agent has the answer in two keystrokes, chooses by arrows, and copies it with one key', async () => {
    await world.agreed('Måleravlesning', 'Les av måleren den {{dato: 1. mai}}.')
    await world.agreed('Måler som viser feil', 'Kontrollen koster {{pris: 1 850 kr}}.')
    const { page, errors } = await browser.openAs('agent', '/understand/find')
    await page.keyboard.type('må')
    const answer = page.getByRole('article')
    await answer.getByRole('button', { name: 'Kopier svaret' }).waitFor()
    await page.keyboard.type('ler viser')
    await answer.getByRole('link', { name: 'Måler som viser feil' }).waitFor()
    await page.keyboard.press('Enter')
    await page.getByText('Kopiert', { exact: true }).waitFor()
    expect(await page.evaluate(() => navigator.clipboard.readText())).toBe('Kontrollen koster 1 850 kr.')
    await page.keyboard.press('Escape')
    await page.keyboard.type('måler')
    await page.getByRole('listbox').getByRole('option').nth(1).waitFor()
    const first = await page.getByRole('listbox').getByRole('option', { selected: true }).textContent()
    await page.keyboard.press('ArrowDown')
    expect(await page.getByRole('listbox').getByRole('option', { selected: true }).textContent()).not.toBe(
      first,
    )
    await expectAccessible(page)
    await takePicture(page, 'find')
    expect(errors).toEqual([])
  })

  test('the same on a phone, by touch, where the channel is remembered', async () => {
    const answerId = await world.agreed('Bytte bank', 'Det tar {{tall: to virkedager}}.')
    await world.approved(answerId, 'chat')
    const { page } = await browser.openAs('agent', '/understand/find', { width: phone })
    await page.getByLabel('Kopier for').selectOption('chat')
    await page.getByLabel('Hva spør kunden om?').fill('bytte bank')
    await page.getByRole('option', { name: /Bytte bank/ }).tap()
    await page.getByRole('button', { name: 'Kopier for Chat' }).tap()
    await page.getByText('Kopiert for Chat').waitFor()
    expect(await page.evaluate(() => navigator.clipboard.readText())).toContain('Hei!')
    await expectNoSidewaysScroll(page)
    await takePicture(page, 'find-phone')
    await page.reload()
    expect(await page.getByLabel('Kopier for').inputValue()).toBe('chat')
  })

  describe('on a page of others', () => {
    let site: Server
    let origin: string

    beforeAll(async () => {
      site = createServer((request, response) => {
        const { url } = browser.server
        const policy = `default-src 'none'; script-src ${url}; connect-src ${url}`
        response.writeHead(200, {
          'content-type': 'text/html; charset=utf-8',
          'content-security-policy': policy,
        })
        const script = `<script src="${url}/answer-widget.js" data-organisation="${world.organisationId}" async></script>`
        response.end(
          `<!doctype html><html lang="${request.url === '/nn' ? 'nn' : 'nb'}"><title>Kraft</title><main><h1>Hjelp</h1><div id="lyttepost-answers"></div></main>${script}</html>`,
        )
      })
      await new Promise<void>((done) => site.listen(0, '127.0.0.1', done))
      origin = `http://localhost:${(site.address() as AddressInfo).port}`
      await world.client.answers.settings.save({ open: true, origins: [origin], owners: [] })
      await world.agreed('Flytte til utlandet', 'Si opp avtalen {{tall: 14 dager}} før.')
    })
    afterAll(() => new Promise((done) => site.close(done)))

    test('the widget answers by keys alone under a strict policy, leaves no name behind, and counts what helped', async () => {
      const { page, errors } = await browser.openAs(null, '/sign-in')
      await page.goto(origin)
      await page.getByLabel('Hva lurer du på?').focus()
      await page.keyboard.type('utlandt')
      await page.getByText('Ett svar', { exact: true }).waitFor()
      await page.keyboard.press('Tab')
      await page.keyboard.press('Enter')
      await page.getByText('Si opp avtalen 14 dager før.').waitFor()
      await expectAccessible(page)
      await takePicture(page, 'widget')
      await page.getByRole('button', { name: 'Ja' }).click()
      await page.getByText('Takk for svaret.').waitFor()
      expect(await page.evaluate(() => Object.keys(window).filter((name) => name.length === 1))).toEqual([])
      const helped = async () => {
        const { rows } = await browser.server.database.pool.query(
          `select times from answer_use where act = 'helped'`,
        )
        return rows.length
      }
      await expect.poll(helped).toBe(1)
      expect(errors).toEqual([])
    })

    test('it speaks the page’s language', async () => {
      const { page } = await browser.openAs(null, '/sign-in')
      await page.goto(`${origin}/nn`)
      await page.getByLabel('Kva lurer du på?').waitFor()
    })
  })
})
