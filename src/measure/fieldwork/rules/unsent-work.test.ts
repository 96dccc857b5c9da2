import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { ClockEvent, FilledForm } from '../contract.ts'
import {
  addEvent,
  delivered,
  dropRefused,
  handInForm,
  isEmpty,
  keepForm,
  nextPieces,
  noWork,
  type Piece,
  refusePieces,
  retryRefused,
  tried,
  type UnsentWork,
} from './unsent-work.ts'

const at = (second: number) => new Date(Date.UTC(2026, 10, 2, 9, 0, second)).toISOString()
const made = (second: number) => ({ madeAt: at(second) })
const event = (eventId: string, second = 0): ClockEvent => ({
  eventId,
  kind: 'attemptStarted',
  at: at(second),
})
const form = (text: string): FilledForm => ({ answers: { q: text }, comments: {} })
const ids = (pieces: readonly Piece[]) => pieces.map(({ id }) => id)

describe('what waits to be sent', () => {
  test('an event that is added twice waits once', () => {
    const once = addEvent(noWork, event('start'), made(0))
    expect(addEvent(once, event('start'), made(0))).toBe(once)
  })

  test('only the newest draft waits, and the form that is handed in takes its place', () => {
    const typed = keepForm(noWork, { id: 'd1', form: form('a'), made: made(1) })
    const again = keepForm(typed, { id: 'd2', form: form('b'), made: made(2) })
    expect(ids(again.waiting)).toEqual(['d2'])
    const handedIn = handInForm(again, { id: 's', form: form('b'), made: made(3) })
    expect(ids(handedIn.waiting)).toEqual(['s'])
    expect(handInForm(handedIn, { id: 's2', form: form('b'), made: made(4) })).toBe(handedIn)
    expect(isEmpty(delivered(handedIn, ['s']))).toBe(true)
  })

  test('events go together, a form alone and after them', () => {
    let work = addEvent(addEvent(noWork, event('start'), made(0)), event('reply'), made(1))
    work = handInForm(work, { id: 's', form: form('a'), made: made(2) })
    expect(ids(nextPieces(work))).toEqual(['start', 'reply'])
    expect(ids(nextPieces(delivered(work, ['start', 'reply'])))).toEqual(['s'])
  })

  test('a draft that was typed while an older one was on its way still waits', () => {
    const first = keepForm(noWork, { id: 'd1', form: form('a'), made: made(1) })
    const second = keepForm(first, { id: 'd2', form: form('b'), made: made(2) })
    expect(ids(delivered(second, ['d1']).waiting)).toEqual(['d2'])
  })
})

describe('what is refused', () => {
  const two = addEvent(addEvent(noWork, event('start', 0), made(0)), event('reply', 1), made(1))
  const refusal = { code: 'event-refused', why: 'not-in-this-state', at: at(9) }

  test('is put aside with its reason; what was not judged still waits', () => {
    const work = refusePieces(two, ['start', 'reply'], { ...refusal, named: 'start' })
    expect(ids(work.waiting)).toEqual(['reply'])
    expect(work.refused).toMatchObject([{ id: 'start', tries: 1, refusal: { why: 'not-in-this-state' } }])
    expect(ids(retryRefused(work).waiting)).toEqual(['start', 'reply'])
    expect(dropRefused(work, 'start').refused).toEqual([])
  })

  test('of a form stands in the fields again', () => {
    const handedIn = handInForm(noWork, { id: 's', form: form('a'), made: made(1) })
    const { code, at: when } = refusal
    expect(refusePieces(handedIn, ['s'], { code, at: when }).form).toEqual({ ...form('a'), savedAt: at(1) })
  })
})

/** The server as far as it matters here: every id once, a newer draft over an older, all of a batch or nothing. */
class ModelServer {
  readonly log: string[] = []
  readonly submissions = new Map<string, FilledForm>()
  draft: { readonly form: FilledForm; readonly savedAt: string } | undefined
  readonly refuses: string

  constructor(refuses: string) {
    this.refuses = refuses
  }

  /** The id that is refused, if any. */
  take(pieces: readonly Piece[]): string | undefined {
    const refused = pieces.find(({ id }) => id === this.refuses)
    if (refused) return refused.id
    for (const piece of pieces) this.takeOne(piece)
    return undefined
  }

  private takeOne(piece: Piece): void {
    switch (piece.kind) {
      case 'event':
        if (!this.log.includes(piece.id)) this.log.push(piece.id)
        return
      case 'draft':
        if (this.submissions.size > 0) return
        if (!this.draft || this.draft.savedAt < piece.madeAt)
          this.draft = { form: piece.form, savedAt: piece.madeAt }
        return
      case 'submission':
        this.submissions.set(piece.id, piece.form)
        this.draft = undefined
    }
  }
}

type Tab = {
  readonly pieces: readonly Piece[]
  readonly answer: 'arrives' | 'lost'
  readonly refused?: string
}

/** One phone with two tabs on the same database, and no lock between their senders: worse than it is. */
class ModelPhone {
  work: UnsentWork = noWork
  readonly tabs: [Tab | undefined, Tab | undefined] = [undefined, undefined]
  readonly server: ModelServer

  constructor(server: ModelServer) {
    this.server = server
  }

  send(tab: 0 | 1, cut: 'none' | 'before' | 'after'): void {
    if (this.tabs[tab]) return
    const pieces = nextPieces(this.work)
    const refused = cut === 'before' ? undefined : this.server.take(pieces)
    const answer = cut === 'none' ? 'arrives' : 'lost'
    this.tabs[tab] = { pieces, answer, ...(refused === undefined ? {} : { refused }) }
  }

  hear(tab: 0 | 1): void {
    const sent = this.tabs[tab]
    this.tabs[tab] = undefined
    if (!sent) return
    const { pieces, answer, refused } = sent
    if (answer === 'lost') this.work = tried(this.work, ids(pieces), { at: at(0), answer: 'offline' })
    else if (refused === undefined) this.work = delivered(this.work, ids(pieces))
    else
      this.work = refusePieces(this.work, ids(pieces), { code: 'event-refused', named: refused, at: at(0) })
  }

  sendAll(): void {
    for (const tab of [0, 1] as const) this.hear(tab)
    while (this.work.waiting.length > 0) {
      this.send(0, 'none')
      this.hear(0)
    }
  }
}

type Deed = (work: UnsentWork) => UnsentWork

/** A whole assignment: two attempts, an answer, a form in three drafts, handed in; a late note. */
const deeds: readonly Deed[] = [
  (work) => addEvent(work, event('e1'), made(1)),
  (work) => addEvent(work, event('e2'), made(2)),
  (work) => addEvent(work, event('e3'), made(3)),
  (work) => addEvent(work, event('e4'), made(4)),
  (work) => keepForm(work, { id: 'd1', form: form('a'), made: made(5) }),
  (work) => addEvent(work, event('e5'), made(6)),
  (work) => keepForm(work, { id: 'd2', form: form('ab'), made: made(7) }),
  (work) => keepForm(work, { id: 'd3', form: form('abc'), made: made(8) }),
  (work) => handInForm(work, { id: 's1', form: form('abc'), made: made(9) }),
  (work) => addEvent(work, event('e6'), made(10)),
]

const tab = fc.constantFrom(0 as const, 1 as const)
const step = fc.oneof(
  fc.constant({ what: 'deed' as const }),
  fc.record({
    what: fc.constant('send' as const),
    tab,
    cut: fc.constantFrom('none' as const, 'before' as const, 'after' as const),
  }),
  fc.record({ what: fc.constant('hear' as const), tab }),
)

function play(steps: readonly (typeof step extends fc.Arbitrary<infer T> ? T : never)[], refuses: string) {
  const server = new ModelServer(refuses)
  const phone = new ModelPhone(server)
  const left = [...deeds]
  for (const one of steps) {
    if (one.what === 'deed') phone.work = left.shift()?.(phone.work) ?? phone.work
    else if (one.what === 'send') phone.send(one.tab, one.cut)
    else phone.hear(one.tab)
  }
  for (const deed of left) phone.work = deed(phone.work)
  phone.sendAll()
  return { server, phone }
}

describe('whatever is cut, repeated, or sent by two tabs at once', () => {
  test('the server has every event once, in order, and the form once', () => {
    fc.assert(
      fc.property(fc.array(step, { maxLength: 60 }), (steps) => {
        const { server, phone } = play(steps, 'nothing')
        expect(server.log).toEqual(['e1', 'e2', 'e3', 'e4', 'e5', 'e6'])
        expect([...server.submissions]).toEqual([['s1', form('abc')]])
        expect(server.draft).toBeUndefined()
        expect(isEmpty(phone.work)).toBe(true)
      }),
      { numRuns: 500 },
    )
  })

  test('what is refused for good is on the phone with its reason, and all the rest on the server', () => {
    fc.assert(
      fc.property(fc.array(step, { maxLength: 60 }), fc.constantFrom('e2', 'e5', 's1'), (steps, refuses) => {
        const { server, phone } = play(steps, refuses)
        expect(ids(phone.work.refused)).toEqual([refuses])
        expect(server.log).toEqual(['e1', 'e2', 'e3', 'e4', 'e5', 'e6'].filter((id) => id !== refuses))
        expect(server.submissions.size).toBe(refuses === 's1' ? 0 : 1)
      }),
      { numRuns: 500 },
    )
  })
})
