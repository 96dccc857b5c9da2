/** Pairs of a first and a second coding, for figures of agreement, appeals and the organiser's list. */
import type { Context, Scope } from '../../../organisation/index.ts'
import type { Db } from '../../../platform/database/index.ts'
import type { ChannelId } from '../../edition/contract.ts'
import { loadEdition } from '../../edition/index.ts'
import type { Answers } from '../../fieldwork/contract.ts'
import { listSubmissions, type StoredSubmission } from '../../fieldwork/index.ts'
import type { CodingLine, CodingPurpose, CodingState } from '../contract.ts'
import { toldAnswers } from '../rules/coding-form.ts'
import { compareCodings } from '../rules/compare-codings.ts'
import { findCodings, type StoredCoding } from '../store/coding-store.ts'
import { listWritten } from '../store/material-store.ts'

/** One contact coded twice. A question that the coder could not tell has no answer in `second`. */
export type CodedPair = {
  readonly codingId: string
  readonly contactId: string
  readonly channel: ChannelId
  readonly purpose: CodingPurpose
  readonly firstObserverId: string | null
  readonly secondObserverId: string
  /** Every answer of the observer's form, also to questions that a coder is not asked. */
  readonly first: Answers
  readonly second: Answers
  readonly handedInAt: Date
}

/** Every second coding of an edition that is handed in, beside the form that the observer handed in before it. */
export async function listCodings(scope: Scope, db: Db, editionId: string): Promise<readonly CodedPair[]> {
  const codings = await findCodings(scope, db, { editionId })
  const firsts = await firstForms(scope, db, { editionId, codings })
  return codings.flatMap((coding) => {
    const first = firsts.get(coding.codingId)
    if (!coding.handedIn || coding.withdrawnAt || !first) return []
    return [
      {
        codingId: coding.codingId,
        contactId: coding.contactId,
        channel: coding.channel,
        purpose: coding.purpose,
        firstObserverId: coding.firstObserverId,
        secondObserverId: coding.observerId,
        first: first.answers,
        second: toldAnswers(coding.handedIn.answers),
        handedInAt: coding.handedIn.at,
      },
    ]
  })
}

/** By coding: the last form that was there when the coding was asked for, so never a decision that came of it. */
export async function firstForms(
  scope: Scope,
  db: Db,
  { editionId, codings }: { readonly editionId: string; readonly codings: readonly StoredCoding[] },
): Promise<ReadonlyMap<string, StoredSubmission>> {
  const contactIds = [...new Set(codings.map(({ contactId }) => contactId))]
  const forms = Map.groupBy(
    await listSubmissions(scope, db, { editionId, contactIds }),
    (one) => one.contactId,
  )
  return new Map(
    codings.flatMap(({ codingId, contactId, askedAt }) => {
      const own = forms.get(contactId) ?? []
      const first = own.find(({ submittedAt }) => submittedAt <= askedAt) ?? own.at(-1)
      return first ? [[codingId, first] as const] : []
    }),
  )
}

export function stateOf({ withdrawnAt, handedIn }: StoredCoding): CodingState {
  return withdrawnAt ? 'withdrawn' : handedIn ? 'handedIn' : 'asked'
}

/** @throws AppError not-found */
export async function readCodings(context: Context, { editionId }: { readonly editionId: string }) {
  const { scope, db } = context
  const { name } = await loadEdition(context, editionId)
  const codings = await findCodings(scope, db, { editionId })
  const firsts = await firstForms(scope, db, { editionId, codings })
  const written = await listWritten(scope, db, editionId)
  const taken = new Set(codings.filter((one) => !one.withdrawnAt).map(({ contactId }) => contactId))
  return {
    edition: name,
    items: codings.map((coding) => toLine(coding, firsts.get(coding.codingId))),
    written: written.length,
    free: written.filter(({ contactId }) => !taken.has(contactId)).length,
  }
}

function toLine(coding: StoredCoding, first: StoredSubmission | undefined): CodingLine {
  const { codingId, contactId, number, participant, channel, purpose, coder, handedIn } = coding
  const agreement = handedIn && first && compareCodings(first.answers, handedIn.answers)
  return {
    codingId,
    contactId,
    number,
    participant,
    channel,
    purpose,
    coder,
    observer: coding.firstObserver ?? '',
    state: stateOf(coding),
    askedAt: coding.askedAt.toISOString(),
    ...(handedIn ? { handedInAt: handedIn.at.toISOString() } : {}),
    ...(agreement
      ? {
          compared: agreement.compared.length,
          agreed: agreement.compared.length - agreement.different.length,
        }
      : {}),
  }
}
