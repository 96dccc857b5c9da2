/** The demo's core answers as rows: drafts, stamps and approvals made by the product's own rules. */
import { addDays } from '../../../kernel/calendar.ts'
import { languages } from '../../../kernel/localized.ts'
import { seededRandom } from '../../../kernel/random.ts'
import { toLocal } from '../../../kernel/zone.ts'
import { type AnswerChannel, answerChannels } from '../../../understand/answers/rules/answer-words.ts'
import { draftVersion } from '../../../understand/answers/rules/channels/draft-version.ts'
import {
  type CoreContent,
  coreStamp,
  languagesOf,
  referencesIn,
  sourceStamp,
  wholeStamp,
} from '../../../understand/answers/rules/core-content.ts'
import { bodiesOf } from '../../../understand/answers/rules/shared-facts.ts'
import type { SharedFacts } from '../../../understand/answers/rules/text/fact-mark.ts'
import { type DemoRow, insertRows } from '../../demo-store.ts'
import type { DemoSetting } from '../rows/setting.ts'
import { demoTopicId, idFrom } from '../world.ts'
import { type DemoSheet, demoFacts, demoMisses, demoSheets } from './demo-sheets.ts'

const shared: SharedFacts = new Map(demoFacts.map(({ name, kind, value }) => [name, { kind, value }]))
const answerIdOf = (sheet: DemoSheet): string => idFrom(`demo answer ${sheet.topic}`)

/** Who answers for each channel; the counter asks nobody. */
const owners: Readonly<Partial<Record<AnswerChannel, 'manager' | 'editor'>>> = {
  phone: 'manager',
  chat: 'editor',
  chatbot: 'editor',
  email: 'manager',
  social: 'editor',
  web: 'editor',
}

type Making = DemoSetting & { readonly at: (days: number, minute?: number) => Date }

export async function insertAnswers(setting: DemoSetting): Promise<void> {
  const { trx, now } = setting
  const making = {
    ...setting,
    at: (days: number, minute = 0) => new Date(now.getTime() - days * 86_400_000 + minute * 60_000),
  }
  await insertHouse(making)
  await insertRows(
    trx,
    'answer',
    demoSheets.map((sheet, number) => answerRow(making, sheet, number)),
  )
  await insertRows(
    trx,
    'answer_revision',
    demoSheets.flatMap((sheet) => revisionRows(making, sheet)),
  )
  await insertRows(
    trx,
    'answer_event',
    demoSheets.flatMap((sheet) => eventRows(making, sheet)),
  )
  await insertRows(
    trx,
    'answer_sign_off',
    demoSheets.flatMap((sheet) => signOffRows(making, sheet)),
  )
  const versions = demoSheets.flatMap((sheet) => versionRows(making, sheet))
  await insertRows(trx, 'answer_version', versions)
  await insertRows(trx, 'answer_version_edit', versions.flatMap(editRows))
  await insertRows(
    trx,
    'answer_comment',
    demoSheets.flatMap((sheet) => commentRows(making, sheet)),
  )
  await insertUse(making)
}

async function insertHouse({ trx, organisation, at }: Making): Promise<void> {
  const { organisationId: organisation_id, scopes } = organisation
  const changed = { changed_at: at(40), changed_by: scopes.editor.personId }
  await insertRows(trx, 'answer_settings', [
    { organisation_id, stamp: 1, open: true, origins: ['https://www.kraft.example.no'], ...changed },
  ])
  await insertRows(
    trx,
    'answer_fact',
    demoFacts.map((fact) => ({
      organisation_id,
      fact_id: idFrom(`demo fact ${fact.name}`),
      ...fact,
      ...changed,
    })),
  )
  await insertRows(
    trx,
    'answer_channel_owner',
    answerChannels.flatMap((channel) => {
      const role = owners[channel]
      return role ? [{ organisation_id, channel, person_id: scopes[role].personId }] : []
    }),
  )
}

function contentOf(sheet: DemoSheet, body: string): CoreContent {
  const { title, questions, tasks, goals, waysIn, waysForward, translations = {} } = sheet
  const source = { title, body, translates: null }
  const base = {
    source: 'nb',
    texts: { nb: source },
    questions,
    sheet: { tasks, goals, waysIn, waysForward },
    channels: answerChannels,
  } as const
  const follows = sourceStamp(base)
  const texts = Object.fromEntries(
    languages.flatMap((language) => {
      const text = translations[language]
      return text
        ? [[language, { title: text.title, body: text.body, translates: text.stale ? null : follows }]]
        : []
    }),
  )
  return { ...base, texts: { ...base.texts, ...texts } }
}

/** The bodies in the order in which they were written, and which of them is agreed. */
function bodiesIn({ body, before, newer, state }: DemoSheet): {
  readonly bodies: readonly string[]
  readonly agreed: number | null
} {
  const bodies = [...(before ? [before.body] : []), body, ...(newer ? [newer] : [])]
  const isAgreed = state === 'agreed' || state === 'retired'
  return { bodies, agreed: isAgreed ? (before ? 2 : 1) : null }
}

function answerRow({ organisation, at }: Making, sheet: DemoSheet, number: number): DemoRow<'answer'> {
  const { bodies, agreed } = bodiesIn(sheet)
  const editor = organisation.scopes.editor.personId
  return {
    organisation_id: organisation.organisationId,
    answer_id: answerIdOf(sheet),
    topic_id: demoTopicId(sheet.topic),
    state: sheet.newer ? 'draft' : sheet.state,
    revision: bodies.length,
    agreed_revision: agreed,
    agreed_at: agreed === null ? null : at(sheet.days, 30),
    owner_id: number % 4 === 3 ? organisation.scopes.manager.personId : editor,
    created_at: at(sheet.days + 20),
    created_by: editor,
    changed_at: at(sheet.newer ? 1 : sheet.days, number),
    changed_by: editor,
    stamp: 1,
  }
}

function revisionRows({ organisation, at }: Making, sheet: DemoSheet): DemoRow<'answer_revision'>[] {
  const { bodies } = bodiesIn(sheet)
  return bodies.map((body, index) => {
    const content = contentOf(sheet, body)
    const daysBack =
      sheet.newer && index === bodies.length - 1 ? 1 : sheet.days + (bodies.length - 1 - index) * 12
    return {
      organisation_id: organisation.organisationId,
      answer_id: answerIdOf(sheet),
      revision: index + 1,
      kind: 'written',
      note: index === 0 ? '' : 'Etter spørsmål fra kundene',
      content: content as never,
      facts: bodiesOf(shared, referencesIn(content)) as never,
      at: at(daysBack),
      person_id: organisation.scopes.editor.personId,
    }
  })
}

function eventRows({ organisation, at }: Making, sheet: DemoSheet): DemoRow<'answer_event'>[] {
  const { agreed } = bodiesIn(sheet)
  const step = (kind: string, revision: number, minute: number) => ({
    organisation_id: organisation.organisationId,
    answer_id: answerIdOf(sheet),
    event_id: idFrom(`demo answer event ${sheet.topic} ${kind} ${revision}`),
    kind,
    revision,
    detail: { channel: null } as never,
    at: at(sheet.days, minute),
    person_id: organisation.scopes.editor.personId,
  })
  if (sheet.state === 'inReview') return [step('submit', 1, 5)]
  if (agreed === null) return []
  const until = [step('submit', agreed, 5), step('agree', agreed, 30)]
  return sheet.state === 'retired' ? [...until, step('retire', agreed, 60)] : until
}

function signOffRows({ organisation, at }: Making, sheet: DemoSheet): DemoRow<'answer_sign_off'>[] {
  const { agreed } = bodiesIn(sheet)
  const channels = agreed === null ? (sheet.signedOff ?? []) : answerChannels
  return channels.flatMap((channel, number) => {
    const role = owners[channel]
    if (!role) return []
    return [
      {
        organisation_id: organisation.organisationId,
        answer_id: answerIdOf(sheet),
        channel,
        core_stamp: wholeStamp(contentOf(sheet, sheet.body), shared),
        revision: agreed ?? 1,
        at: at(sheet.days, 10 + number),
        person_id: organisation.scopes[role].personId,
      },
    ]
  })
}

type VersionRow = DemoRow<'answer_version'>

function versionRows({ organisation, at }: Making, sheet: DemoSheet): VersionRow[] {
  const content = contentOf(sheet, sheet.body)
  const { agreed } = bodiesIn(sheet)
  const channels =
    sheet.state === 'draft' || sheet.state === 'retired' ? [] : (sheet.approved ?? answerChannels)
  const editor = organisation.scopes.editor.personId
  return languagesOf(content).flatMap((language) =>
    channels.map((channel): VersionRow => {
      const isStale = sheet.before?.channels.includes(channel) === true
      const core = isStale ? contentOf(sheet, sheet.before!.body) : content
      const drafted = draftVersion(core, { channel, language, shared })
      const { wrong } = sheet
      const body = wrong?.channel === channel ? drafted.replace(wrong.from, wrong.to) : drafted
      const made = at(sheet.days + (isStale ? 12 : 0), 45)
      const approved = agreed !== null
      return {
        organisation_id: organisation.organisationId,
        answer_id: answerIdOf(sheet),
        channel,
        language,
        edit_number: 1,
        body,
        approved_body: approved ? body : null,
        core_revision: approved ? (isStale ? 1 : agreed) : null,
        core_stamp: approved ? coreStamp(core, shared, language) : null,
        approved_at: approved ? made : null,
        approved_by: approved ? editor : null,
        changed_at: made,
        changed_by: editor,
      }
    }),
  )
}

function editRows(version: VersionRow): DemoRow<'answer_version_edit'>[] {
  const { organisation_id, answer_id, channel, language, edit_number, body, changed_at, changed_by } = version
  const edit = {
    organisation_id,
    answer_id,
    channel,
    language,
    edit_number,
    body,
    at: changed_at,
    person_id: changed_by,
  }
  const written = { ...edit, kind: 'generated' as const }
  return version.approved_body === null ? [written] : [written, { ...edit, kind: 'approved' as const }]
}

function commentRows({ organisation, at }: Making, sheet: DemoSheet): DemoRow<'answer_comment'>[] {
  return (sheet.comments ?? []).map(({ role, days, channel, text, resolution }, number) => ({
    organisation_id: organisation.organisationId,
    answer_id: answerIdOf(sheet),
    comment_id: idFrom(`demo comment ${sheet.topic} ${number}`),
    channel,
    quote: null,
    text,
    at: at(days),
    person_id: organisation.scopes[role].personId,
    resolved_at: resolution === undefined ? null : at(days - 1),
    resolved_by: resolution === undefined ? null : organisation.scopes.editor.personId,
    resolution: resolution ?? null,
  }))
}

const weeksBack = 12

/** Twelve weeks of searches that got a little better, and what was used of the answers. */
async function insertUse({ trx, organisation, now }: Making): Promise<void> {
  const organisation_id = organisation.organisationId
  const random = seededRandom(4)
  const today = toLocal(now).date
  const days = Array.from({ length: weeksBack * 7 }, (_, back) => addDays(today, -back)).filter(isWorkday)
  const searches = days.map((day, back) => {
    const count = 30 + Math.floor(random() * 20)
    const share = 0.68 - (back / days.length) * 0.14
    return {
      organisation_id,
      day,
      place: 'find' as const,
      searches: count,
      empty: Math.round(count * (0.06 + 0.05 * random())),
      used: Math.round(count * (share + 0.06 * random())),
    }
  })
  await insertRows(trx, 'answer_search_day', searches)
  const used = demoSheets.filter(({ state }) => state === 'agreed')
  const uses = used.flatMap((sheet, number) =>
    days.slice(0, 20).flatMap((day) =>
      (['copied', 'opened', 'linked'] as const).map((act, weight) => ({
        organisation_id,
        day,
        answer_id: answerIdOf(sheet),
        place: 'find' as const,
        act,
        times: 1 + Math.floor((random() * 9) / (1 + number / 3 + weight)),
      })),
    ),
  )
  const helped = used.slice(0, 6).flatMap((sheet) =>
    (['helped', 'notHelped'] as const).map((act) => ({
      organisation_id,
      day: today,
      answer_id: answerIdOf(sheet),
      place: 'widget' as const,
      act,
      times: act === 'helped' ? 8 + Math.floor(random() * 12) : 1 + Math.floor(random() * 4),
    })),
  )
  await insertRows(trx, 'answer_use', [...uses, ...helped])
  await insertRows(
    trx,
    'answer_search_miss',
    demoMisses.map(([query, times, kind, back]) => ({
      organisation_id,
      words: query,
      query,
      kind,
      times,
      first_on: addDays(today, -40),
      last_on: addDays(today, -back),
      settled_at: null,
      settled_by: null,
      answer_id: null,
    })),
  )
}

function isWorkday(day: string): boolean {
  const weekday = new Date(`${day}T00:00:00Z`).getUTCDay()
  return weekday !== 0 && weekday !== 6
}
