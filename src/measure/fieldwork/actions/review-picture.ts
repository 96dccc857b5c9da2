/** Gathers, for many contacts at once, what the findings of a review are made from. */
import type { Context } from '../../../organisation/index.ts'
import type { ChannelId } from '../../edition/contract.ts'
import { type CompiledMethod, compileMethod } from '../../results/rules/compiled-form.ts'
import { type ScoreOutcome, scoreSubmission } from '../../results/rules/score-submission.ts'
import type { Life } from '../rules/contact-state.ts'
import type { OtherSubmission, ReviewPicture } from '../rules/finding.ts'
import { comparableComments } from '../rules/text-findings.ts'
import type { FieldContact } from '../store/contact-store.ts'
import type { FieldEdition } from '../store/edition-store.ts'
import { listEvents, type StoredEvent } from '../store/event-store.ts'
import { listPauses, type Pause } from '../store/pause-store.ts'
import { listFormsOfObservers, listSubmissions, type StoredSubmission } from '../store/submission-store.ts'
import { clockMethodOf, lifeOf } from './open-contact.ts'

export type Reviewed = {
  readonly contact: FieldContact
  readonly log: readonly StoredEvent[]
  readonly life: Life
  /** The version to be judged. */
  readonly last: StoredSubmission
  readonly earlier: readonly StoredSubmission[]
  readonly score: ScoreOutcome
  readonly picture: ReviewPicture
}

/** Contacts without a form are left out. */
export async function reviewsOf(
  { scope, db }: Pick<Context, 'scope' | 'db'>,
  edition: FieldEdition,
  contacts: readonly FieldContact[],
): Promise<readonly Reviewed[]> {
  const { editionId } = edition
  const contactIds = contacts.map(({ contactId }) => contactId)
  const observerIds = [...new Set(contacts.flatMap(({ observerId }) => observerId ?? []))]
  const logs = await listEvents(scope, db, { editionId, contactIds })
  const submissions = Map.groupBy(
    await listSubmissions(scope, db, { editionId, contactIds }),
    ({ contactId }) => contactId,
  )
  const others = comparedForms(await listFormsOfObservers(scope, db, { editionId, observerIds }))
  const pauses = await listPauses(scope, db, [editionId])
  const compiled = compileMethod(edition.method)
  return contacts.flatMap((contact) => {
    const [last, ...earlier] = submissions.get(contact.contactId) ?? []
    if (!last) return []
    const log = logs.get(contact.contactId) ?? []
    const life = lifeOf(contact, log, clockMethodOf(edition, contact))
    const score = scoreOf(compiled, contact.channel, last)
    const own = others
      .filter((form) => form.observerId === contact.observerId && form.contactId !== contact.contactId)
      .map(({ form }) => form)
    return [
      {
        contact,
        log,
        life,
        last,
        earlier,
        score,
        picture: pictureOf({ contact, edition, log, life, last, score, others: own, pauses }),
      },
    ]
  })
}

/** What approval would give. @throws Error for a channel that the method does not have */
export function scoreOf(
  compiled: CompiledMethod,
  channel: ChannelId,
  { answered, answers }: Pick<StoredSubmission, 'answered' | 'answers'>,
): ScoreOutcome {
  const form = compiled.forms.get(channel)
  if (!form) throw new Error(`a submission on ${channel}, which its edition does not have`)
  return scoreSubmission(form, { answered, answers })
}

type FormRow = Awaited<ReturnType<typeof listFormsOfObservers>>[number]
type ComparedForm = {
  readonly observerId: string | null
  readonly contactId: string
  readonly form: OtherSubmission
}

function comparedForms(rows: readonly FormRow[]): readonly ComparedForm[] {
  return rows.map((row) => ({
    observerId: row.observer_id,
    contactId: row.contact_id,
    form: {
      number: row.number,
      channel: row.channel as ChannelId,
      comments: piecesOfForm(row),
      score: row.score ?? undefined,
    },
  }))
}

/** Forms cut into pieces, kept for the next review of the same observer: the last used are the last to go. */
const cut = new Map<string, OtherSubmission['comments']>()
const keptForms = 1_500

/**
 * A version of a form never changes, and most of the time of opening one submission went to cutting all the others
 * of its observer into pieces.
 */
function piecesOfForm({ contact_id, submission_id, comments }: FormRow): OtherSubmission['comments'] {
  // A form's own id is made on a phone; the contact's is the server's, so no other organisation can share the key.
  const id = `${contact_id} ${submission_id}`
  const pieces = cut.get(id) ?? comparableComments(comments)
  cut.delete(id)
  cut.set(id, pieces)
  if (cut.size > keptForms) cut.delete(cut.keys().next().value!)
  return pieces
}

type Gathered = {
  readonly contact: FieldContact
  readonly edition: FieldEdition
  readonly log: readonly StoredEvent[]
  readonly life: Life
  readonly last: StoredSubmission
  readonly score: ScoreOutcome
  readonly others: readonly OtherSubmission[]
  readonly pauses: readonly Pause[]
}

function pictureOf({ contact, edition, log, life, last, score, others, pauses }: Gathered): ReviewPicture {
  const { date, from, to, channel } = contact
  const { answered, answers, comments, transcript, submittedAt } = last
  return {
    method: edition.method,
    channel,
    planned: { date, from, to },
    clock: life.clock,
    corrections: life.corrections,
    devices: new Set(log.flatMap(({ detail }) => detail.deviceId ?? [])).size,
    answered,
    answers,
    comments,
    transcript,
    nobody: wordsIn(contact.participant),
    submittedAt: submittedAt.toISOString(),
    score: score.kind === 'scored' && answered ? score.score : undefined,
    others,
    pauses: pauses.map(({ pausedAt, resumedAt }) => ({
      from: pausedAt.toISOString(),
      to: resumedAt?.toISOString(),
    })),
  }
}

function wordsIn(name: string): ReadonlySet<string> {
  return new Set(name.toLocaleLowerCase('nb').match(/[\p{L}\p{N}]+/gu))
}
