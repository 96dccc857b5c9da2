import fc from 'fast-check'
import { describe, expect, it, test } from 'vitest'
import { type ContactState, contactStates, eventKinds, type LogEvent } from '../contract.ts'
import { foldLife, type Life, newLife, stepLife } from './contact-state.ts'
import { email, event, messenger, phone } from './log-events.fixture.ts'

const tuesday = '2026-12-01'
const begin = [event('planned', '2026-11-20 12:00:00'), event('assigned', '2026-11-20 12:00:00')]
const answered = [
  ...begin,
  event('attemptStarted', `${tuesday} 09:00:00`),
  event('humanReply', `${tuesday} 09:01:00`),
]
const submitted = [...answered, event('submitted', `${tuesday} 09:30:00`)]
const returned = [...submitted, event('returned', '2026-12-02 09:00:00')]
const approved = [...submitted, event('approved', '2026-12-02 09:00:00')]

function refusalOf(log: readonly LogEvent[], next: LogEvent): string {
  const step = stepLife(foldLife(log, phone), next, phone)
  return step.ok ? `accepted: ${step.life.state}` : step.refusal
}

describe('the way of a contact', () => {
  const ways: [string, readonly LogEvent[], ContactState][] = [
    ['assigned', begin, 'assigned'],
    ['attempted', [...begin, event('attemptStarted', `${tuesday} 09:00:00`)], 'attempted'],
    ['answered', answered, 'answered'],
    ['submitted', submitted, 'submitted'],
    ['returned', returned, 'returned'],
    ['resubmitted', [...returned, event('resubmitted', '2026-12-02 10:00:00')], 'resubmitted'],
    ['approved', approved, 'approved'],
    ['appealed', [...approved, event('appealed', '2026-12-03 10:00:00')], 'appealed'],
    ['final', [...approved, event('finalised', '2026-12-03 10:00:00')], 'final'],
    [
      'locked',
      [...approved, event('finalised', '2026-12-03 10:00:00'), event('locked', '2026-12-04 10:00:00')],
      'locked',
    ],
    ['excluded', [...submitted, event('excluded', '2026-12-03 10:00:00')], 'excluded'],
  ]
  test.each(ways)('leads to %s', (_name, log, state) => {
    expect(foldLife(log, phone).state).toBe(state)
  })

  it('leads to unanswered after the last attempt, not after the first', () => {
    const first = [
      ...begin,
      event('attemptStarted', `${tuesday} 09:00:00`),
      event('gaveUp', `${tuesday} 09:05:00`),
    ]
    expect(foldLife(first, phone).state).toBe('attempted')
    const second = [
      ...first,
      event('attemptStarted', '2026-12-02 09:00:00'),
      event('gaveUp', '2026-12-02 09:05:00'),
    ]
    expect(foldLife(second, phone).state).toBe('unanswered')
  })
})

describe('what may not happen is refused with its reason', () => {
  test.each([
    ['a form before an answer', begin, event('submitted', `${tuesday} 09:00:00`), 'not-in-this-state'],
    [
      'an approval of a returned form',
      returned,
      event('approved', '2026-12-02 10:00:00'),
      'not-in-this-state',
    ],
    ['a second approval', approved, event('approved', '2026-12-02 10:00:00'), 'not-in-this-state'],
    ['a return of an approved form', approved, event('returned', '2026-12-02 10:00:00'), 'not-in-this-state'],
    [
      'an attempt after an answer',
      answered,
      event('attemptStarted', '2026-12-02 09:00:00'),
      'already-answered',
    ],
    ['an attempt by nobody', [], event('attemptStarted', `${tuesday} 09:00:00`), 'not-in-this-state'],
    [
      'anything after exclusion',
      [...begin, event('excluded', `${tuesday} 08:00:00`)],
      event('attemptStarted', `${tuesday} 09:00:00`),
      'not-in-this-state',
    ],
  ])('%s', (_name, log, next, refusal) => {
    expect(refusalOf(log, next)).toBe(refusal)
  })
})

describe('a slip of the thumb', () => {
  const slip = event('humanReply', `${tuesday} 09:01:00`)
  const log = [...begin, event('attemptStarted', `${tuesday} 09:00:00`), slip]

  it('is taken back, stays in the log and is counted', () => {
    const back = event('takenBack', `${tuesday} 09:01:10`, { struckOut: slip.eventId })
    const life = foldLife([...log, back], phone)
    expect(life.state).toBe('attempted')
    expect(life.corrections).toBe(1)
    expect(refusalOf([...log, back], event('humanReply', `${tuesday} 09:02:00`))).toBe('accepted: answered')
  })

  it('is taken back also when the form was opened meanwhile', () => {
    const opened = event('formOpened', `${tuesday} 09:01:05`)
    const back = event('takenBack', `${tuesday} 09:01:10`, { struckOut: slip.eventId })
    expect(foldLife([...log, opened, back], phone).clock.formOpenedAt).toBeUndefined()
  })

  it('is only ever the last thing, and not after the form was handed in', () => {
    const other = event('takenBack', `${tuesday} 09:01:10`, { struckOut: log[2]!.eventId })
    expect(refusalOf(log, other)).toBe('nothing-to-take-back')
    expect(refusalOf(submitted, other)).toBe('not-in-this-state')
  })
})

it('a late answer is written down after the form is handed in, and changes nothing', () => {
  const log = [
    ...begin,
    event('attemptStarted', '2026-11-30 10:00:00'),
    event('gaveUp', '2026-12-03 08:00:00'),
    event('submitted', '2026-12-03 08:05:00'),
    event('humanReply', '2026-12-03 12:00:00'),
  ]
  const life = foldLife(log, email)
  expect(life.state).toBe('submitted')
  expect(life.clock.answer).toBeUndefined()
  expect(life.clock.lateAnswerAt).toBeDefined()
})

describe('a decision taken back', () => {
  const log = [
    ...begin,
    event('attemptStarted', '2026-11-30 10:00:00'),
    event('humanReply', '2026-11-30 10:01:00'),
    event('submitted', '2026-11-30 10:20:00'),
  ]
  it('leads back to how the form was handed in, the first time or corrected', () => {
    const approved = [
      ...log,
      event('approved', '2026-12-01 09:00:00'),
      event('reopened', '2026-12-01 09:00:05'),
    ]
    expect(foldLife(approved, phone).state).toBe('submitted')
    const corrected = [
      ...log,
      event('returned', '2026-12-01 09:00:00'),
      event('resubmitted', '2026-12-01 10:00:00'),
      event('approved', '2026-12-01 11:00:00'),
      event('reopened', '2026-12-01 11:00:03'),
    ]
    expect(foldLife(corrected, phone).state).toBe('resubmitted')
  })
  it('is refused where nothing was decided', () => {
    expect(refusalOf(log, event('reopened', '2026-12-01 09:00:00'))).toBe('not-in-this-state')
  })
})

describe('whatever happens in whatever order', () => {
  const minute = 60_000
  const start = Date.parse('2026-11-30T07:00:00Z')
  const anyLog = fc.array(
    fc.record({ kind: fc.constantFrom(...eventKinds), later: fc.integer({ min: 0, max: 3000 }) }),
    { maxLength: 60 },
  )
  const anyMethod = fc.constantFrom(phone, messenger, email)

  it('the state is one of the known ones and always what the accepted log adds up to', () => {
    fc.assert(
      fc.property(anyLog, anyMethod, (drawn, method) => {
        let life: Life = newLife
        let time = start
        const log: LogEvent[] = []
        for (const [index, { kind, later }] of drawn.entries()) {
          time += later * minute
          const struckOut = life.standing.at(-1)?.eventId
          const next: LogEvent = { eventId: `e${index}`, kind, at: new Date(time).toISOString(), struckOut }
          const step = stepLife(life, next, method)
          if (!step.ok) continue
          life = step.life
          log.push(next)
          expect(contactStates).toContain(life.state)
          expect(life.clock.attempts.length).toBeLessThanOrEqual(method.protocol.attempts)
        }
        expect(foldLife(log, method)).toEqual(life)
      }),
      { numRuns: 2000 },
    )
  })
})
