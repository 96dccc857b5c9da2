import { describe, expect, it, test } from 'vitest'
import { checkMethod } from '../measure/edition/rules/check-method.ts'
import { contactStates } from '../measure/fieldwork/contract.ts'
import type { QualityContact } from '../measure/quality/rules/contact.ts'
import { severityOf } from '../measure/quality/rules/severity.ts'
import { compileMethod } from '../measure/results/rules/compiled-form.ts'
import { scoreSubmission } from '../measure/results/rules/score-submission.ts'
import { type DemoEdition, demoEdition } from './demo-edition.ts'
import { extraMethod, fieldworkEnd, finishedMethod, runningMethod } from './demo-methods.ts'
import { classWithSignIn, demoObservers, participantWithSignIn, signedInObserver } from './world.ts'

const observers = demoObservers.map((name, index) => ({
  id: `o${index}`,
  name,
  contactsPerWeek: 5,
  customerOf: [],
  absences: [],
}))

function statesOf({ contacts }: DemoEdition): readonly string[] {
  return [...new Set(contacts.map(({ life }) => life.state))].sort()
}

describe.each(['2026-11-21', '2026-12-27', '2027-02-01', '2027-04-05', '2027-07-14'])(
  'the demo editions of a first start on %s',
  (today) => {
    const now = new Date(`${today}T09:20:00Z`)
    const input = (method: ReturnType<typeof runningMethod>) => ({
      method,
      observers,
      seed: `demo ${method.calendar.start}`,
      now,
      plannedAt: new Date(Date.parse(method.calendar.start) - 18 * 86_400_000),
    })

    it('are 40 participants and 1,000 contacts, planned without a broken rule', () => {
      const running = demoEdition({ ...input(runningMethod(today)), ending: { kind: 'running' } })
      expect([running.participants.length, running.contacts.length]).toEqual([40, 1000])
      expect(running.fairness.findings).toEqual([])
      const later = ['appealed', 'locked']
      expect(statesOf(running)).toEqual(contactStates.filter((state) => !later.includes(state)).toSorted())
    })

    it('end locked, or excluded with a reason, a year earlier', () => {
      const method = finishedMethod(today)
      const published = { kind: 'published', at: `${fieldworkEnd(method)}T11:00:00Z` } as const
      expect(statesOf(demoEdition({ ...input(method), ending: published }))).toEqual(['excluded', 'locked'])
    })

    it('have an extra round in one class, within the rules, with all of it reviewed and nothing final', () => {
      const method = extraMethod(today, classWithSignIn)
      expect(checkMethod(method)).toMatchObject({ ok: true })
      const classes = [classWithSignIn]
      const extra = demoEdition({ ...input(method), classes, ending: { kind: 'appealWindow' } })
      expect(extra.contacts).toHaveLength(10 * extra.participants.length)
      expect(extra.participants.map(({ name }) => name)).toContain(participantWithSignIn)
      expect(extra.fairness.findings).toEqual([])
      expect(statesOf(extra).filter((state) => state !== 'excluded')).toEqual(['approved'])
    })
  },
)

/** The pool in its own order, as the demo world has it: the habits go by the place in it. */
test('the severe and the lenient observers of the finished edition can be told apart from the others', () => {
  const method = finishedMethod('2026-11-21')
  const names = [signedInObserver, ...demoObservers]
  const pool = names.map((name, index) => ({ ...observers[0]!, id: `o${index}`, name }))
  const now = new Date('2026-11-21T09:20:00Z')
  const plannedAt = new Date(Date.parse(method.calendar.start) - 18 * 86_400_000)
  const ending = { kind: 'published', at: `${fieldworkEnd(method)}T11:00:00Z` } as const
  const edition = demoEdition({ method, observers: pool, seed: 'habits', now, plannedAt, ending })
  const { forms } = compileMethod(method)
  const answered = edition.contacts.flatMap(({ planned, life }): QualityContact[] => {
    const last = life.submissions.at(-1)
    const outcome = last && scoreSubmission(forms.get(planned.channel)!, last)
    if (!last?.answered || outcome?.kind !== 'scored') return []
    const { participant, channel, scenario, observer, date } = planned
    const company = edition.participants.find(({ participantId }) => participantId === participant)!
    return [
      {
        participantId: participant,
        participant: company.name,
        class: company.class,
        channel,
        scenario: scenario ?? '',
        observerId: observer ?? '',
        observer: observer ?? '',
        date,
        answered: true,
        score: outcome.score,
        answers: last.answers,
      },
    ]
  })
  const verdicts = severityOf(answered)!.observers.map(({ observerId, verdict }) => [observerId, verdict])
  expect(verdicts).toContainEqual(['o3', 'severe'])
  expect(verdicts).toContainEqual(['o9', 'lenient'])
  expect(verdicts.filter(([, verdict]) => verdict === 'unclear').length).toBeGreaterThan(10)
})
