/** When must we hire? Need, people and gap by month, and the last days to advertise. */
import { addDays } from '../../../kernel/calendar.ts'
import { toLocal } from '../../../kernel/zone.ts'
import type { Context } from '../../../organisation/index.ts'
import { writeCsv } from '../../../platform/files/write-csv.ts'
import { expectedFactor, sumForecast, sumTraffic, type TrafficSum } from '../../flow/index.ts'
import type { HeadcountMonth, HeadcountPlan } from '../contract.ts'
import { productiveHours } from '../rules/assumptions.ts'
import type { Need } from '../rules/gap.ts'
import { planHiring } from '../rules/hiring-plan.ts'
import { addMonths, daysIn, firstDayOf, lastDayOf, type Month, monthOf, monthsFrom } from '../rules/months.ts'
import { needFromHistory } from '../rules/need.ts'
import { chosenOccupancy } from '../rules/occupancy.ts'
import type { FlowInput } from '../rules/people-flow.ts'
import { countAgents, listCohorts, listHires, listNeeds, type OwnNeed } from '../store/headcount-store.ts'
import { type KnownSetting, readKnownSetting } from './read-setting.ts'
import { type QueueWork, readHours, readQueueWork } from './read-work.ts'

export const monthsAhead = 14
const historyMonths = 25

export type NeedFrom = NonNullable<HeadcountMonth['needFrom']>
export type KnownNeeds = ReadonlyMap<Month, Need & { readonly from: NeedFrom }>

/** All that a plan is made from; scenarios begin with the same. */
export async function readInputs(context: Context) {
  const { scope, db, now } = context
  const today = toLocal(now).date
  const known = await readKnownSetting(context, today)
  const works = await readQueueWork(context, today)
  const hours = await readHours(context, works.queues, today)
  const setting = { ...known, ...chosenOccupancy(known.occupancy, hours) }
  const months = monthsFrom(addMonths(monthOf(today), 1), monthsAhead)
  const own = await listNeeds(scope, db)
  const said = await listCohorts(scope, db)
  const cohorts = said.length > 0 ? said : await countAgents(scope, db, today)
  const hires = await listHires(scope, db)
  const peopleFrom: HeadcountPlan['peopleFrom'] =
    said.length > 0 ? 'own' : cohorts.length > 0 ? 'shifts' : 'nothing'
  const input: FlowInput = {
    today,
    assumptions: setting.assumptions,
    // Whoever was to begin before today is here if it was signed; an advertisement alone brings nobody.
    cohorts: [
      ...cohorts.filter(({ startedOn }) => startedOn <= today),
      ...hires
        .filter(({ startsOn, state }) => startsOn <= today && state === 'signed')
        .map(({ startsOn, people }) => ({ startedOn: startsOn, people })),
    ],
    hires: hires
      .filter(({ startsOn }) => startsOn > today)
      .map(({ startsOn, people }) => ({ startedOn: startsOn, people })),
  }
  const needs = await readNeeds(context, { setting, months, own, today, queues: works.queues })
  return { today, setting, works, months, own, cohorts, peopleFrom, hires, input, needs }
}

export async function readPlan(context: Context): Promise<HeadcountPlan> {
  const { setting, works, today, months, own, cohorts, peopleFrom, hires, input, needs } =
    await readInputs(context)
  // Without anybody here, everybody would have to be hired: nothing is known yet, rather than that.
  const judged = input.cohorts.length + input.hires.length === 0 ? new Map<Month, Need>() : needs
  const plan = planHiring(input, months, judged)
  return {
    today,
    assumptions: setting.assumptions,
    usual: setting.usual.map((name) => ({ name, from: setting.origins[name] })),
    occupancy: setting.occupancy,
    occupancyFrom: setting.occupancyFrom,
    uncounted: works.queues.filter(isUncounted).map(({ name }) => name),
    hoursPerPerson: productiveHours(setting.assumptions),
    cohorts: [...cohorts],
    peopleFrom,
    hires: [...hires],
    needs: [...own],
    months: plan.months.map((month) => {
      const need = needs.get(month.month)
      return { ...month, need: need ? shown(need) : null, needFrom: need?.from ?? null }
    }),
    proposals: [...plan.proposals],
    outOfReach: [...plan.outOfReach],
    surplus: [...plan.surplus],
    hasTraffic: [...needs.values()].some(({ from }) => from !== 'own'),
  }
}

const shown = ({ mean, low, high }: Need): Need => ({ mean, low, high })

/** Contacts come, and nobody knows how long one takes: no hours of it are in the need. */
const isUncounted = ({ offered, workSeconds }: QueueWork): boolean => offered > 0 && workSeconds === null

type Asked = {
  readonly setting: KnownSetting & { readonly occupancy: number }
  readonly queues: readonly QueueWork[]
  readonly months: readonly Month[]
  readonly own: readonly OwnNeed[]
  readonly today: string
}

/** The planner's own word first; then the forecast where it covers a month; then the months of the year before. */
async function readNeeds(context: Context, asked: Asked): Promise<KnownNeeds> {
  const { setting, months, own, queues } = asked
  const hoursPerPerson = productiveHours(setting.assumptions)
  const { occupancy } = setting
  const history = await readHistory(context, asked)
  const needs = new Map<Month, Need & { from: NeedFrom }>()
  for (const { month, basis, ...need } of needFromHistory(history, months, { hoursPerPerson, occupancy }))
    needs.set(month, { ...need, from: basis })
  const forecast = await readForecastHours(context, months, queues)
  for (const [month, hours] of forecast) {
    const people = (value: number) => value / (hoursPerPerson * occupancy)
    needs.set(month, {
      mean: people(hours.mean),
      low: people(hours.low),
      high: people(hours.high),
      from: 'forecast',
    })
  }
  for (const { month, people, low, high } of own) needs.set(month, { mean: people, low, high, from: 'own' })
  return needs
}

async function readHistory({ scope, db }: Context, { today, queues }: Asked) {
  const from = firstDayOf(addMonths(monthOf(today), -historyMonths))
  // The month that is not over would look like a fall.
  const to = addDays(firstDayOf(monthOf(today)), -1)
  const sums = await sumTraffic(scope, db, { from, to, by: 'month' })
  const hoursOf = ({ queueId, hours, workSeconds, offered }: TrafficSum) => {
    if (workSeconds !== null) return hours
    const seconds = queues.find(({ id }) => id === queueId)?.workSeconds ?? 0
    return (offered * seconds) / 3600
  }
  return [...Map.groupBy(sums, ({ period }) => period)].map(([month, rows]) => {
    // A queue that is closed on some days has been counted all the same: from its first day to its last.
    const first = rows.map(({ firstDay }) => firstDay).toSorted()[0]!
    const last = rows
      .map(({ lastDay }) => lastDay)
      .toSorted()
      .at(-1)!
    const days = Number(last.slice(8)) - Number(first.slice(8)) + 1
    // What opens on weekdays only ends a month on a Friday: near whole is whole.
    const counted = days >= daysIn(month) - 4 ? daysIn(month) : days
    return { month, hours: rows.reduce((sum, row) => sum + hoursOf(row), 0), days: counted }
  })
}

type Hours = { readonly mean: number; readonly low: number; readonly high: number }

/** Hours of the months that every queue's forecast covers, with the improvements that are reckoned with. */
async function readForecastHours(
  context: Context,
  months: readonly Month[],
  queues: readonly QueueWork[],
): Promise<ReadonlyMap<Month, Hours>> {
  const { scope, db } = context
  const span = { from: firstDayOf(months[0]!), to: lastDayOf(months.at(-1)!) }
  const sums = await sumForecast(scope, db, span)
  if (sums.length === 0) return new Map()
  const found = new Map<Month, Hours>()
  for (const month of months) {
    const hours = { mean: 0, low: 0, high: 0 }
    let whole = queues.length > 0
    for (const queue of queues) {
      const own = sums.find((each) => each.queueId === queue.id && each.month === month)
      // A queue without traffic asks for nobody; one with traffic must be foretold.
      if (queue.offered === 0) continue
      if (!own || own.days < 0.9 * daysIn(month)) {
        whole = false
        break
      }
      const days = { queueId: queue.id, from: firstDayOf(month), to: lastDayOf(month) }
      const factor = await expectedFactor(scope, db, days)
      const each = ((1 - queue.pAbandon) * (queue.workSeconds ?? 0)) / 3600
      hours.mean += own.mean * each * factor.mean
      hours.low += own.lo95 * each * factor.low
      hours.high += own.hi95 * each * factor.high
    }
    if (whole && hours.mean > 0) found.set(month, hours)
  }
  return found
}

export async function exportPlan(context: Context): Promise<File> {
  const { months, proposals } = await readPlan(context)
  const header =
    'month,start,hires,leavers,end,have,have_low,have_high,need,need_low,need_high,need_from,gap,gap_low,gap_high,chance_of_enough,hire,advertise_by'
  const rows = months.map((each) => {
    const own = proposals.filter(({ month }) => month === each.month)
    return [
      each.month,
      each.start,
      each.hires,
      each.leavers,
      each.end,
      each.have.mean,
      each.have.low,
      each.have.high,
      each.need?.mean ?? null,
      each.need?.low ?? null,
      each.need?.high ?? null,
      each.needFrom,
      each.gap?.mean ?? null,
      each.gap?.low ?? null,
      each.gap?.high ?? null,
      each.gap?.enough ?? null,
      own.reduce((sum, { people }) => sum + people, 0),
      own[0]?.advertiseBy ?? null,
    ]
  })
  const text = writeCsv([header.split(','), ...rows], { byteOrderMark: true })
  return new File([text], 'people.csv', { type: 'text/csv; charset=utf-8' })
}
