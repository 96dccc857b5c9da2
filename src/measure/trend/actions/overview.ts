/** What can be followed over the editions, and what people have said about names and years. */

import { AppError } from '../../../kernel/errors.ts'
import { type Context, recordAudit } from '../../../organisation/index.ts'
import { inTransaction } from '../../../platform/database/index.ts'
import { nameKey } from '../../participants/rules/import/read-import.ts'
import type { TrendOverview } from '../contract.ts'
import { proposeTies } from '../rules/propose-ties.ts'
import { keysOfSeries } from '../rules/series-key.ts'
import { listEarlier, listNamed, type NamedInEdition } from '../store/earlier-store.ts'
import {
  deleteJudgement,
  deleteTie,
  insertTie,
  listJudgements,
  listTies,
  type StoredTie,
  saveJudgement,
} from '../store/tie-store.ts'
import { editionsInOrder, yearOf } from './edition-line.ts'

type Rung = {
  readonly edition: string
  readonly year: number
  readonly editionId: string | null
  readonly named: readonly { readonly name: string; readonly class: string }[]
}

export async function readOverview(context: Context): Promise<TrendOverview> {
  const { scope, db } = context
  const [ties, judgements, earlier] = [
    await listTies(scope, db),
    await listJudgements(scope, db),
    await listEarlier(scope, db),
  ]
  const rungs = await rungsOf(context)
  const named = rungs.flatMap((rung) => rung.named)
  const classes = new Map(named.map((one) => [nameKey(one.class), one.class]))
  classes.delete('')
  const participants = new Map(
    named
      .filter(({ name }) => name !== '')
      .map(({ name, class: group }) => [nameKey(name), { name, class: group }]),
  )
  return {
    editions: rungs.map(({ edition, year, editionId }) => ({ edition, year, editionId })),
    classes: [...classes.values()].sort(inNorwegian),
    participants: [...participants.values()].sort((a, b) => inNorwegian(a.name, b.name)),
    ties: ties.map(({ kind, name, sameAs, tiedAt }) => ({
      kind,
      name,
      sameAs,
      tiedAt: tiedAt.toISOString(),
    })),
    proposals: proposalsOf(rungs, ties),
    judgements: judgements.map(({ judgedAt, ...rest }) => ({ ...rest, judgedAt: judgedAt.toISOString() })),
    earlier: earlier.length,
  }
}

const inNorwegian = new Intl.Collator('nb', { numeric: true }).compare

/** Every edition, from before the product and in it, oldest first. */
async function rungsOf(context: Context): Promise<readonly Rung[]> {
  const { scope, db } = context
  const byEdition = Map.groupBy(await listNamed(scope, db), ({ editionId }: NamedInEdition) => editionId)
  const earlier = Map.groupBy(await listEarlier(scope, db), ({ year, edition }) => `${year} ${edition}`)
  const before = [...earlier.values()].map((figures) => ({
    edition: figures[0]!.edition,
    year: figures[0]!.year,
    editionId: null,
    named: figures.map(({ participant, class: group }) => ({ name: participant, class: group })),
  }))
  const since = (await editionsInOrder(context)).map((edition) => ({
    edition: edition.name,
    year: yearOf(edition),
    editionId: edition.editionId,
    named: byEdition.get(edition.editionId) ?? [],
  }))
  return [...before, ...since]
}

function proposalsOf(rungs: readonly Rung[], ties: readonly StoredTie[]): TrendOverview['proposals'] {
  const ofCentres = ties.filter(({ kind }) => kind === 'participant')
  const distinct = rungs
    .map(({ named }) => [
      ...new Map(named.filter(({ name }) => name !== '').map((one) => [nameKey(one.name), one])).values(),
    ])
    .filter((named) => named.length > 0)
  return distinct
    .slice(1)
    .flatMap((after, index) => proposeTies(distinct[index]!, after, ofCentres))
    .map((pair) => ({ kind: 'participant' as const, ...pair }))
}

type TieInput = { readonly kind: 'participant' | 'class'; readonly name: string; readonly sameAs: string }

/** @throws AppError same-edition when both names stand in one edition: they are two, not one */
export async function tieNames(
  context: Context,
  { kind, name, sameAs }: TieInput,
): Promise<Record<never, never>> {
  const { scope, now } = context
  return inTransaction(context.db, async (trx) => {
    const tie = { kind, name, sameAs, nameKey: nameKey(name), sameAsKey: nameKey(sameAs), tiedAt: now }
    const ties = (await listTies(scope, trx)).filter((one) => one.kind === kind)
    const all = keysOfSeries(name, [...ties, tie])
    const byEdition = Map.groupBy(await listNamed(scope, trx), ({ editionId }) => editionId)
    for (const named of byEdition.values()) {
      const keys = named.map((one) => nameKey(kind === 'class' ? one.class : one.name))
      if (new Set(keys.filter((key) => all.has(key))).size > 1) throw new AppError('same-edition')
    }
    if (tie.nameKey === tie.sameAsKey) throw new AppError('same-edition')
    await insertTie(scope, trx, tie)
    const subject = { kind: 'series', id: scope.organisationId }
    await recordAudit(context, { action: 'series.tied', subject, detail: { kind, name, sameAs } }, trx)
    return {}
  })
}

/** @throws AppError not-found when the two are not tied */
export async function untieNames(
  context: Context,
  { kind, name, sameAs }: TieInput,
): Promise<Record<never, never>> {
  const { scope } = context
  return inTransaction(context.db, async (trx) => {
    const keys = { kind, nameKey: nameKey(name), sameAsKey: nameKey(sameAs) }
    if (!(await deleteTie(scope, trx, keys))) throw new AppError('not-found')
    const subject = { kind: 'series', id: scope.organisationId }
    await recordAudit(context, { action: 'series.untied', subject, detail: { kind, name, sameAs } }, trx)
    return {}
  })
}

type JudgementInput = {
  readonly year: number
  readonly kind: 'break' | 'comparable'
  readonly reason: string
}

export async function judgeYear(context: Context, input: JudgementInput): Promise<Record<never, never>> {
  const { scope, now } = context
  return inTransaction(context.db, async (trx) => {
    await saveJudgement(scope, trx, { ...input, judgedAt: now })
    const subject = { kind: 'series', id: scope.organisationId }
    await recordAudit(context, { action: 'series.judged', subject, detail: { ...input } }, trx)
    return {}
  })
}

/** @throws AppError not-found when nothing is declared for the year */
export async function unjudgeYear(
  context: Context,
  { year }: { readonly year: number },
): Promise<Record<never, never>> {
  const { scope } = context
  return inTransaction(context.db, async (trx) => {
    if (!(await deleteJudgement(scope, trx, year))) throw new AppError('not-found')
    const subject = { kind: 'series', id: scope.organisationId }
    await recordAudit(context, { action: 'series.unjudged', subject, detail: { year } }, trx)
    return {}
  })
}
