import { describe, expect, it, test } from 'vitest'
import { formFor } from '../../edition/rules/form.ts'
import { referenceMethod as method } from '../../edition/rules/reference/reference-method.ts'
import * as clockFindings from './clock-findings.ts'
import type { ReviewPicture } from './finding.ts'
import { findingsOf } from './findings.ts'
import * as formFindings from './form-findings.ts'
import * as textFindings from './text-findings.ts'

const find = { ...clockFindings, ...formFindings, ...textFindings, findingsOf }

const startedAt = '2026-12-01T08:00:00.000Z'
const [welcome = '', agent = '', overall = ''] = method.comments.map(({ id }) => id)
const form = formFor(method, 'phone').questions
const varied = Object.fromEntries(form.map(({ id, options }, index) => [id, options[index % 2]!.id]))

const picture: ReviewPicture = {
  method,
  channel: 'phone',
  planned: { date: '2026-12-01', from: '09:00', to: '11:00' },
  clock: {
    attempts: [{ startedAt }],
    answer: { at: '2026-12-01T08:00:20.000Z', attempt: 1, between: false, typed: false },
    formOpenedAt: '2026-12-01T08:10:00.000Z',
  },
  corrections: 0,
  devices: 1,
  answered: true,
  answers: { ...varied, waitPhone: 's30', attempt: 'first' },
  comments: {
    [welcome]: 'Hun tok telefonen raskt og sa navnet sitt.',
    [agent]: 'Stilte gode spørsmål og forklarte enkelt.',
    [overall]: 'Jeg ville gjerne ha handlet her.',
  },
  transcript: null,
  nobody: new Set(),
  submittedAt: '2026-12-01T08:16:00.000Z',
  others: [],
  pauses: [],
}

it('a careful submission has no findings', () => {
  expect(find.findingsOf(picture)).toEqual([])
})

describe('contradiction between clock and form', () => {
  it('is found where an answer is not what the clock says', () => {
    const answers = { ...picture.answers, waitPhone: 'm4' }
    expect(find.contradictions({ ...picture, answers })).toEqual([
      { kind: 'contradiction', where: 'waitPhone', params: { clock: 's30', form: 'm4', seconds: 20 } },
    ])
  })
  it('is found where a form is filled in for a contact that nobody answered', () => {
    const clock = { attempts: picture.clock.attempts }
    expect(find.contradictions({ ...picture, clock })).toHaveLength(1)
  })
})

describe('too fast', () => {
  const at = (seconds: number) => {
    const opened = Date.parse('2026-12-01T08:10:00.000Z')
    return find.tooFast({ ...picture, submittedAt: new Date(opened + seconds * 1000).toISOString() })
  }
  it('is a form that was filled in before its questions can be read', () => {
    const needed = find.readingSeconds(method, 'phone')
    expect(needed).toBeGreaterThan(15)
    expect(at(Math.floor(needed) - 1)).toMatchObject([{ kind: 'tooFast' }])
    expect(at(Math.ceil(needed))).toEqual([])
  })
  it('is never an unanswered contact: it has no form', () => {
    expect(find.tooFast({ ...picture, answered: false, submittedAt: picture.clock.formOpenedAt! })).toEqual(
      [],
    )
  })
})

describe('copied comment', () => {
  const other = (text: string) =>
    ({ number: 17, channel: 'email', comments: find.comparableComments({ [agent]: text }) }) as const
  test.each([
    ['the same words', 'Stilte gode spørsmål og forklarte enkelt.', 1],
    ['the same but for capitals and a word', 'stilte gode spørsmål, og forklarte veldig enkelt', 1],
    ['something else about the same', 'Forklaringen var god, men spørsmålene kom sent.', 0],
  ])('%s', (_name, text, count) => {
    expect(find.copiedComments({ ...picture, others: [other(text)] })).toHaveLength(count)
  })
  it('names the contact that it is copied from', () => {
    const text = picture.comments[agent]!
    expect(find.copiedComments({ ...picture, others: [other(text)] })[0]?.params).toEqual({
      contact: 17,
      alike: 100,
    })
  })
  it('does not count a few words that anybody would write', () => {
    const comments = { [agent]: 'Veldig bra.' }
    expect(find.copiedComments({ ...picture, comments, others: [other('Veldig bra.')] })).toEqual([])
  })
})

describe('short comment', () => {
  it('is a required one with fewer than four words; one without any is missing', () => {
    const comments = { ...picture.comments, [agent]: 'Helt grei.', [overall]: '' }
    expect(find.shortComments({ ...picture, comments })).toEqual([
      { kind: 'shortComment', where: agent, params: { words: 2 } },
    ])
    expect(find.missingComments({ ...picture, comments })).toEqual([
      { kind: 'missingComment', where: overall },
    ])
  })
})

describe('the written conversation', () => {
  it('is missed on an answered written contact, and on no other', () => {
    expect(find.missingTranscript({ ...picture, channel: 'chat' })).toHaveLength(1)
    expect(find.missingTranscript({ ...picture, channel: 'chat', transcript: 'Hei!' })).toEqual([])
    expect(find.missingTranscript({ ...picture, channel: 'chat', answered: false })).toEqual([])
    expect(find.missingTranscript(picture)).toEqual([])
  })
})

describe('a person’s name in a comment', () => {
  it('is found, but not the participant’s own name', () => {
    const comments = { [agent]: 'Jeg snakket med Thomas, som forklarte godt.' }
    expect(find.namedPersons({ ...picture, comments })).toEqual([
      { kind: 'namedPerson', where: agent, params: { name: 'Thomas' } },
    ])
    expect(find.namedPersons(picture)).toEqual([])
  })
})

describe('outside the plan', () => {
  const attemptAt = (at: string) => ({
    ...picture,
    clock: { ...picture.clock, attempts: [{ startedAt: at }] },
  })
  test.each([
    ['08:59', '2026-12-01T07:59:00Z', 1],
    ['09:00', '2026-12-01T08:00:00Z', 0],
    ['14:59', '2026-12-01T13:59:00Z', 0],
    ['15:00', '2026-12-01T14:00:00Z', 1],
  ])('a call that began %s', (_time, at, count) => {
    expect(find.outsideWindow(attemptAt(at))).toHaveLength(count)
  })
  it('is another day than the planned one', () => {
    expect(find.otherDay(attemptAt('2026-12-02T08:00:00Z'))).toEqual([
      { kind: 'otherDay', params: { date: '2026-12-02', planned: '2026-12-01' } },
    ])
    expect(find.otherDay(picture)).toEqual([])
  })
})

describe('during a pause', () => {
  const paused = (from: string, to?: string) => find.duringPause({ ...picture, pauses: [{ from, to }] })
  it('is a contact whose waiting met the pause', () => {
    expect(paused('2026-12-01T08:00:10Z')).toHaveLength(1)
    expect(paused('2026-11-30T08:00:00Z', '2026-12-01T08:00:01Z')).toHaveLength(1)
  })
  it('is not one that was answered before it or begun after it', () => {
    expect(paused('2026-12-01T08:00:20Z')).toEqual([])
    expect(paused('2026-11-30T08:00:00Z', '2026-12-01T08:00:00Z')).toEqual([])
  })
})

describe('straight-lining', () => {
  const degrees = form.filter(({ kind }) => kind === 'degree')
  const all = (step: number) => Object.fromEntries(degrees.map(({ id, options }) => [id, options[step]!.id]))
  it('is the same step on every question with degrees', () => {
    const answers = { ...picture.answers, ...all(2) }
    expect(find.straightLining({ ...picture, answers })).toMatchObject([{ kind: 'straightLining' }])
  })
  it('is not when a single one differs', () => {
    const answers = { ...picture.answers, ...all(2), [degrees[0]!.id]: degrees[0]!.options[3]!.id }
    expect(find.straightLining({ ...picture, answers })).toEqual([])
  })
})

describe('unusual for the observer', () => {
  const others = (count: number, channel: 'phone' | 'email' = 'phone') =>
    Array.from({ length: count }, (_, index) => ({
      number: index,
      channel,
      comments: [],
      score: 80 + (index % 2) * 4,
    }))
  it('is a score far from the observer’s own mean on the channel', () => {
    expect(find.unusualScore({ ...picture, score: 60, others: others(12) })).toEqual([
      { kind: 'unusualScore', params: { score: 60, mean: 82, n: 12, low: 70, high: 95 } },
    ])
  })
  it('is not said of one near it, nor from too few, nor from another channel', () => {
    expect(find.unusualScore({ ...picture, score: 72, others: others(12) })).toEqual([])
    expect(find.unusualScore({ ...picture, score: 10, others: others(9) })).toEqual([])
    expect(find.unusualScore({ ...picture, score: 10, others: others(12, 'email') })).toEqual([])
  })
})

describe('the clock’s own marks', () => {
  it('a time that was typed is shown for a call, not for an e-mail', () => {
    const answer = { ...picture.clock.answer!, typed: true }
    const clock = { ...picture.clock, answer }
    expect(find.typedTime({ ...picture, clock })).toEqual([{ kind: 'typedTime' }])
    expect(find.typedTime({ ...picture, clock, channel: 'email' })).toEqual([])
  })

  it('a correction, an attempt cut short and a late answer are shown', () => {
    const clock = {
      attempts: [{ startedAt, endedAt: '2026-12-01T08:01:00.000Z', cutShort: 'busy' as const }],
      lateAnswerAt: '2026-12-05T08:00:00.000Z',
    }
    const kinds = find.findingsOf({ ...picture, clock, corrections: 1, answered: false, answers: {} })
    expect(kinds.map(({ kind }) => kind)).toEqual(['cutShort', 'clockCorrected', 'lateAnswer'])
  })
})

describe('two devices', () => {
  it('are told when the clock was logged on more than one, and only then', () => {
    expect(find.twoDevices({ ...picture, devices: 2 })).toEqual([
      { kind: 'twoDevices', params: { devices: 2 } },
    ])
    // Of an older log nothing is known.
    expect(find.twoDevices({ ...picture, devices: 0 })).toEqual([])
  })
})
