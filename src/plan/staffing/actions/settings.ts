/** What people decide: targets from a day on, and the parts of shrinkage. */
import type { PlainDate } from '../../../kernel/calendar.ts'
import { AppError } from '../../../kernel/errors.ts'
import { type Context, recordAudit } from '../../../organisation/index.ts'
import { inTransaction } from '../../../platform/database/index.ts'
import { listQueues } from '../../traffic/index.ts'
import { type StaffingSettings, usualShrinkage } from '../rules/settings.ts'
import { type ShrinkagePart, shrinkageOf } from '../rules/shrinkage.ts'
import { listRules, listShrinkage, replaceShrinkage, saveRule } from '../store/rule-store.ts'
import { ruleView } from './week.ts'

async function queueOf({ scope, db }: Pick<Context, 'scope' | 'db'>, queueId: string) {
  const queue = (await listQueues(scope, db)).find(({ id }) => id === queueId)
  if (!queue) throw new AppError('not-found')
  return queue
}

export async function readRules(context: Context, { queueId }: { readonly queueId: string }) {
  const queue = await queueOf(context, queueId)
  const rules = await listRules(context.scope, context.db, queueId)
  return { items: rules.map((rule) => ruleView(rule, queue.kind)) }
}

type Saving = { readonly queueId: string; readonly validFrom: PlainDate; readonly settings: StaffingSettings }

/** @throws AppError not-found for the queue, or one whose idle time is to be used */
export async function setRule(context: Context, { queueId, validFrom, settings }: Saving) {
  const { scope, db, now } = context
  const queue = await queueOf(context, queueId)
  for (const other of settings.blendWith) await queueOf(context, other)
  return inTransaction(db, async (trx) => {
    await saveRule(scope, trx, { queueId, validFrom, settings, now })
    const subject = { kind: 'queue', id: queueId }
    await recordAudit(context, { action: 'staffing.target-set', subject, detail: { validFrom } }, trx)
    const saved = (await listRules(scope, trx, queueId)).find((rule) => rule.validFrom === validFrom)
    return ruleView(saved, queue.kind)
  })
}

export async function readShrinkage({ scope, db }: Context) {
  const own = await listShrinkage(scope, db)
  return { parts: (own.length > 0 ? own : usualShrinkage).map((part) => ({ ...part })), own: own.length > 0 }
}

/** @throws AppError invalid-input when the parts of one place take all the time */
export async function setShrinkage(
  context: Context,
  { parts }: { readonly parts: readonly ShrinkagePart[] },
) {
  const { scope, db } = context
  try {
    shrinkageOf(parts)
  } catch (error) {
    if (!(error instanceof RangeError)) throw error
    throw new AppError('invalid-input', {}, [{ code: 'shrinkage-whole', path: 'parts' }])
  }
  return inTransaction(db, async (trx) => {
    await replaceShrinkage(scope, trx, parts)
    const subject = { kind: 'organisation', id: scope.organisationId }
    await recordAudit(context, { action: 'staffing.shrinkage-set', subject }, trx)
    return { parts: parts.map((part) => ({ ...part })), own: parts.length > 0 }
  })
}
