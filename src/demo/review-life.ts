/** What happens to an invented submission after it is handed in: review, now and then a return, the end. */
import type { Random } from '../kernel/random.ts'
import type { EventKind } from '../measure/fieldwork/contract.ts'

export type ReviewEvent = { readonly kind: EventKind; readonly at: string; readonly note?: string }

const day = 86_400_000

const returnNotes = [
  'Kommentaren om kundebehandleren mangler begrunnelse. Kan du utdype hva som ble gjort?',
  'Du har krysset av for at behovet ble kartlagt, men kommentaren sier noe annet. Se på det igjen.',
  'Kan du sjekke tidspunktet? Skjemaet ble fylt ut før samtalen kan ha vært ferdig.',
]

export type Ending =
  /** The edition is over: everything ends locked at this instant. */
  | { readonly kind: 'published'; readonly at: string }
  | { readonly kind: 'running' }
  /** Fieldwork is over and everything approved; nothing is final while participants can object. */
  | { readonly kind: 'appealWindow' }

/** Where a recent contact may be lying, so that each pile of work of a running edition has something in it. */
export type Pile = 'form' | 'submitted' | 'returned' | 'resubmitted'

const pileDays = 10

/** The pile on which a contact lies at `now`, if any; forms of unanswered contacts are the slowest to come. */
export function pileOf(
  { submittedAt, answered }: { readonly submittedAt: string; readonly answered: boolean },
  now: Date,
  random: Random,
): Pile | undefined {
  const age = (now.getTime() - Date.parse(submittedAt)) / day
  if (age < 0 || age > pileDays) return undefined
  const drawn = random()
  if (drawn < (answered ? 0.08 : 0.8)) return 'form'
  return (['submitted', 'returned', 'resubmitted'] as const)[Math.floor((drawn - 0.08) / 0.09)]
}

/** What has happened to a contact that lies on a pile. */
export function lifeOnPile(submittedAt: string, pile: Pile): readonly ReviewEvent[] {
  const later = (hours: number) => new Date(Date.parse(submittedAt) + hours * 3_600_000).toISOString()
  const steps: ReviewEvent[] = [
    { kind: 'submitted', at: submittedAt },
    { kind: 'returned', at: later(2), note: returnNotes[0]! },
    { kind: 'resubmitted', at: later(5) },
  ]
  return steps.slice(0, ['form', 'submitted', 'returned', 'resubmitted'].indexOf(pile))
}

/** The whole life to come; the caller leaves out what lies in the future. */
export function reviewLife(submittedAt: string, ending: Ending, random: Random): readonly ReviewEvent[] {
  const events: ReviewEvent[] = [{ kind: 'submitted', at: submittedAt }]
  let at = Date.parse(submittedAt)
  const add = (kind: EventKind, days: number, note?: string) => {
    at += days * day
    events.push({ kind, at: new Date(Math.round(at)).toISOString(), ...(note ? { note } : {}) })
  }
  const reviewed = 1 + 5 * random()
  if (random() < 0.09) {
    add('returned', reviewed, returnNotes[Math.floor(random() * returnNotes.length)])
    add('resubmitted', 0.6 + 3 * random())
    add('approved', 0.5 + 2 * random())
  } else add('approved', reviewed)
  const part = random()
  if (ending.kind === 'appealWindow') return events
  if (ending.kind === 'running') add('finalised', 29.5 + part)
  else {
    add('finalised', Math.max(0.1, (Date.parse(ending.at) - at) / day - 0.5 - part))
    add('locked', Math.max(0.1, (Date.parse(ending.at) - at) / day))
  }
  return events
}
