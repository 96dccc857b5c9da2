import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type EditionMethod, editionMethod } from '../contract.ts'
import { brokenInvariants, checkMethod } from './check-method.ts'
import { describeMethod } from './describe-method.ts'
import type { IssueCode } from './invariants/texts.ts'
import { describeIssue, issueTexts } from './invariants/texts.ts'
import { referenceMethod } from './reference/reference-method.ts'

function changed(change: (method: EditionMethod) => void): EditionMethod {
  const method = editionMethod.parse(structuredClone(referenceMethod))
  change(method)
  return method
}

function question(method: EditionMethod, id: string): EditionMethod['questions'][number] {
  return method.questions.find((candidate) => candidate.id === id)!
}

function place(id: string): number {
  return referenceMethod.questions.findIndex((candidate) => candidate.id === id)
}

type Break = readonly [claim: string, code: IssueCode, path: string, change: (method: EditionMethod) => void]

const breaks: readonly Break[] = [
  [
    'a scored question needs an option that gives 0',
    'no-zero-option',
    `questions.${place('feltWelcome')}.options`,
    (m) => {
      question(m, 'feltWelcome').options[4]!.points = 1
    },
  ],
  [
    'a scored question must be able to give points',
    'no-points-to-get',
    `questions.${place('closing')}.options`,
    (m) => {
      question(m, 'closing').options[0]!.points = 0
    },
  ],
  [
    'a question that is not scored carries no points',
    'points-without-score',
    `questions.${place('callBack')}.options`,
    (m) => {
      question(m, 'callBack').options[0]!.points = 3
    },
  ],
  [
    'the weights of the areas sum to 100',
    'weights-not-100',
    'areas',
    (m) => {
      m.areas[0]!.weight = 6
    },
  ],
  [
    'a channel without any scored question cannot be measured',
    'channel-without-points',
    'channels.3',
    (m) => {
      for (const q of m.questions)
        if (q.scored) q.channels = q.channels.filter((channel) => channel !== 'messenger')
      m.questions = m.questions.filter((q) => q.channels.length > 0)
    },
  ],
  [
    'an area that outgrows its weight on one channel is named with its figures',
    'area-share',
    'areas.2.weight',
    (m) => {
      question(m, 'listened').options[0]!.points = 40
    },
  ],
  [
    'no two questions have the same id',
    'doubled-id',
    'questions.1.id',
    (m) => {
      m.questions[1]!.id = m.questions[0]!.id
    },
  ],
  [
    'no comment has the id of a question',
    'doubled-id',
    'comments.0.id',
    (m) => {
      m.comments[0]!.id = 'feltWelcome'
    },
  ],
  [
    'no two options of a question have the same id',
    'doubled-id',
    'questions.0.options.1.id',
    (m) => {
      m.questions[0]!.options[1]!.id = 's30'
    },
  ],
  [
    'a class is named once',
    'doubled-id',
    'classes.1',
    (m) => {
      m.classes = ['Strøm', 'Strøm']
    },
  ],
  [
    'a question is asked once on a channel',
    'doubled-id',
    `questions.${place('personal')}.channels.4`,
    (m) => {
      question(m, 'personal').channels.push('chat')
    },
  ],
  [
    'a question may not be called as a column of the files',
    'reserved-id',
    `questions.${place('personal')}.id`,
    (m) => {
      question(m, 'personal').id = 'answered'
    },
  ],
  [
    'no option may be called na',
    'reserved-id',
    `questions.${place('closing')}.options.1.id`,
    (m) => {
      question(m, 'closing').options[1]!.id = 'NA'
    },
  ],
  [
    'a question lies in an area that exists',
    'unknown-area',
    `questions.${place('personal')}.area`,
    (m) => {
      question(m, 'personal').area = 'greeting'
    },
  ],
  [
    'a question is asked on channels that the edition has',
    'unknown-channel',
    `questions.${place('waitMessenger')}.channels.0`,
    (m) => {
      m.channels = m.channels.filter(({ id }) => id !== 'messenger')
    },
  ],
  [
    'a channel stands in one slot only',
    'channel-in-two-slots',
    'channelSlots',
    (m) => {
      m.channelSlots[0]!.push('chat')
    },
  ],
  [
    'a channel without a slot would never be used',
    'channel-without-slot',
    'channelSlots',
    (m) => {
      m.channelSlots[2] = ['chat']
    },
  ],
  [
    'the tie order decides between any two channels',
    'not-in-tie-order',
    'keyTieOrder',
    (m) => {
      m.keyTieOrder.pop()
    },
  ],
  [
    'a window ends after it starts',
    'empty-window',
    'channels.0.window',
    (m) => {
      m.channels[0]!.window = { from: '15:00', to: '09:00' }
    },
  ],
  [
    'e-mails are sent before noon',
    'sent-too-late',
    'channels.1.window.to',
    (m) => {
      m.channels[1]!.window.to = '12:01'
    },
  ],
  [
    'a chat is not waited for in working days',
    'protocol-unit',
    'channels.2.protocol.unit',
    (m) => {
      m.channels[2]!.protocol = { unit: 'workingDays', wait: 1, attempts: 1 }
    },
  ],
  [
    'a chat is written, not spoken',
    'form-kind',
    'channels.2.form',
    (m) => {
      m.channels[2]!.form = 'spoken'
    },
  ],
  [
    'an attempt ends on the day it starts',
    'wait-past-midnight',
    'channels.3.protocol.wait',
    (m) => {
      m.channels[3]!.window.to = '23:45'
    },
  ],
  [
    'a season has open days',
    'no-open-days',
    'calendar',
    (m) => {
      m.calendar = { ...m.calendar, start: '2027-03-25', weeks: 1, closedDays: ['2027-03-30', '2027-03-31'] }
    },
  ],
  [
    'a form has at most 40 questions',
    'too-many-questions',
    'channels.1',
    (m) => {
      const spare = question(m, 'sentOn')
      for (let extra = 0; extra < 12; extra++)
        m.questions.push({ ...spare, id: `extra${extra}`, channels: ['email'] })
    },
  ],
  [
    'there are at most three comments',
    'too-many-comments',
    'comments',
    (m) => {
      m.comments.push({ ...m.comments[0]!, id: 'more' })
    },
  ],
  [
    'a degree has five steps',
    'options-of-kind',
    `questions.${place('efficient')}.options`,
    (m) => {
      question(m, 'efficient').options.splice(1, 1)
    },
  ],
  [
    'every customer-experience question is asked',
    'cx-missing',
    'questions',
    (m) => {
      m.questions = m.questions.filter(({ id }) => id !== 'nps')
    },
  ],
  [
    'customer experience is never scored',
    'cx-scored',
    `questions.${place('csat')}.scored`,
    (m) => {
      question(m, 'csat').scored = true
    },
  ],
  [
    'customer effort has its scale from 1 to 7',
    'cx-scale',
    `questions.${place('ces')}.options`,
    (m) => {
      question(m, 'ces').options.pop()
    },
  ],
  [
    'customer experience is asked on every channel',
    'cx-not-everywhere',
    `questions.${place('ves1')}.channels`,
    (m) => {
      question(m, 'ves1').channels.pop()
    },
  ],
  [
    'waiting has one limit fewer than options',
    'limit-count',
    'questions.0.clock.limits',
    (m) => {
      m.questions[0]!.clock = { reads: 'wait', limits: [30, 60] }
    },
  ],
  [
    'waiting limits ascend',
    'limits-not-ascending',
    'questions.0.clock.limits',
    (m) => {
      m.questions[0]!.clock = { reads: 'wait', limits: [30, 60, 60, 180, 240] }
    },
  ],
  [
    'a longer wait never gives more points',
    'longer-wait-gains',
    'questions.0.options',
    (m) => {
      m.questions[0]!.options[2]!.points = 6
    },
  ],
  [
    'a later attempt never gives more points',
    'longer-wait-gains',
    `questions.${place('attempt')}.options`,
    (m) => {
      question(m, 'attempt').options.reverse()
    },
  ],
  [
    'every attempt has its option',
    'attempt-count',
    `questions.${place('attempt')}.options`,
    (m) => {
      m.channels[0]!.protocol = { unit: 'minutes', wait: 5, attempts: 3, openBetweenAttempts: false }
    },
  ],
  [
    'the answer between the attempts is one of the options',
    'unknown-option',
    `questions.${place('attemptMessenger')}.clock.betweenAttempts`,
    (m) => {
      question(m, 'attemptMessenger').clock = { reads: 'attempt', betweenAttempts: 'never' }
    },
  ],
  [
    'an answer between the attempts belongs where the thread stays open',
    'between-attempts',
    `questions.${place('attemptMessenger')}.clock`,
    (m) => {
      m.channels[3]!.protocol = { unit: 'minutes', wait: 30, attempts: 2, openBetweenAttempts: false }
    },
  ],
  [
    'the clock answers one waiting question on a channel',
    'clock-asked-twice',
    `questions.${place('waitChat')}.clock`,
    (m) => {
      question(m, 'waitChat').channels = ['chat', 'phone']
    },
  ],
  [
    'bands leave no score out',
    'bands-gap',
    'bands.2.below',
    (m) => {
      m.bands[2]!.below = 79
    },
  ],
  [
    'the lowest band starts at 0',
    'bands-gap',
    'bands.3.from',
    (m) => {
      m.bands[3]!.from = 1
    },
  ],
  [
    'the highest band holds 100',
    'bands-gap',
    'bands.0.below',
    (m) => {
      m.bands.shift()
    },
  ],
  [
    'no score falls in two bands',
    'bands-overlap',
    'bands.2.below',
    (m) => {
      m.bands[2]!.below = 85
    },
  ],
  [
    'a band is not empty',
    'empty-band',
    'bands.2',
    (m) => {
      m.bands[2]!.below = 70
    },
  ],
  [
    'a class has role plays enough for none to return too soon',
    'too-few-scenarios',
    'scenarios',
    (m) => {
      m.scenarios = m.scenarios.slice(0, 6)
    },
  ],
  [
    'every channel in use has a role play',
    'no-scenario-on-channel',
    'scenarios',
    (m) => {
      for (const scenario of m.scenarios) scenario.channels = ['phone', 'email', 'messenger']
    },
  ],
  [
    'a role play is made for classes that exist',
    'unknown-class',
    'scenarios.0.classes',
    (m) => {
      m.classes = ['Strøm']
      m.scenarios[0]!.classes = ['Bank']
    },
  ],
]

describe('a method is checked', () => {
  it('and the reference method breaks nothing', () => {
    expect(checkMethod(referenceMethod)).toEqual({ ok: true, method: referenceMethod, ignored: [] })
  })

  it.each(breaks)('%s', (_, code, path, change) => {
    const found = brokenInvariants(changed(change)).map((issue) => `${issue.code} ${issue.path}`)
    expect(found).toContain(`${code} ${path}`)
  })

  it('and every code has a test here or is about the document’s shape', () => {
    const tested = new Set(breaks.map(([, code]) => code))
    const untested = Object.keys(issueTexts).filter((code) => !tested.has(code as IssueCode))
    const ofTheFile = ['not-json', 'null-character']
    expect(untested.filter((code) => !code.startsWith('shape') && !ofTheFile.includes(code))).toEqual([])
  })

  it('and a share is told with its figures', () => {
    const heavy = changed((m) => {
      question(m, 'listened').options[0]!.points = 40
    })
    const found = brokenInvariants(heavy).find(({ params }) => params.area === 'agent')!
    expect(found.params).toMatchObject({
      area: 'agent',
      channel: 'phone',
      points: 124,
      possible: 224,
      weight: 50,
    })
    expect(describeIssue(found, 'nb')).toContain('55,4 %')
  })

  it('and a share within 1.5 points of per cent of its weight is let be', () => {
    const nearly = changed((m) => {
      question(m, 'listened').options[0]!.points = 18
    })
    expect(brokenInvariants(nearly)).toEqual([])
  })
})

describe('a document is read', () => {
  it('and the printed method is accepted back as it was', () => {
    const printed: unknown = JSON.parse(JSON.stringify(describeMethod(referenceMethod)))
    expect(checkMethod(printed)).toEqual({ ok: true, method: referenceMethod, ignored: [] })
  })

  it('and every missing or wrong field is named by its path', () => {
    const { bands: _, ...rest } = referenceMethod
    const result = checkMethod({
      ...rest,
      calendar: { ...rest.calendar, start: '2027-02-29', weeks: 'many' },
    })
    expect(result.ok ? [] : result.issues.map(({ code, path }) => [code, path])).toEqual([
      ['shape-other', 'calendar.start'],
      ['shape-type', 'calendar.weeks'],
      ['shape-missing', 'bands'],
    ])
  })

  it('and an id that every object has of its own is refused', () => {
    const named = structuredClone(referenceMethod) as EditionMethod
    named.questions[0]!.id = 'constructor'
    const result = checkMethod(named)
    expect(result.ok ? [] : result.issues.map(({ code, path }) => [code, path])).toEqual([
      ['shape-other', 'questions.0.id'],
    ])
  })

  it('and a bound is told as a sign and a number, in no language but the reader’s', () => {
    const document = structuredClone(referenceMethod) as EditionMethod
    document.channels[0]!.share = -1
    document.areas[0]!.weight = 101
    const checked = checkMethod(document)
    const told = checked.ok ? [] : checked.issues.map((problem) => describeIssue(problem, 'nb'))
    expect(told.toSorted()).toEqual([
      'Verdien er utenfor grensene, som er > 0.',
      'Verdien er utenfor grensene, som er ≤ 100.',
    ])
  })

  it('and a misspelt optional key is told rather than lost', () => {
    const [first, ...others] = referenceMethod.questions
    const result = checkMethod({ ...referenceMethod, questions: [{ ...first, hlep: 'x' }, ...others] })
    expect(result).toMatchObject({ ok: true, ignored: ['questions.0.hlep'] })
  })

  it('and nothing that JSON can hold makes the check throw', () => {
    fc.assert(
      fc.property(fc.jsonValue(), (value) => {
        expect(checkMethod(value).ok).toBe(false)
      }),
    )
  })

  it('and no single field, whatever it is replaced by, makes the check throw', () => {
    const keys = Object.keys(referenceMethod)
    fc.assert(
      fc.property(fc.constantFrom(...keys), fc.jsonValue(), (key, value) => {
        expect(typeof checkMethod({ ...referenceMethod, [key]: value }).ok).toBe('boolean')
      }),
    )
  })
})
