/** The demo's headcount: what it assumes, who begins, two scenarios, and what its advertisements have led to. */
import { addDays } from '../../kernel/calendar.ts'
import { toLocal } from '../../kernel/zone.ts'
import { defaultAssumptions } from '../../plan/headcount/rules/assumptions.ts'
import type { AdChannel, Attraction, AttractionState } from '../../plan/headcount/rules/recruitment.ts'
import { leversAtRest } from '../../plan/headcount/rules/scenario.ts'
import '../../plan/headcount/tables.ts'
import { insertRows } from '../demo-store.ts'
import type { DemoSetting } from '../understand/rows/setting.ts'
import { idFrom } from '../understand/world.ts'

/** Many students in small positions: they leave sooner, and much of the paid time is not spent with customers. */
const assumptions = {
  shrinkageOutside: 0.24,
  shrinkageInside: 0.2,
  attritionFirst: 0.45,
  attritionFirstYear: 0.4,
  attritionLater: 0.3,
  monthlyCost: 33_000,
}
const occupancy = 0.75

type Ad = readonly [
  daysAgo: number,
  title: string,
  channel: AdChannel,
  positions: number,
  cost: number,
  funnel: readonly [applicants: number, interviewed: number, offered: number, hired: number],
  stayed: readonly [after6: number | null, after12: number | null],
]

/** The board of advertisements brings most applicants; colleagues' friends stay longest. */
const ads: readonly Ad[] = [
  [520, 'Kundebehandler strøm', 'jobBoard', 6, 24_000, [74, 18, 8, 6], [4, 3]],
  [505, 'Kundebehandler strøm', 'referral', 3, 15_000, [9, 6, 4, 3], [3, 3]],
  [430, 'Studentjobb på chat', 'school', 8, 4_000, [41, 20, 10, 8], [6, 3]],
  [340, 'Kundebehandler, deltid', 'jobBoard', 5, 24_000, [63, 16, 7, 5], [3, 2]],
  [300, 'Kundebehandler, deltid', 'publicJobs', 2, 0, [28, 7, 3, 2], [2, 1]],
  [210, 'Studentjobb på telefon', 'social', 4, 9_000, [52, 9, 4, 3], [1, null]],
  [205, 'Kundebehandler strøm', 'referral', 3, 15_000, [8, 6, 3, 3], [3, null]],
  [60, 'Kundebehandler strøm', 'jobBoard', 4, 24_000, [58, 14, 4, 3], [null, null]],
]

const attractions: readonly (readonly [Attraction, AttractionState, string])[] = [
  ['payStated', 'missing', ''],
  ['shiftsKnown', 'inPlace', 'Fire uker fram siden i vår.'],
  ['shiftWishes', 'inPlace', ''],
  ['fullPosition', 'underWay', 'To deltidsstillinger blir slått sammen etter nyttår.'],
  ['homeOffice', 'inPlace', 'To dager i uka etter opplæringen.'],
  ['trainingPlan', 'inPlace', ''],
  ['mentor', 'underWay', ''],
  ['quickReply', 'missing', 'Søkere venter nesten tre uker på svar.'],
  ['exitTalk', 'missing', ''],
]

/** Nearly half look on the web or ask the chatbot first, and half of them need nobody afterwards. */
const selfService = { tried: 0.45, settled: 0.5, given_up: 0.08 }

export async function insertDemoHeadcount({ trx, organisation, now }: DemoSetting): Promise<void> {
  const { organisationId, scopes } = organisation
  const today = toLocal(now).date
  const of = { organisation_id: organisationId }
  const changed = { changed_at: now, changed_by: scopes.planner.personId }
  // As JSON columns: `insertRows` writes the whole row as one value.
  const kept = { ...defaultAssumptions, ...assumptions, meanPosition: undefined } as never
  await insertRows(trx, 'plan_headcount_setting', [{ ...of, assumptions: kept, occupancy, ...changed }])
  await insertRows(trx, 'plan_flow_setting', [{ ...of, ...selfService, ...changed }])
  await insertRows(trx, 'plan_headcount_hire', [
    { ...of, starts_on: addDays(today, 35), state: 'signed' as const, people: 3 },
  ])
  await insertRows(
    trx,
    'plan_headcount_scenario',
    [
      { name: 'Flere ordner det selv', levers: { ...leversAtRest, selfService: 0.1 } },
      { name: 'Færre slutter', levers: { ...leversAtRest, attrition: 0.7 } },
    ].map(({ name, levers }, at) => ({
      ...of,
      scenario_id: idFrom(`demo scenario ${name}`),
      name,
      levers: levers as never,
      created_at: new Date(now.getTime() + at),
      created_by: scopes.planner.personId,
    })),
  )
  await insertRows(trx, 'plan_recruitment_profile', [{ ...of, ...profile, ...changed }])
  await insertRows(
    trx,
    'plan_recruitment_attraction',
    attractions.map(([attraction, state, note]) => ({ ...of, attraction, state, note, ...changed })),
  )
  await insertRows(
    trx,
    'plan_recruitment_ad',
    ads.map(([daysAgo, title, channel, positions, cost, funnel, [here6, here12]], at) => ({
      ...of,
      ad_id: idFrom(`demo advertisement ${at}`),
      title,
      channel,
      published_on: addDays(today, -daysAgo),
      positions,
      cost,
      applicants: funnel[0],
      interviewed: funnel[1],
      offered: funnel[2],
      hired: funnel[3],
      here6,
      here12,
      ...changed,
    })),
  )
}

const profile = {
  does: 'Svarer kunder om strøm, regning og flytting på telefon, chat og e-post, og eier saken til den er løst.',
  needs: 'Lytter før den svarer. Skriver klart norsk. Tåler en travel mandag etter at fakturaene er sendt.',
  offers: 'Vakter kjent fire uker før, to dager hjemmekontor, fadder de første åtte ukene.',
}
