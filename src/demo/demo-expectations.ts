/** What the demo world's observers expect: a finished survey, one that is open, and four years from a file. */
import { addDays, type PlainDate } from '../kernel/calendar.ts'
import { type Random, seededRandom } from '../kernel/random.ts'
import { toInstant, toLocal } from '../kernel/zone.ts'
import { type Edition, listEditions } from '../measure/edition/index.ts'
import { ageGroups, preferredChannels } from '../measure/expectations/contract.ts'
import { startingItems } from '../measure/expectations/rules/starting-items.ts'
import type { DemoOrganisation } from '../organisation/index.ts'
import type { Db } from '../platform/database/index.ts'
import { fieldworkEnd } from './demo-methods.ts'
import { insertRows } from './demo-store.ts'
import type { DemoObserver } from './observers.ts'

type Setting = {
  readonly trx: Db
  readonly organisation: DemoOrganisation
  readonly observers: readonly DemoObserver[]
  readonly now: Date
}

/** How much each expectation weighs with the demo's observers; what is not named weighs little. */
const worths: Readonly<Record<string, number>> = {
  listen: 16,
  solution: 14,
  need: 12,
  knowledge: 7,
  wait: 6,
  explained: 5,
  reach: 4,
  engaged: 3,
  checked: 3,
  efficient: 2.5,
  welcome: 2,
  valued: 1.5,
  writing: 1,
  names: 0.7,
}

const depth = 5

export async function buildDemoExpectations(setting: Setting): Promise<void> {
  const editions = await listEditions(setting.organisation.scopes.organiser, setting.trx)
  const finished = editions.find(({ state }) => state === 'published')
  const running = editions.find(({ state }) => state === 'fieldwork')
  if (!finished || !running) throw new Error('the demo world has a finished and a running edition')
  const over = addDays(fieldworkEnd(finished.method), 7)
  const today = toLocal(setting.now).date
  await insertSurvey(setting, { edition: finished, opensOn: over, closesOn: addDays(over, 21), answers: 24 })
  await insertSurvey(setting, {
    edition: running,
    opensOn: addDays(today, -5),
    closesOn: addDays(today, 16),
    answers: 11,
  })
  await insertHistory(setting, Number(finished.method.calendar.start.slice(0, 4)))
}

type Survey = {
  readonly edition: Edition
  readonly opensOn: PlainDate
  readonly closesOn: PlainDate
  readonly answers: number
}

async function insertSurvey(
  setting: Setting,
  { edition, opensOn, closesOn, answers }: Survey,
): Promise<void> {
  const { trx, organisation, observers, now } = setting
  const tenant = { organisation_id: organisation.organisationId, edition_id: edition.editionId }
  const items = startingItems(edition.method)
  const openedAt = toInstant(opensOn, '08:30')
  const closedAt = toInstant(closesOn, '23:30')
  const closed = closedAt < now
  const background = { age: true, channel: true }
  await insertRows(trx, 'expectation_survey', [
    {
      ...tenant,
      mode: 'rank',
      depth,
      set_size: 4,
      set_count: 11,
      choice_sets: null,
      items,
      background,
      opens_on: opensOn,
      closes_on: closesOn,
      opened_at: openedAt,
      closed_at: closed ? closedAt : null,
      reminded_at: closed ? toInstant(addDays(closesOn, -5), '09:00') : null,
      secret: closed ? null : `demo ${edition.editionId}`,
      changed_at: closed ? closedAt : openedAt,
    },
  ])
  await insertRows(
    trx,
    'expectation_invitation',
    // The observer who can sign in is the first: still to be asked where the survey is open.
    observers.map(({ personId }, at) => ({
      ...tenant,
      person_id: personId,
      answered: closed ? at < answers : at > 0 && at <= answers,
    })),
  )
  const random = seededRandom(`expectations ${opensOn}`)
  await insertRows(
    trx,
    'expectation_answer',
    Array.from({ length: answers }, (_, at) => ({
      ...tenant,
      answer_key: `${String(Math.floor(random() * 1e9)).padStart(9, '0')}-${at}`,
      answer: drawnOrder(
        items.map(({ id }) => id),
        random,
      ),
      background: {
        age: ageGroups[Math.floor(at / 6) % ageGroups.length]!,
        channel: preferredChannels[at % 3]!,
      },
    })),
  )
}

/** An order drawn by the worths: each next item with the chance of its share among those left. */
function drawnOrder(ids: readonly string[], random: Random): Readonly<Record<string, number>> {
  const keyed = ids.map((id) => ({ id, at: -Math.log(1 - random()) / (worths[id] ?? 1) }))
  const first = keyed.toSorted((a, b) => a.at - b.at).slice(0, depth)
  return Object.fromEntries(first.map(({ id }, index) => [id, index + 1]))
}

/** Importance in the four years before, the oldest first; the wording of «listen» was another one in the first two. */
const earlier: Readonly<Record<string, readonly [number, number, number, number]>> = {
  listen: [77.4, 78.9, 84.2, 83.1],
  solution: [79.8, 78.1, 79.6, 81.0],
  need: [70.2, 73.5, 74.1, 76.8],
  knowledge: [66.0, 65.2, 63.9, 62.7],
  wait: [69.3, 64.8, 61.2, 60.4],
  explained: [55.1, 57.0, 56.2, 58.3],
  reach: [58.8, 57.1, 55.4, 54.0],
  engaged: [44.6, 46.2, 47.9, 48.4],
  checked: [41.3, 43.0, 44.8, 46.1],
  efficient: [47.7, 46.4, 44.1, 43.6],
  welcome: [40.9, 41.8, 40.1, 39.7],
  valued: [36.5, 35.9, 37.4, 36.0],
  writing: [29.2, 30.4, 29.8, 28.9],
  names: [26.7, 25.3, 24.9, 23.8],
}
const olderWording = 'At de hører etter når jeg forklarer'

async function insertHistory({ trx, organisation, now }: Setting, until: number): Promise<void> {
  const n = [19, 21, 22, 24]
  await insertRows(
    trx,
    'expectation_history',
    Object.entries(earlier).flatMap(([performance, scores]) =>
      scores.map((score, at) => ({
        organisation_id: organisation.organisationId,
        year: until - scores.length + at,
        performance,
        score,
        n: n[at]!,
        low: Math.max(0, Math.round((score - 34 / Math.sqrt(n[at]!)) * 10) / 10),
        high: Math.min(100, Math.round((score + 34 / Math.sqrt(n[at]!)) * 10) / 10),
        wording:
          performance === 'listen' ? (at < 2 ? olderWording : 'De lytter til meg og forstår meg') : null,
        imported_at: now,
      })),
    ),
  )
}
