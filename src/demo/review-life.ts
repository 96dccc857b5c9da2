/** What happens to an invented submission after it is handed in: review, now and then a return or an appeal, the end. */
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
  if (random() < 0.03) add('appealed', 4 + 6 * random(), 'Vi mener at svaret vårt kom innen fristen.')
  if (ending.kind === 'running') add('finalised', 30)
  else {
    add('finalised', Math.max(0.1, (Date.parse(ending.at) - at) / day - 1))
    add('locked', Math.max(0.1, (Date.parse(ending.at) - at) / day))
  }
  return events
}
