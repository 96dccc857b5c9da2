import { addDays, type PlainDate } from '../../../kernel/calendar.ts'
import { toInstant } from '../../../kernel/zone.ts'
import type { Context } from '../../../organisation/index.ts'
import type { Agent } from '../rules/types.ts'
import { minuteOf } from '../schedule/store.ts'
import { listAgents, type StoredAgent } from '../store/agent-store.ts'
import { listAbsences, listWishes } from '../store/request-store.ts'
import { wishesIn } from '../week/rules/wish-days.ts'

const weeksAround = 5

/** The agents of a week as the rules take them: employed in some of it, with wishes of the week and absence around it. */
export async function loadAgents(
  { scope, db }: Pick<Context, 'scope' | 'db'>,
  weekStart: PlainDate,
): Promise<Agent[]> {
  const end = addDays(weekStart, 6)
  const employed = (await listAgents(scope, db)).filter(
    ({ validFrom, validTo }) => validFrom <= end && (validTo === null || validTo >= weekStart),
  )
  const wishes = Map.groupBy(await listWishes(scope, db), ({ agentId }) => agentId)
  const around = {
    endsAfter: toInstant(addDays(weekStart, -7 * weeksAround), '00:00'),
    startsBefore: toInstant(addDays(weekStart, 14), '00:00'),
  }
  const absences = Map.groupBy(await listAbsences(scope, db, around), ({ agentId }) => agentId)
  return employed.map((agent) => ({
    ...asAgent(agent, weekStart),
    absences: (absences.get(agent.agentId) ?? [])
      .filter(({ state }) => state === 'approved')
      .map(({ kind, startsAt, endsAt }) => ({ kind, from: minuteOf(startsAt), to: minuteOf(endsAt) })),
    wishes: wishesIn(wishes.get(agent.agentId) ?? [], weekStart),
  }))
}

function asAgent(agent: StoredAgent, weekStart: PlainDate): Agent {
  const { agentId, name, skills, contract, adultOn, available, validFrom, validTo } = agent
  const grown = adultOn !== null && adultOn <= weekStart
  return {
    id: agentId,
    name,
    skills,
    contract: grown ? { ...contract, age: 'adult' } : contract,
    absences: [],
    wishes: [],
    validFrom,
    ...(available !== null && { available }),
    ...(validTo !== null && { validTo }),
  }
}

/** Names by agent, those who have left too. */
export async function namesOfAgents({
  scope,
  db,
}: Pick<Context, 'scope' | 'db'>): Promise<ReadonlyMap<string, string>> {
  return new Map((await listAgents(scope, db)).map(({ agentId, name }) => [agentId, name]))
}
