import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type EditionMethod, editionMethod } from '../../contract.ts'
import { referenceMethod } from '../reference/reference-method.ts'
import { type ChangeKind, changeKinds } from './change.ts'
import { diffMethods, seriesBreaks } from './diff-methods.ts'

function changed(change: (method: EditionMethod) => void): EditionMethod {
  const method = editionMethod.parse(structuredClone(referenceMethod))
  change(method)
  return method
}

type Case = readonly [kind: ChangeKind, breaks: string | undefined, change: (method: EditionMethod) => void]

const question = (m: EditionMethod, id: string) => m.questions.find((q) => q.id === id)!

const cases: readonly Case[] = [
  [
    'calendar-start',
    undefined,
    (m) => {
      m.calendar.start = '2027-11-29'
    },
  ],
  [
    'calendar-weeks',
    undefined,
    (m) => {
      m.calendar.weeks = 16
    },
  ],
  ['closed-days', undefined, (m) => void m.calendar.closedDays.pop()],
  ['classes', undefined, (m) => void m.classes.push('Bank')],
  [
    'contacts',
    undefined,
    (m) => {
      m.contactsPerParticipant = 30
    },
  ],
  [
    'observers',
    undefined,
    (m) => {
      m.observers.lockOutDays = 5
    },
  ],
  [
    'scenario-repeat',
    undefined,
    (m) => {
      m.scenarioRepeatDays = 10
    },
  ],
  ['channel-removed', 'reached', (m) => void m.channels.pop()],
  [
    'channel-renamed',
    undefined,
    (m) => {
      m.channels[0]!.name = m.channels[1]!.name
    },
  ],
  [
    'share',
    'reached',
    (m) => {
      m.channels[0]!.share = 50
    },
  ],
  [
    'window',
    'reached',
    (m) => {
      m.channels[0]!.window.from = '08:00'
    },
  ],
  [
    'protocol',
    'waiting',
    (m) => {
      m.channels[0]!.protocol.wait = 10
    },
  ],
  ['slots', 'reached', (m) => void m.channelSlots.reverse()],
  ['tie-order', undefined, (m) => void m.keyTieOrder.reverse()],
  ['area-removed', 'points', (m) => void m.areas.pop()],
  [
    'area-renamed',
    undefined,
    (m) => {
      m.areas[0]!.name = m.areas[1]!.name
    },
  ],
  [
    'weight',
    'points',
    (m) => {
      m.areas[0]!.weight = 6
    },
  ],
  [
    'question-removed',
    'points',
    (m) => {
      m.questions = m.questions.filter((q) => q.id !== 'valued')
    },
  ],
  [
    'question-removed',
    undefined,
    (m) => {
      m.questions = m.questions.filter((q) => q.id !== 'sentOn')
    },
  ],
  [
    'question-reworded',
    'asked',
    (m) => {
      question(m, 'valued').text = question(m, 'solution').text
    },
  ],
  [
    'question-reworded',
    'asked',
    (m) => {
      question(m, 'nps').text = question(m, 'solution').text
    },
  ],
  [
    'question-help',
    undefined,
    (m) => {
      question(m, 'valued').help = question(m, 'solution').text
    },
  ],
  ['question-moved', undefined, (m) => void m.questions.reverse()],
  [
    'question-area',
    'points',
    (m) => {
      question(m, 'valued').area = 'agent'
    },
  ],
  ['question-channels', 'points', (m) => void question(m, 'valued').channels.pop()],
  [
    'question-kind',
    'asked',
    (m) => {
      question(m, 'valued').kind = 'category'
    },
  ],
  [
    'question-scored',
    'points',
    (m) => {
      question(m, 'valued').scored = false
    },
  ],
  [
    'question-applicability',
    'points',
    (m) => {
      question(m, 'valued').notApplicable = true
    },
  ],
  [
    'waiting-steps',
    'waiting',
    (m) => {
      question(m, 'waitEmail').clock = { reads: 'wait', limits: [1, 3] }
    },
  ],
  ['option-removed', 'asked', (m) => void question(m, 'valued').options.splice(1, 1)],
  [
    'option-reworded',
    'asked',
    (m) => {
      question(m, 'valued').options[0]!.label = { nb: 'a', nn: 'a', en: 'a' }
    },
  ],
  [
    'points',
    'points',
    (m) => {
      question(m, 'valued').options[0]!.points = 20
    },
  ],
  ['comment-removed', undefined, (m) => void m.comments.pop()],
  [
    'comment-reworded',
    undefined,
    (m) => {
      m.comments[0]!.text = m.comments[1]!.text
    },
  ],
  [
    'comment-required',
    undefined,
    (m) => {
      m.comments[0]!.required = false
    },
  ],
  [
    'score-rule',
    'score',
    (m) => {
      m.score.total = 'pointsOverPossible'
    },
  ],
  [
    'interval',
    undefined,
    (m) => {
      m.score.interval.level = 0.9
    },
  ],
  ['band-removed', 'bands', (m) => void m.bands.pop()],
  [
    'band-limits',
    'bands',
    (m) => {
      m.bands[1]!.from = 85
    },
  ],
  [
    'band-renamed',
    undefined,
    (m) => {
      m.bands[1]!.name = m.bands[0]!.name
    },
  ],
  [
    'ties',
    undefined,
    (m) => {
      m.ranking.ties = 'answeredScore'
    },
  ],
  ['scenario-removed', undefined, (m) => void m.scenarios.pop()],
  [
    'scenario-reworded',
    undefined,
    (m) => {
      m.scenarios[0]!.briefing = m.scenarios[1]!.briefing
    },
  ],
  ['scenario-use', undefined, (m) => void m.scenarios[0]!.classes.push('Bank')],
]

describe('the difference between two methods', () => {
  it('is nothing between a method and its copy', () => {
    expect(diffMethods(referenceMethod, structuredClone(referenceMethod))).toEqual([])
  })

  it.each(cases)('tells of %s (breaks the series: %s) and of nothing else', (kind, breaks, change) => {
    const changes = diffMethods(referenceMethod, changed(change))
    expect(new Set(changes.map((found) => `${found.kind} ${found.breaks}`))).toEqual(
      new Set([`${kind} ${breaks}`]),
    )
  })

  it('tells of what was added when it is read the other way round', () => {
    for (const [kind, breaks, change] of cases.filter(([name]) => name.endsWith('-removed'))) {
      const added = kind.replace('removed', 'added')
      expect(
        diffMethods(changed(change), referenceMethod).map((found) => [found.kind, found.breaks]),
      ).toContainEqual([added, breaks])
    }
  })

  it('has a case here for every kind of change', () => {
    const shown = new Set(cases.flatMap(([kind]) => [kind, kind.replace('removed', 'added')]))
    expect(changeKinds.filter((kind) => !shown.has(kind))).toEqual([])
  })

  it('gives the points before and after, by question and option', () => {
    const changes = diffMethods(
      referenceMethod,
      changed((m) => {
        question(m, 'valued').options[0]!.points = 20
      }),
    )
    expect(changes).toEqual([{ kind: 'points', subject: 'valued.d4', from: 16, to: 20, breaks: 'points' }])
    expect(seriesBreaks(changes)).toEqual(['points'])
  })

  it('swaps before and after when the methods are swapped', () => {
    fc.assert(
      fc.property(
        fc.subarray([...cases.keys()].filter((index) => !cases[index]![0].includes('moved'))),
        (chosen) => {
          const other = changed((m) => {
            for (const index of chosen) if (!/removed|slots|tie/.test(cases[index]![0])) cases[index]![2](m)
          })
          const there = diffMethods(referenceMethod, other).map(({ subject, from, to }) => [
            subject,
            from,
            to,
          ])
          const back = diffMethods(other, referenceMethod).map(({ subject, from, to }) => [subject, to, from])
          expect(back).toEqual(expect.arrayContaining(there))
          expect(back).toHaveLength(there.length)
        },
      ),
      { numRuns: 50 },
    )
  })
})
