/** What the demo world's observers can and may do, the tests they have taken, and what they have been paid. */
import { addDays } from '../kernel/calendar.ts'
import { type Random, seededRandom } from '../kernel/random.ts'
import { toInstant, toLocal } from '../kernel/zone.ts'
import type { EditionMethod } from '../measure/edition/contract.ts'
import type { Rates } from '../measure/observers/contract.ts'
import { builtInQuestions } from '../measure/observers/rules/builtin-questions.ts'
import { amountFor } from '../measure/observers/rules/earnings.ts'
import type { DemoOrganisation } from '../organisation/index.ts'
import type { Db } from '../platform/database/index.ts'
import { insertRows } from './demo-store.ts'
import type { DemoObserver } from './observers.ts'
import { seededId } from './seeded-id.ts'

const day = 86_400_000
const regions = ['Oslo', 'Vestland', 'Trøndelag', 'Rogaland', 'Nordland', 'Troms', 'Agder', 'Innlandet']

const rates: Rates = {
  phone: { answered: 11_500, unanswered: 5000 },
  email: { answered: 9000, unanswered: 4000 },
  chat: { answered: 10_500, unanswered: 5000 },
  messenger: { answered: 9500, unanswered: 4500 },
}

type Setting = {
  readonly trx: Db
  readonly organisation: DemoOrganisation
  readonly observers: readonly DemoObserver[]
  readonly now: Date
}

/** Two have not passed the test of the running edition yet, and one has told of a conflict since the plan was made. */
const untaken = 21
const failing = 23
const partial = 12

export async function insertObserverWork(setting: Setting): Promise<void> {
  const random = seededRandom('observer work')
  await insertProfiles(setting, random)
  await insertQualifications(setting, random)
  const editions = await setting.trx
    .selectFrom('edition')
    .select(['edition_id', 'state', 'method'])
    .where('organisation_id', '=', setting.organisation.organisationId)
    .where('state', 'in', ['published', 'fieldwork'])
    .execute()
  for (const { edition_id: editionId, state, method } of editions) {
    const edition: Edition = { editionId, method, isRunning: state === 'fieldwork' }
    await insertTests(setting, edition, random)
    await insertPay(setting, edition, random)
    if (edition.isRunning) await insertConflicts(setting, edition, random)
  }
}

type Edition = { readonly editionId: string; readonly method: EditionMethod; readonly isRunning: boolean }

async function insertProfiles({ trx, organisation, observers, now }: Setting, random: Random): Promise<void> {
  const pick = <Item>(items: readonly Item[]): Item => items[Math.floor(random() * items.length)]!
  await insertRows(
    trx,
    'observer_profile',
    observers.map(({ plan, personId }) => ({
      organisation_id: organisation.organisationId,
      observer_id: plan.id,
      region: pick(regions),
      languages: [
        'nb',
        ...(random() < 0.3 ? ['nn' as const] : []),
        ...(random() < 0.7 ? ['en' as const] : []),
      ],
      channels: [...(plan.channels ?? [])],
      hours: [...(plan.hours ?? [])],
      changed_at: now,
      changed_by: personId,
    })),
  )
}

async function insertQualifications({ trx, organisation, observers, now }: Setting, random: Random) {
  const { organisationId, scopes } = organisation
  const rowsOf = ({ plan }: DemoObserver, index: number) => {
    const since = new Date(now.getTime() - (420 - index * 3) * day)
    const row = (status: 'training' | 'qualified', at: Date, note: string) => ({
      organisation_id: organisationId,
      observer_id: plan.id,
      qualification_id: seededId(random, at),
      status,
      since: toLocal(at).date,
      note,
      set_at: at,
      set_by: scopes.organiser.personId,
    })
    const trained = row('training', since, 'Kurs og to prøvesamtaler')
    if (index === failing) return [{ ...trained, since: toLocal(new Date(now.getTime() - 9 * day)).date }]
    return [trained, row('qualified', new Date(since.getTime() + 12 * day), 'Godkjent etter prøvesamtalene')]
  }
  await insertRows(trx, 'observer_qualification', observers.flatMap(rowsOf))
}

/** In the finished edition everybody passed before it began; in the running one the demand is three days old. */
async function insertTests(setting: Setting, { editionId, method, isRunning }: Edition, random: Random) {
  const { trx, organisation, observers, now } = setting
  const tenant = { organisation_id: organisation.organisationId, edition_id: editionId }
  const before = toInstant(addDays(method.calendar.start, -10), '12:00')
  await insertRows(trx, 'briefing_test', [
    {
      ...tenant,
      revision: 1,
      questions: null,
      pass_mark: 80,
      required: true,
      saved_at: isRunning ? new Date(now.getTime() - 3 * day) : before,
      saved_by: organisation.scopes.organiser.personId,
    },
  ])
  const questions = [...builtInQuestions(method)]
  const attempts = observers.flatMap(({ plan }, index) => {
    const shares = attemptsOf(index, isRunning)
    return shares.map((share, place) => {
      const at = new Date(before.getTime() + (index * 5 + place * 26) * 3_600_000)
      return {
        attemptId: seededId(random, at),
        observerId: plan.id,
        at,
        wrong: Math.round(share * questions.length),
      }
    })
  })
  await insertRows(
    trx,
    'briefing_attempt',
    attempts.map(({ attemptId, observerId, at }) => ({
      ...tenant,
      attempt_id: attemptId,
      observer_id: observerId,
      questions,
      pass_mark: 80,
      started_at: at,
    })),
  )
  await insertRows(
    trx,
    'briefing_answer',
    attempts.flatMap(({ attemptId, at, wrong }) => {
      const first = Math.floor(random() * questions.length)
      return questions.map(({ id, options }, place) => {
        const isRight = (place - first + questions.length) % questions.length >= wrong
        return {
          ...tenant,
          attempt_id: attemptId,
          question_id: id,
          option_id: options.find((option) => option.isRight === isRight)!.id,
          is_right: isRight,
          answered_at: new Date(at.getTime() + (place + 1) * 35_000),
        }
      })
    }),
  )
}

/** Shares of wrong answers, one for each attempt. */
function attemptsOf(index: number, isRunning: boolean): readonly number[] {
  if (isRunning && index === untaken) return []
  if (isRunning && index === failing) return [0.4]
  if (index % 7 === 3) return [0.3, 0.07]
  return [index % 3 === 0 ? 0 : 0.1]
}

/** Somebody has begun to work where the plan has already given contacts; another conflict has ended. */
async function insertConflicts(
  { trx, organisation, observers, now }: Setting,
  edition: Edition,
  random: Random,
) {
  const { organisationId } = organisation
  const { plan, personId } = observers[partial]!
  const ahead = await trx
    .selectFrom('contact')
    .innerJoin('participant', (join) =>
      join
        .onRef('participant.organisation_id', '=', 'contact.organisation_id')
        .onRef('participant.edition_id', '=', 'contact.edition_id')
        .onRef('participant.participant_id', '=', 'contact.participant_id'),
    )
    .select('participant.name')
    .where('contact.organisation_id', '=', organisationId)
    .where('contact.edition_id', '=', edition.editionId)
    .where('contact.observer_id', '=', plan.id)
    .where('contact.state', 'in', ['planned', 'assigned'])
    .orderBy('contact.number')
    .limit(1)
    .execute()
  const row = (
    participant: string,
    more: { readonly note: string; readonly at: Date; readonly endedAt?: Date },
  ) => ({
    organisation_id: organisationId,
    observer_id: plan.id,
    conflict_id: seededId(random, more.at),
    participant_name: participant,
    kind: 'work' as const,
    note: more.note,
    declared_at: more.at,
    declared_by: personId,
    ended_at: more.endedAt ?? null,
    ended_by: more.endedAt ? organisation.scopes.organiser.personId : null,
  })
  const ago = (days: number) => new Date(now.getTime() - days * day)
  await insertRows(trx, 'observer_conflict', [
    ...ahead.map(({ name }) => row(name, { note: 'Begynte i et vikariat der', at: ago(1) })),
    row('Kystbuss', { note: 'Sommerjobb', at: ago(400), endedAt: ago(30) }),
  ])
}

async function insertPay(setting: Setting, { editionId, method, isRunning }: Edition, random: Random) {
  const { trx, organisation, observers, now } = setting
  const organiser = organisation.scopes.organiser.personId
  const tenant = { organisation_id: organisation.organisationId, edition_id: editionId }
  const savedAt = toInstant(addDays(method.calendar.start, -9), '09:00')
  await insertRows(trx, 'payment_rates', [
    { ...tenant, revision: 1, rates, saved_at: savedAt, saved_by: organiser },
  ])
  const until = isRunning
    ? addDays(toLocal(now).date, -30)
    : addDays(method.calendar.start, 7 * method.calendar.weeks + 21)
  const extra = (index: number, amount: number, text: string) => ({
    ...tenant,
    extra_id: seededId(random, savedAt),
    observer_id: observers[index]!.plan.id,
    kind: amount > 0 ? ('extra' as const) : ('correction' as const),
    amount_ore: amount,
    text,
    on_date: addDays(method.calendar.start, 9),
    contact_id: null,
    made_at: savedAt,
    made_by: organiser,
  })
  const extras = [
    extra(2, 35_000, 'Opplæringsdag'),
    extra(6, 12_000, 'Ekstra forsøk ved teknisk feil'),
    extra(9, -4000, 'Ført to ganger i forrige utgave'),
  ]
  await insertRows(trx, 'payment_extra', extras)
  const earned = await approvedBefore(setting, editionId, toInstant(addDays(until, 1), '00:00'))
  if (earned.length === 0) return
  const runAt = toInstant(addDays(until, 2), '10:00')
  const runId = seededId(random, runAt)
  await insertRows(trx, 'payment_run', [
    {
      ...tenant,
      run_id: runId,
      number: 1,
      paid_on: addDays(until, 5),
      until,
      rates_revision: 1,
      note: isRunning ? 'Første utbetaling i utgaven' : 'Hele utgaven',
      made_at: runAt,
      made_by: organiser,
    },
  ])
  const line = (observerId: string, amount: number) => ({
    ...tenant,
    line_id: seededId(random, runAt),
    run_id: runId,
    observer_id: observerId,
    amount_ore: amount,
  })
  await insertRows(trx, 'payment_line', [
    ...earned.map(({ contactId, observerId, channel, answered }) => ({
      ...line(observerId, amountFor(rates, channel, answered)),
      contact_id: contactId,
      extra_id: null,
    })),
    ...extras.map(({ extra_id, observer_id, amount_ore }) => ({
      ...line(observer_id, amount_ore),
      contact_id: null,
      extra_id,
    })),
  ])
}

async function approvedBefore({ trx, organisation }: Setting, editionId: string, before: Date) {
  const rows = await trx
    .selectFrom('contact')
    .innerJoin('submission_score as score', (join) =>
      join
        .onRef('score.organisation_id', '=', 'contact.organisation_id')
        .onRef('score.edition_id', '=', 'contact.edition_id')
        .onRef('score.contact_id', '=', 'contact.contact_id'),
    )
    .select(['contact.contact_id', 'contact.observer_id', 'contact.channel', 'score.answered'])
    .where('contact.organisation_id', '=', organisation.organisationId)
    .where('contact.edition_id', '=', editionId)
    .where('contact.observer_id', 'is not', null)
    .where('score.scored_at', '<', before)
    .orderBy('contact.number')
    .execute()
  return rows.map(({ contact_id, observer_id, channel, answered }) => ({
    contactId: contact_id,
    observerId: observer_id!,
    channel,
    answered,
  }))
}
