/** Whether the plan is fair now: looked at when somebody asks and something has changed since it was kept. */
import { createHash } from 'node:crypto'
import type { Context } from '../../../organisation/index.ts'
import type { Plan } from '../contract.ts'
import { fairnessOf } from '../rules/fairness/of-contacts.ts'
import { fairnessVersion } from '../rules/fairness/report.ts'
import type { PlannedContact } from '../rules/plan-input.ts'
import { findFairness, type KeptFairness, saveFairness, signOfContacts } from '../store/fairness-store.ts'
import { loadContacts, type Planning, planChannels } from './load-planning.ts'

type Reading = Pick<Context, 'scope' | 'db'>

/** What observers and participants are now counts, not what they were. Undefined where there is no plan. */
export async function currentFairness(
  { scope, db }: Reading,
  planning: Planning,
): Promise<KeptFairness | undefined> {
  const { editionId } = planning.edition
  const revision = planning.revisions[0]?.revision
  const contacts = await signOfContacts(scope, db, editionId)
  if (contacts.count === 0 && revision === undefined) return undefined
  const computedFrom = [fairnessVersion, contacts.count, contacts.sum, signOfInput(planning)].join(' ')
  const known = revision === undefined ? undefined : await findFairness(scope, db, { editionId, revision })
  if (known?.computedFrom === computedFrom) return known
  const kept = { ...(await compute({ scope, db }, planning)), computedFrom }
  if (revision !== undefined) await saveFairness(scope, db, { editionId, revision, kept })
  return kept
}

/** Of the season and everybody in it, as they were just read. */
function signOfInput({ input, participants }: Planning): string {
  const present = participants.map(({ participantId, name, confirmedAt }) => [
    participantId,
    name,
    confirmedAt !== null,
  ])
  return createHash('sha256')
    .update(JSON.stringify([input, present]))
    .digest('hex')
}

async function compute(
  { scope, db }: Reading,
  planning: Planning,
): Promise<Omit<KeptFairness, 'computedFrom'>> {
  const { planned } = await loadContacts(scope, db, planning.edition)
  return {
    fairness: fairnessOf(planning.input, planned),
    started: planned.filter(({ locked }) => locked).length,
    late: withoutContacts(planning, planned),
  }
}

function withoutContacts(
  { participants }: Planning,
  planned: readonly PlannedContact[],
): NonNullable<Plan['plan']>['late'] {
  const having = new Set(planned.map(({ participant }) => participant))
  return participants
    .filter(({ participantId, withdrawnAt }) => withdrawnAt === null && !having.has(participantId))
    .map(({ participantId, name, channels, confirmedAt }) => ({
      participantId,
      name,
      settled: confirmedAt !== null && planChannels(channels).length > 0,
    }))
    .toSorted((a, b) => a.name.localeCompare(b.name, 'nb', { numeric: true }))
}
