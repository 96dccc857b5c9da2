/** What is earned and paid in an edition, gathered for the organiser, for the export and for the observer. */
import { toLocal } from '../../../kernel/zone.ts'
import type { ChannelId } from '../../edition/contract.ts'
import type { MoneyLine } from '../contract.ts'
import { type UnpaidLine, unpaidLines } from '../rules/earnings.ts'
import { findRates, listExtras, listPaid, listRuns } from '../store/payment-store.ts'
import { listKnownObservers } from '../store/person-store.ts'
import { listApproved } from '../store/record-store.ts'
import type { Reading } from './views.ts'

type Wanted = { readonly editionId: string; readonly observerId?: string }

const approvedStates: readonly string[] = ['approved', 'appealed', 'final', 'locked']

export async function loadMoney({ scope, db }: Reading, wanted: Wanted) {
  const { editionId } = wanted
  const names = new Map((await listKnownObservers(scope, db)).map((one) => [one.observerId, one.name]))
  const nameOf = (observerId: string) => names.get(observerId) ?? ''
  const saved = await findRates(scope, db, { editionId })
  const runs = await listRuns(scope, db, { editionId })
  const approved = await listApproved(scope, db, wanted)
  const extras = await listExtras(scope, db, wanted)
  const paid = await listPaid(scope, db, wanted)
  const runOf = new Map(runs.map((run) => [run.runId, run]))
  const approvedOf = new Map(approved.map((contact) => [contact.contactId, contact]))
  const extraOf = new Map(extras.map((extra) => [extra.extraId, extra]))
  const paidContacts = new Set(paid.flatMap(({ contactId }) => contactId ?? []))
  const paidExtras = new Set(paid.flatMap(({ extraId }) => extraId ?? []))
  const corrected = new Set(extras.flatMap(({ contactId }) => contactId ?? []))

  const unpaid = unpaidLines(
    approved
      .filter(({ contactId }) => !paidContacts.has(contactId))
      .map(({ approvedAt, ...contact }) => ({
        ...contact,
        observer: nameOf(contact.observerId),
        on: toLocal(approvedAt).date,
      })),
    extras
      .filter(({ extraId }) => !paidExtras.has(extraId))
      .map(({ contactId: _contact, ...extra }) => ({ ...extra, observer: nameOf(extra.observerId) })),
    saved?.rates ?? null,
  )
  const paidLines = paid.map((line): MoneyLine => {
    const run = runOf.get(line.runId)!
    const extra = extraOf.get(line.extraId ?? '')
    const known = approvedOf.get(line.contactId ?? '')
    return {
      observerId: line.observerId,
      observer: nameOf(line.observerId),
      kind: extra?.kind ?? 'contact',
      text: extra?.text ?? '',
      on: extra?.on ?? (known ? toLocal(known.approvedAt).date : run.until),
      amountOre: line.amountOre,
      run: run.number,
      ...(line.contact && line.contactId !== null
        ? {
            contactId: line.contactId,
            number: line.contact.number,
            participant: line.contact.participant,
            channel: line.contact.channel as ChannelId,
          }
        : {}),
      ...(known ? { answered: known.answered } : {}),
    }
  })
  const stateOf = new Map(paid.map(({ contactId, contact }) => [contactId, contact?.state]))
  const takenBack = paidLines.filter(({ contactId }) => {
    const state = contactId === undefined ? undefined : stateOf.get(contactId)
    return state !== undefined && !approvedStates.includes(state) && !corrected.has(contactId ?? '')
  })
  const lines: readonly MoneyLine[] = [...unpaid.map(withoutExtraId), ...paidLines]
  return { saved, runs, unpaid, lines, takenBack }
}

function withoutExtraId({ extraId: _extraId, ...line }: UnpaidLine): MoneyLine {
  return line
}
