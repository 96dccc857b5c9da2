/** What the people of the demo world have said about their topics, and records coded blind by two of them. */
import { addDays } from '../../../kernel/calendar.ts'
import { seededRandom, shuffled } from '../../../kernel/random.ts'
import { toInstant, toLocal } from '../../../kernel/zone.ts'
import type { DemandCode } from '../../../understand/overview/rules/demand.ts'
import '../../../understand/overview/tables.ts'
import { insertRows } from '../../demo-store.ts'
import { seededId } from '../../seeded-id.ts'
import { demoGoals, demoTopics } from '../topics/index.ts'
import { demoTopicId, idFrom } from '../world.ts'
import type { DemoEnquiry } from '../year/records.ts'
import { enquiryIdOf } from './enquiry-rows.ts'
import type { DemoSetting } from './setting.ts'

/** The first ones have somebody who answers for them; a few far down too. */
const owned = 26
const prioritised: readonly string[] = [
  'high-bill',
  'two-invoices',
  'technician',
  'log-in',
  'reminder-fee',
  'meter-fault',
]
const weights: Readonly<Record<string, number>> = {
  technician: 1.5,
  'meter-fault': 1.3,
  'reminder-fee': 1.3,
  outage: 1.4,
  'choose-plan': 0.7,
  praise: 0,
}
const mustStay: Readonly<Record<string, string>> = {
  deceased: 'Pårørende skal møte et menneske.',
  'split-payment': 'Den som ikke klarer å betale, trenger noen å snakke med om hele økonomien.',
  safety: 'Fare for liv og helse vurderes av fagfolk.',
  'complain-sale': 'Klager på salg behandles av noen som kan gi rett med én gang.',
}

export async function insertProfiles({ trx, organisation, now }: DemoSetting): Promise<void> {
  const { organisationId, scopes } = organisation
  const owners = [scopes.manager.personId, scopes.editor.personId, scopes.planner.personId]
  const said = demoTopics.filter((_, rank) => rank < owned || rank % 5 === 0)
  await insertRows(
    trx,
    'topic_profile',
    said.map((topic, rank) => ({
      organisation_id: organisationId,
      topic_id: demoTopicId(topic.key),
      need: topic.need,
      task: topic.task,
      goal: demoGoals[topic.goal]!,
      owner_id: rank % 9 === 8 ? null : owners[rank % 7 === 3 ? 2 : rank % 2]!,
      strategic_weight: weights[topic.key] ?? 1,
      must_stay: mustStay[topic.key] ?? '',
      prioritised: prioritised.includes(topic.key),
      place: topic.key === 'reminder-fee' ? 3 : null,
      place_reason: topic.key === 'reminder-fee' ? 'Klagenemnda har bedt om en plan innen jul.' : '',
      changed_at: now,
      changed_by: scopes.manager.personId,
    })),
  )
  const random = seededRandom('priority')
  const at = toInstant(addDays(toLocal(now).date, -20), '10:15')
  const decision = { organisation_id: organisationId, at, person_id: scopes.manager.personId }
  await insertRows(trx, 'topic_priority_decision', [
    ...prioritised.map((key) => ({
      ...decision,
      topic_id: demoTopicId(key),
      decision_id: seededId(random, at),
      kind: 'prioritised' as const,
      place: null,
      reason: '',
    })),
    {
      ...decision,
      topic_id: demoTopicId('reminder-fee'),
      decision_id: seededId(random, at),
      kind: 'placed' as const,
      place: 3,
      reason: 'Klagenemnda har bedt om en plan innen jul.',
    },
  ])
  await insertRows(trx, 'overview_setting', [
    {
      organisation_id: organisationId,
      weights: { volume: 1, handling: 1, repeat: 1, selfService: 1, strategic: 1 },
      channel_costs: { phone: 92, email: 78, chat: 54, chatbot: 4, social: 46, web: 74, inPerson: 118 },
      changed_at: now,
      changed_by: scopes.manager.personId,
    },
  ])
}

const sampleSize = 200
/** How often a person codes otherwise than what really was the cause. */
const mistaken = 0.065

/** Two hundred records of the last quarter, coded by the manager and the editor, each without seeing the other's. */
export async function insertDemandSample(
  { trx, organisation, now }: DemoSetting,
  enquiries: readonly DemoEnquiry[],
): Promise<void> {
  const { organisationId, scopes } = organisation
  const random = seededRandom('demand')
  const today = toLocal(now).date
  const [from, to] = [addDays(today, -98), addDays(today, -8)]
  const able = enquiries.filter(
    ({ text, legOf, startedOn }) => text !== null && legOf === null && startedOn >= from && startedOn <= to,
  )
  const drawn = shuffled(able, random).slice(0, sampleSize)
  const sample = { organisation_id: organisationId, sample_id: idFrom('demo demand sample') }
  const madeAt = toInstant(addDays(today, -7), '09:10')
  await insertRows(trx, 'demand_sample', [
    {
      ...sample,
      from_day: from,
      to_day: to,
      topic_id: null,
      created_at: madeAt,
      created_by: scopes.manager.personId,
    },
  ])
  await insertRows(
    trx,
    'demand_sample_item',
    drawn.map(({ recordId }, index) => ({
      ...sample,
      item_number: index + 1,
      enquiry_id: enquiryIdOf(recordId),
    })),
  )
  const code = (failure: boolean): DemandCode => {
    if (random() < 0.015) return 'unclear'
    return failure !== random() < mistaken ? 'failure' : 'value'
  }
  await insertRows(
    trx,
    'demand_code',
    [scopes.manager.personId, scopes.editor.personId].flatMap((personId, coder) =>
      drawn.map(({ failure }, index) => ({
        ...sample,
        item_number: index + 1,
        person_id: personId,
        code: code(failure),
        coded_at: new Date(madeAt.getTime() + (coder * 3600 + index * 9) * 1000),
      })),
    ),
  )
}
