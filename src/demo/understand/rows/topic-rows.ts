/**
 * The topics as a grouping of the whole log would have left them: most texts where they belong, some confirmed by
 * a person, a few in the wrong place, some unsure; and what reason codes stand for, estimated from noted calls.
 */
import { hashText, type Random, seededRandom } from '../../../kernel/random.ts'
import { type DemoRow, insertRows } from '../../demo-store.ts'
import { pick } from '../text/grammar.ts'
import type { DemoArea, DemoTopic } from '../topics/demo-topic.ts'
import { demoAreas, demoTopics, newcomer } from '../topics/index.ts'
import { demoTopicId, idFrom, textId } from '../world.ts'
import type { DemoEnquiry } from '../year/records.ts'
import type { DemoSetting } from './setting.ts'
import { sourceIdOf } from './source-rows.ts'

export const areaIdOf = (area: DemoArea): string => idFrom(`demo area ${area}`)
export const unexplainedId = idFrom('demo topic unexplained')
const fitId = idFrom('demo fit')

/** Tiny on purpose: nobody means to do anything about them. */
const parked: readonly string[] = ['praise', 'jobs']
/** Not yet looked at by a person. */
const proposed: readonly string[] = [
  newcomer,
  'tree-line',
  'street-light',
  'consent',
  'safety',
  'fibre-dig',
  'prepaid',
]

export async function insertTopics({ trx, organisation, now }: DemoSetting): Promise<void> {
  const { organisationId, scopes } = organisation
  const made = { organisation_id: organisationId, gone_into: null, created_at: now, changed_at: now }
  const areas = Object.entries(demoAreas) as [DemoArea, string][]
  const editor = scopes.editor.personId
  await insertRows(trx, 'topic', [
    ...areas.map(([area, name]) => ({
      ...made,
      topic_id: areaIdOf(area),
      parent_id: null,
      name,
      name_given: true,
      state: 'confirmed' as const,
      unexplained: false,
      created_by: editor,
    })),
    ...demoTopics.map(({ key, area, name }) => ({
      ...made,
      topic_id: demoTopicId(key),
      parent_id: areaIdOf(area),
      name,
      name_given: !proposed.includes(key),
      state: parked.includes(key)
        ? ('parked' as const)
        : proposed.includes(key)
          ? ('proposed' as const)
          : ('confirmed' as const),
      unexplained: false,
      created_by: proposed.includes(key) ? null : editor,
    })),
    {
      ...made,
      topic_id: unexplainedId,
      parent_id: null,
      name: 'Uten tekst og forklaring',
      name_given: true,
      state: 'confirmed' as const,
      unexplained: true,
      created_by: null,
    },
  ])
}

/** One or several topics for each text; the same text always the same. */
export async function insertTextTopics(
  { trx, organisation, now }: DemoSetting,
  enquiries: readonly DemoEnquiry[],
): Promise<void> {
  const seen = new Set<string>()
  const rows: DemoRow<'text_topic'>[] = []
  for (const { text, topics } of enquiries) {
    if (text === null) continue
    const key = textId(text)
    if (seen.has(key)) continue
    seen.add(key)
    for (const assigned of assign(topics, text)) {
      rows.push({
        organisation_id: organisation.organisationId,
        text_key: key,
        assigned_at: now,
        ...assigned,
      })
    }
  }
  await insertRows(trx, 'text_topic', rows)
  await insertFit({ trx, organisation, now }, seen.size)
}

type Assigned = Omit<DemoRow<'text_topic'>, 'organisation_id' | 'text_key' | 'assigned_at'>

export function assign(topics: readonly DemoTopic[], text: string): readonly Assigned[] {
  const random = seededRandom(hashText(text))
  const share = 1 / topics.length
  if (random() < 0.05) {
    return topics.map((topic) => ({
      topic_id: demoTopicId(topic.key),
      share,
      certainty: 1,
      origin: 'person' as const,
      unsure: false,
      nearest: [],
    }))
  }
  const isShort = text.length < 28
  const certainty = 1 - (isShort ? 0.55 : 0.35) * random() ** 2
  const unsure = topics.length === 1 && random() < (isShort ? 0.06 : 0.022)
  const taken = new Set<DemoTopic>()
  return topics.map((topic) => {
    const wrong = unsure ? random() < 0.35 : random() < 0.03
    const other = wrong ? beside(topic, random) : topic
    // A mistake is about something else than all that the text is about, and no mistake is made twice.
    const put = topics.includes(other) || taken.has(other) ? topic : other
    taken.add(put)
    const sure = unsure ? 0.22 + 0.2 * random() : certainty
    return {
      topic_id: demoTopicId(put.key),
      share,
      certainty: Math.round(sure * 1000) / 1000,
      origin: 'group' as const,
      unsure,
      nearest: unsure ? threeNearest(put, topic, sure, random) : [],
    }
  })
}

/** Another topic of the same area, as mistakes are. */
function beside(topic: DemoTopic, random: Random): DemoTopic {
  const others = demoTopics.filter(
    ({ area, key }) => area === topic.area && key !== topic.key && key !== newcomer,
  )
  return others.length > 0 ? pick(others, random) : demoTopics[0]!
}

function threeNearest(put: DemoTopic, truth: DemoTopic, certainty: number, random: Random) {
  const third = [pick(demoTopics, random), pick(demoTopics, random), ...demoTopics]
  const distinct = [
    ...new Set([put, random() < 0.9 ? truth : beside(truth, random), beside(put, random), ...third]),
  ]
  return distinct.slice(0, 3).map((topic, rank) => ({
    topicId: demoTopicId(topic.key),
    certainty: Math.round(certainty * 0.8 ** rank * 1000) / 1000,
  }))
}

/** The split of a reason code over topics: as in calls that carry both the code and a note. */
export async function insertCodeTopics(
  { trx, organisation, now }: DemoSetting,
  enquiries: readonly DemoEnquiry[],
): Promise<void> {
  const counts = new Map<string, Map<string, number>>()
  for (const { channel, reasonCode, text, topics } of enquiries) {
    if (channel !== 'phone' || reasonCode === null || text === null) continue
    const split = counts.get(reasonCode) ?? new Map<string, number>()
    const id = demoTopicId(topics[0]!.key)
    counts.set(reasonCode, split.set(id, (split.get(id) ?? 0) + 1))
  }
  const rows = [...counts].flatMap(([code, split]) => {
    const total = [...split.values()].reduce((sum, count) => sum + count, 0)
    return (['phone', 'inPerson'] as const).flatMap((channel) =>
      [...split].map(([topicId, count]) => ({
        organisation_id: organisation.organisationId,
        source_id: sourceIdOf(channel),
        reason_code: code,
        topic_id: topicId,
        share: count / total,
        origin: 'estimate' as const,
        assigned_at: now,
      })),
    )
  })
  await insertRows(trx, 'code_topic', rows)
}

async function insertFit({ trx, organisation, now }: DemoSetting, texts: number): Promise<void> {
  await insertRows(trx, 'topic_fit', [
    {
      organisation_id: organisation.organisationId,
      fit_id: fitId,
      job_id: null,
      state: 'done' as const,
      settings: { fineness: 0.5, topics: null },
      started_at: new Date(now.getTime() - 3_600_000),
      finished_at: new Date(now.getTime() - 3_590_000),
      person_id: organisation.scopes.editor.personId,
      figures: { texts, topics: demoTopics.length, moved: 0, seconds: 10, sampled: false },
      error: null,
    },
  ])
}
