/**
 * Fieldwork without a network, in a real browser behind a network that fails on purpose: at every step of an
 * assignment, before the request reaches the server and after the server has done it, and what the server then has is
 * compared with what the person did.
 */
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest'
import { toInstant } from '../../src/kernel/zone.ts'
import { formFor } from '../../src/measure/edition/rules/form.ts'
import { hasBrowser, sharedBrowser, takePicture } from '../support/browser.ts'
import type { Cut } from '../support/cutting-proxy.ts'
import { type FieldWorld, makeFieldWorld, workingDayBack } from '../support/fieldwork-world.ts'
import { expectCut, keptContacts, type OfflinePhone, openPhone } from '../support/offline-phone.ts'
import { startTestServer, type TestServer } from '../support/server.ts'

/** On a machine with much else to do. */
const slowly = { timeout: 15_000 }

describe.skipIf(!hasBrowser)('fieldwork without a network', () => {
  let server: TestServer
  let browser: Browser
  let world: FieldWorld
  const day = workingDayBack(3)
  const nextDay = workingDayBack(2)

  beforeAll(async () => {
    server = await startTestServer({ webFolder: inject('webFolder') })
    browser = await sharedBrowser()
    world = await makeFieldWorld(server)
  })
  afterAll(async () => {
    await server.close()
  })

  async function kindsOf(contactId: string): Promise<readonly string[]> {
    const { rows } = await world.run(
      'select kind from contact_event where contact_id = $1 order by recorded_at',
      [contactId],
    )
    return rows.map(({ kind }) => kind)
  }

  async function draftOf(contactId: string) {
    const { rows } = await world.run(
      'select answers, comments, transcript from draft where contact_id = $1',
      [contactId],
    )
    return rows[0]
  }

  type Step = {
    readonly name: string
    readonly act: () => Promise<void>
    /** What the person sees while nothing comes through. */
    readonly seen: () => Promise<void>
    /** What the server has when the network is back. */
    readonly kept?: () => Promise<void>
  }

  async function survive(phone: OfflinePhone, cut: Cut, step: Step): Promise<string> {
    phone.network.takeCuts()
    phone.network.cut = cut
    await step.act()
    await step.seen()
    await expectCut(phone.network, step.name)
    await phone.heal()
    await step.kept?.()
    return step.name
  }

  /** A whole chat with two attempts, a form and the conversation; the network is cut at every step. */
  async function assignmentWithCuts(when: 'before' | 'after'): Promise<readonly string[]> {
    const contactId = await world.contact(world.observerId, 'chat', day)
    const phone = await openPhone(browser, server, { day, time: '09:10' })
    const { page, advance } = phone
    const reading: Cut = when
    const writing: Cut = when === 'before' ? 'before' : 'afterWrite'
    const button = (name: string) => page.getByRole('button', { name })
    const logged: string[] = []
    const has = async () => expect.poll(() => kindsOf(contactId), slowly).toEqual(logged)
    const press = (name: string, text: string, kind: string, seen: () => Promise<void>): Step => ({
      name,
      act: async () => {
        await button(text).tap()
        logged.push(kind)
      },
      seen,
      kept: async () => {
        await has()
      },
    })
    // The list has fetched the assignment ahead when it stands still.
    await expect.poll(() => keptContacts(page), slowly).toContain(contactId)
    const survived: string[] = []
    const go = async (cut: Cut, step: Step) => survived.push(await survive(phone, cut, step))

    const card = page.locator(`a[href="/observe/${contactId}"]`)
    await go(reading, {
      name: 'open the list',
      act: async () => void (await page.reload()),
      seen: () => card.waitFor(),
    })
    await go(reading, {
      name: 'open the assignment',
      act: () => card.tap(),
      seen: () => button('Start klokka og skriv').waitFor(),
    })
    await go(
      writing,
      press('start attempt 1', 'Start klokka og skriv', 'attemptStarted', () =>
        page.getByRole('timer').waitFor(),
      ),
    )
    await advance(5 * 60_000 + 20_000)
    await go(
      writing,
      press('nobody answered', 'Ingen svarte', 'gaveUp', () => page.getByText('Neste forsøk').waitFor()),
    )
    await advance(toInstant(nextDay, '09:30').getTime() - toInstant(day, '09:16').getTime())
    await go(
      writing,
      press('start attempt 2', 'Start forsøk 2', 'attemptStarted', () => page.getByRole('timer').waitFor()),
    )
    await advance(40_000)
    await go(
      writing,
      press('a person answered', 'Et menneske svarte', 'humanReply', () =>
        page.getByRole('link', { name: 'Fyll ut skjemaet' }).waitFor(),
      ),
    )
    await go(writing, {
      name: 'open the form',
      act: async () => {
        await page.getByRole('link', { name: 'Fyll ut skjemaet' }).tap()
        logged.push('formOpened')
      },
      seen: () =>
        page
          .getByText(/^Spørsmål 1 av/)
          .first()
          .waitFor(),
      kept: async () => {
        await has()
      },
    })

    const { parts } = formFor(world.method, 'chat')
    const answers: Record<string, string> = {}
    const comments: Record<string, string> = {}
    const keptDraft = async () => {
      await expect
        .poll(() => draftOf(contactId), slowly)
        .toMatchObject({ answers: { ...answers }, comments: { ...comments } })
    }
    for (const part of parts) {
      for (const question of part.questions.filter(({ clock }) => !clock)) {
        await go(writing, {
          name: `answer ${question.id}`,
          act: async () => {
            await page.getByRole('group', { name: question.text.nb }).locator('label').first().tap()
            answers[question.id] = question.options[0]!.id
            await advance(1700)
          },
          seen: () => page.getByRole('group', { name: question.text.nb }).waitFor({ state: 'detached' }),
          kept: keptDraft,
        })
      }
      for (const comment of part.comments) {
        await go(writing, {
          name: `comment ${comment.id}`,
          act: async () => {
            comments[comment.id] = `Rolig og grundig (${comment.id}).`
            await page.getByLabel(comment.text.nb).fill(comments[comment.id]!)
            await advance(1700)
          },
          seen: () => page.getByText('Lagret på telefonen').waitFor(),
          kept: keptDraft,
        })
        await button('Neste').tap()
      }
    }
    const transcript = 'Ida: Hei, hva kan jeg hjelpe med?\nMeg: Hva koster det?'
    await go(writing, {
      name: 'paste the conversation',
      act: async () => {
        await page.getByLabel('Samtalen').fill(transcript)
        await advance(1700)
      },
      seen: () => page.getByText('Lagret på telefonen').waitFor(),
      kept: async () => {
        await expect.poll(() => draftOf(contactId), slowly).toMatchObject({ transcript })
      },
    })
    await takePicture(page, `offline-conversation-${when}`)
    await button('Neste').tap()
    await page.getByText('Alt er besvart.').waitFor()
    await takePicture(page, `offline-overview-${when}`)
    await go(writing, {
      name: 'hand in',
      act: async () => {
        await button('Lever skjemaet').tap()
        logged.push('submitted')
      },
      seen: () => page.getByText('Lagret. Det sendes når nettet er tilbake.').first().waitFor(),
      kept: async () => {
        await has()
      },
    })

    const { rows } = await world.run(
      'select version, answered, answers, comments, transcript from submission where contact_id = $1',
      [contactId],
    )
    expect(rows).toEqual([
      {
        version: 1,
        answered: true,
        answers: { ...answers, waitChat: expect.any(String), attempt: 'second' },
        comments,
        transcript,
      },
    ])
    expect(await draftOf(contactId)).toBeUndefined()
    await page.goto(`${phone.network.url}/observe/unsent`)
    await page.getByRole('heading', { name: 'Alt er sendt' }).waitFor()
    await phone.close()
    return survived
  }

  test('nothing is lost and nothing doubled when it is cut at every step of an assignment', async () => {
    const [before, after] = await Promise.all([assignmentWithCuts('before'), assignmentWithCuts('after')])
    const list = [
      ...before.map((step) => `before the request: ${step}`),
      ...after.map((step) => `after the server, before its answer: ${step}`),
    ]
    process.stdout.write(`${list.length} cuts survived\n${list.map((cut) => `  ✓ ${cut}`).join('\n')}\n`)
    expect(before).toEqual(after)
  })
})
