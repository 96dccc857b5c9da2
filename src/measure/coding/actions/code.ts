/** The coder's side: what to read, the blank form, a draft, and handing in. */
import { AppError } from '../../../kernel/errors.ts'
import { type Context, recordAudit } from '../../../organisation/index.ts'
import { type Db, inTransaction } from '../../../platform/database/index.ts'
import { loadEdition } from '../../edition/index.ts'
import { findContact, listSubmissions } from '../../fieldwork/index.ts'
import { maskContactTexts } from '../../masking/index.ts'
import type { CodingDetail, CodingDraft, CodingTask } from '../contract.ts'
import { checkCoding, codingForm } from '../rules/coding-form.ts'
import {
  changeCoding,
  findCodings,
  findHandIn,
  insertVersion,
  lockCoding,
  type StoredCoding,
} from '../store/coding-store.ts'
import { stateOf } from './list-codings.ts'

/** What the signed-in observer is asked to code, what waits first. */
export async function listMyCodings(context: Context): Promise<{ items: CodingTask[] }> {
  const { scope, db } = context
  const codings = (await findCodings(scope, db, { coderPersonId: scope.personId })).filter(
    ({ withdrawnAt }) => withdrawnAt === null,
  )
  const editions = new Map(
    await Promise.all(
      [...new Set(codings.map(({ editionId }) => editionId))].map(
        async (editionId) => [editionId, await loadEdition(context, editionId)] as const,
      ),
    ),
  )
  const items = codings.map((coding) => toTask(coding, editions.get(coding.editionId)!.method.scenarios))
  return {
    items: items.toSorted((one, other) => Number(one.state !== 'asked') - Number(other.state !== 'asked')),
  }
}

type Scenarios = Awaited<ReturnType<typeof loadEdition>>['method']['scenarios']

function toTask(coding: StoredCoding, scenarios: Scenarios): CodingTask {
  const { codingId, channel, askedAt, handedIn } = coding
  return {
    codingId,
    channel,
    title: scenarioOf(coding, scenarios).title,
    askedAt: askedAt.toISOString(),
    state: stateOf(coding),
    ...(handedIn ? { handedInAt: handedIn.at.toISOString() } : {}),
  }
}

function scenarioOf({ scenario }: StoredCoding, scenarios: Scenarios) {
  const bare = { nb: scenario, nn: scenario, en: scenario }
  return scenarios.find(({ id }) => id === scenario) ?? { title: bare, briefing: bare }
}

type One = { readonly codingId: string }

/** @throws AppError not-found also for a coding that somebody else is asked to do */
async function findOwn({ scope }: Context, db: Db, { codingId }: One): Promise<StoredCoding> {
  const [coding] = await findCodings(scope, db, { codingId, coderPersonId: scope.personId })
  if (!coding || coding.withdrawnAt) throw new AppError('not-found')
  return coding
}

export async function readCoding(context: Context, given: One): Promise<CodingDetail> {
  const { db } = context
  const coding = await findOwn(context, db, given)
  const { method } = await loadEdition(context, coding.editionId)
  const { draft, handedIn } = coding
  return {
    ...toTask(coding, method.scenarios),
    briefing: scenarioOf(coding, method.scenarios).briefing,
    texts: await textsOf(context, coding),
    form: codingForm(method, coding.channel),
    ...(draft ? { draft: { answers: { ...draft.answers }, note: draft.note } } : {}),
    ...(handedIn
      ? {
          handedIn: {
            answers: { ...handedIn.answers },
            note: handedIn.comments.note ?? '',
            version: handedIn.version,
          },
        }
      : {}),
  }
}

/** What is read, masked: the transcript of the first form, and what an appeal brought beside it. */
async function textsOf({ scope, db }: Context, coding: StoredCoding): Promise<CodingDetail['texts']> {
  const { editionId, contactId, participant, material } = coding
  const [last] = await listSubmissions(scope, db, { editionId, contactIds: [contactId] })
  const read = {
    contactId,
    version: last?.version ?? 0,
    participant,
    comments: { material: material ?? '' },
    transcript: last?.transcript ?? null,
  }
  const [masked] = await maskContactTexts(scope, db, { editionId, texts: [read] })
  return [
    { kind: 'transcript' as const, text: masked?.transcript ?? '' },
    { kind: 'material' as const, text: masked?.comments.material ?? '' },
  ].filter(({ text }) => text !== '')
}

export async function keepCodingDraft(
  context: Context,
  given: One & CodingDraft,
): Promise<Record<string, never>> {
  const coding = await findOwn(context, context.db, given)
  const { answers, note } = given
  await changeCoding(context.scope, context.db, coding, { draft: { answers, note } })
  return {}
}

type HandIn = One & CodingDraft & { readonly handInId: string }

/**
 * Adds a version. The same hand-in twice is one version; a coding for an appeal is closed when the appeal is decided.
 *
 * @throws AppError not-found · coding-closed · submission-incomplete with each blank question by its id
 */
export async function handInCoding(context: Context, given: HandIn): Promise<{ version: number }> {
  return inTransaction(context.db, async (trx) => {
    const { scope, now } = context
    await lockCoding(scope, trx, given.codingId)
    const coding = await findOwn(context, trx, given)
    const known = await findHandIn(scope, trx, given.handInId)
    if (known?.coding_id === coding.codingId) return { version: known.version }
    if (known) throw new AppError('submission-id-reused')
    await refuseClosed(context, trx, coding)
    const { method } = await loadEdition(context, coding.editionId, trx)
    const issues = checkCoding(codingForm(method, coding.channel), given.answers)
    if (issues.length > 0)
      throw new AppError(
        'submission-incomplete',
        {},
        issues.map(({ code, question }) => ({ code, path: `answers.${question}` })),
      )
    const version = (coding.handedIn?.version ?? 0) + 1
    const { handInId, answers, note } = given
    await insertVersion(scope, trx, coding, { version, handInId, answers, comments: { note }, at: now })
    await changeCoding(scope, trx, coding, { draft: null })
    const subject = { kind: 'contact', id: coding.contactId }
    const detail = { codingId: coding.codingId, version }
    await recordAudit(context, { action: 'coding.handedIn', subject, detail }, trx)
    return { version }
  })
}

async function refuseClosed({ scope }: Context, trx: Db, coding: StoredCoding): Promise<void> {
  if (coding.purpose !== 'appeal') return
  const contact = await findContact(scope, trx, coding)
  if (contact?.state !== 'appealed') throw new AppError('coding-closed')
}
