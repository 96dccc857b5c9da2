/** Insight is worked out when somebody asks for it and a score has changed since it was stored, as results are. */
import { toLocal } from '../../../kernel/zone.ts'
import type { Context } from '../../../organisation/index.ts'
import { runInThread } from '../../../platform/jobs/index.ts'
import type { Edition } from '../../edition/index.ts'
import { listFirstAttempts, listScored, readScoredState } from '../../results/index.ts'
import type { ParticipantInsight, ScopeInsight } from '../contract.ts'
import type { InsightInput, Subject } from '../insight-thread.ts'
import type { InsightContact } from '../rules/insight-contact.ts'
import { findInsight, saveInsight } from '../store/insight-store.ts'

type Insight = ScopeInsight | ParticipantInsight | undefined

/** Being worked out now, by edition and subject: whoever asks meanwhile waits for the same figures. */
const working = new Map<string, Promise<Insight>>()

/** For the edition or one of its classes. */
export async function scopeInsight(
  context: Context,
  edition: Edition,
  subject: Exclude<Subject, { kind: 'participant' }>,
): Promise<ScopeInsight> {
  return (await currentInsight(context, edition, subject)) as ScopeInsight
}

/** Undefined for a participant without a single score. */
export async function participantInsight(
  context: Context,
  edition: Edition,
  participantId: string,
): Promise<ParticipantInsight | undefined> {
  return (await currentInsight(context, edition, { kind: 'participant', participantId })) as
    | ParticipantInsight
    | undefined
}

async function currentInsight(context: Context, edition: Edition, subject: Subject): Promise<Insight> {
  const { scope, db, now } = context
  const { editionId, methodVersion } = edition
  // Read before the contacts: a change in between makes the insight old at once, never wrongly current.
  const { counted, changedAt } = await readScoredState(scope, db, editionId)
  const resultsAt = changedAt ?? new Date(0)
  const key = { editionId, subject: nameOf(subject), resultsAt, methodVersion }
  const stored = await findInsight(scope, db, key)
  if (stored?.counted === counted) return stored
  const name = `${editionId} ${key.subject} ${resultsAt.toISOString()} ${counted}`
  const running = working.get(name)
  if (running) return running
  const started = workOut(context, edition, subject)
    .then(async (insight) => {
      if (insight) await saveInsight(scope, db, { ...key, computedAt: now, insight: { ...insight, counted } })
      return insight
    })
    .finally(() => working.delete(name))
  working.set(name, started)
  return started
}

function nameOf(subject: Subject): string {
  switch (subject.kind) {
    case 'edition':
      return 'edition'
    case 'class':
      return `class:${subject.class}`
    case 'participant':
      return `participant:${subject.participantId}`
  }
}

async function workOut({ scope, db }: Context, edition: Edition, subject: Subject): Promise<Insight> {
  const { editionId, method } = edition
  const scored = await listScored(scope, db, { editionId })
  const attempts = subject.kind === 'participant' ? undefined : await listFirstAttempts(scope, db, editionId)
  const contacts = scored.map((contact): InsightContact => {
    const at = attempts?.get(contact.contactId)
    return at ? { ...contact, hour: Number(toLocal(at).time.slice(0, 2)) } : contact
  })
  const input: InsightInput = { method, contacts, subject }
  return runInThread<Insight>(new URL('../insight-thread.ts', import.meta.url), input)
}
