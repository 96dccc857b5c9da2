/** The register of improvements, and one of them whole. */
import { AppError } from '../../../kernel/errors.ts'
import { toLocal } from '../../../kernel/zone.ts'
import { type Context, listPeople } from '../../../organisation/index.ts'
import { writeCsv } from '../../../platform/files/write-csv.ts'
import type { ImprovementCard, ImprovementLine } from '../contract.ts'
import { type ImprovementState, isLate } from '../rules/words.ts'
import {
  listEvents,
  listImprovements,
  listTopicChoices,
  type StoredImprovement,
} from '../store/improvement-store.ts'
import { listSuggestions } from '../store/suggestion-store.ts'
import { measureAll, viewOf } from './measure.ts'

type Filter = {
  readonly state?: ImprovementState | undefined
  readonly topic?: string | undefined
  readonly owner?: string | undefined
}

export async function readImprovements(context: Context, filter: Filter) {
  const stored = await listImprovements(context.scope, context.db)
  const chosen = stored.filter(
    ({ state, ownerId, topics }) =>
      (filter.state === undefined || state === filter.state) &&
      (filter.owner === undefined || ownerId === filter.owner) &&
      (filter.topic === undefined || topics.some(({ id }) => id === filter.topic)),
  )
  const effects = await measureAll(context, stored, chosen)
  const items = chosen.map((each): ImprovementLine => {
    const measured = effects.get(each.improvementId)
    return lineOf(each, { now: context.now, effect: measured ? viewOf(measured) : null })
  })
  return { items, ...(await readChoices(context)) }
}

function lineOf(
  stored: StoredImprovement,
  { now, effect }: { readonly now: Date; readonly effect: ImprovementLine['effect'] },
): ImprovementLine {
  const { hypothesis: _, changedAt, topics, ...line } = stored
  return {
    ...line,
    topics: [...topics],
    late: isLate(stored, toLocal(now).date),
    changedAt: changedAt.toISOString(),
    effect,
  }
}

const owners = ['manager', 'editor', 'planner', 'agent', 'admin'] as const

async function readChoices({ scope, db }: Context) {
  const people = await listPeople(scope, db)
  return {
    people: people
      .filter(({ active, roles }) => active && owners.some((role) => roles.includes(role)))
      .map(({ personId, name }) => ({ id: personId, name })),
    topics: [...(await listTopicChoices(scope, db))],
  }
}

/** @throws AppError not-found */
export async function readImprovement(
  context: Context,
  { improvementId }: { readonly improvementId: string },
): Promise<ImprovementCard & { choices: Awaited<ReturnType<typeof readChoices>> }> {
  const { scope, db, now } = context
  const stored = await listImprovements(scope, db)
  const one = stored.find((each) => each.improvementId === improvementId)
  if (!one) throw new AppError('not-found')
  const measured = (await measureAll(context, stored, [one])).get(improvementId) ?? null
  const events = await listEvents(scope, db, improvementId)
  const suggestions = await listSuggestions(scope, db, { improvementId })
  return {
    ...lineOf(one, { now, effect: measured && viewOf(measured) }),
    hypothesis: one.hypothesis,
    events: events.map((event) => ({ ...event, at: event.at.toISOString() })),
    measured,
    suggestions: suggestions.map(({ suggestionId, text, sender }) => ({ suggestionId, text, sender })),
    choices: await readChoices(context),
  }
}

export async function exportImprovements(context: Context): Promise<File> {
  const { items } = await readImprovements(context, {})
  const header =
    'title,cause,state,owner,due_on,in_effect_from,expected_drop,topics,verdict,change,change_low,change_high,saved_a_week'
  const rows = items.map((each) => [
    each.title,
    each.cause,
    each.state,
    each.owner,
    each.dueOn,
    each.inEffectFrom,
    each.expectedDrop,
    each.topics.map(({ name }) => name).join('; '),
    each.effect?.verdict ?? null,
    each.effect?.change ?? null,
    each.effect?.low ?? null,
    each.effect?.high ?? null,
    each.effect?.saved ?? null,
  ])
  const text = writeCsv([header.split(','), ...rows], { byteOrderMark: true })
  return new File([text], 'improvements.csv', { type: 'text/csv; charset=utf-8' })
}
