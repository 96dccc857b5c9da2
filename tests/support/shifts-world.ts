/** Agents with shifts in the server's first organisation: the one who signs in as agent, and two colleagues. */
import { addDays, mondayOf } from '../../src/kernel/calendar.ts'
import { newId } from '../../src/kernel/ids.ts'
import { toLocal } from '../../src/kernel/zone.ts'
import { minuteAt } from '../../src/plan/shifts/rules/local-days.ts'
import { usualContract } from '../../src/plan/shifts/rules/usual-contract.ts'
import type { TestServer } from './server.ts'

export const agentFields = {
  name: 'Sara',
  number: '',
  personId: null,
  contract: { ...usualContract },
  adultOn: null,
  skills: ['telefon'],
  available: null,
  validFrom: '2020-01-01',
  validTo: null,
}

/** A shift of a day by the clock, with a break of half an hour in its middle. */
export function shiftOn(
  date: string,
  agentId: string | null,
  [from, to]: readonly [string, string] = ['08:00', '16:00'],
) {
  const [start, end] = [minuteAt(date, from), minuteAt(date, to)]
  const middle = Math.round((start + end) / 30) * 15
  return {
    id: newId(),
    agentId,
    from: start,
    to: end,
    breaks: [{ from: middle, to: middle + 30 }],
    skill: null,
    overtimeMinutes: 0,
    fixed: true,
  }
}

export type ShiftsWorld = Awaited<ReturnType<typeof makeShiftsWorld>>

/** Made once for a server; what it makes is found again by the next. */
export async function makeShiftsWorld(server: TestServer) {
  const { client } = await server.signIn('planner')
  const people = { sara: await server.person('agent'), ola: await server.person('editor') }
  const { items } = await client.shifts.agents.list({})
  const ensure = async (name: string, personId: string | null): Promise<string> => {
    const known = items.find((agent) => agent.name === name)
    if (known) return known.agentId
    return (await client.shifts.agents.save({ ...agentFields, agentId: null, name, personId })).agentId
  }
  const sara = await ensure('Sara', people.sara.personId)
  const ola = await ensure('Ola', people.ola.personId)
  const kari = await ensure('Kari', null)
  const today = toLocal(new Date()).date
  /** A Monday well ahead, so that every shift of its week is still to come. */
  const weekStart = mondayOf(addDays(today, 21))
  const revisionOf = async (week: string) => (await client.shifts.week.get({ weekStart: week })).revision
  return {
    client,
    sara,
    ola,
    kari,
    today,
    weekStart,
    /** Puts shifts in the draft of their week. */
    put: async (shifts: readonly ReturnType<typeof shiftOn>[], week = weekStart) =>
      client.shifts.week.save({
        weekStart: week,
        revision: await revisionOf(week),
        put: shifts.map((shift) => ({ ...shift })),
        remove: [],
      }),
    publish: async (week = weekStart) =>
      client.shifts.week.publish({
        weekStart: week,
        revision: await revisionOf(week),
        note: '',
        acceptFindings: true,
      }),
  }
}
