/** Other answers to a submission: what they would do, and doing it: new version, new score, new results. */
import { AppError } from '../../../kernel/errors.ts'
import type { Context } from '../../../organisation/index.ts'
import type { Db } from '../../../platform/database/index.ts'
import type { ChannelId, EditionMethod } from '../../edition/contract.ts'
import type { Edition } from '../../edition/index.ts'
import { formFor } from '../../edition/rules/form.ts'
import type { Answers } from '../../fieldwork/contract.ts'
import { listSubmissions, settleContact } from '../../fieldwork/index.ts'
import { repeatMasks } from '../../masking/index.ts'
import { listScored } from '../../results/index.ts'
import { compileMethod } from '../../results/rules/compiled-form.ts'
import { scoreSubmission } from '../../results/rules/score-submission.ts'
import type { Effect } from '../contract.ts'
import { effectOf, type NewScore } from '../rules/effect.ts'
import type { StoredChange } from '../tables.ts'

export type Proposed = { readonly answers: Answers; readonly exclude: boolean }

type Effected = { readonly edition: Edition; readonly contactId: string; readonly proposed: Proposed }

/** What the proposal would do. @throws AppError not-found · invalid-input · submission-incomplete */
export async function effectOn(
  { scope }: Context,
  db: Db,
  { edition, contactId, proposed }: Effected,
): Promise<Effect> {
  const { editionId, method } = edition
  const lines = await listScored(scope, db, { editionId })
  const line = lines.find((one) => one.contactId === contactId)
  if (!line) throw new AppError('not-found')
  if (proposed.exclude) return effectOf(lines, { contactId, after: null }, method)
  refuseStrangers(method, line.channel, proposed.answers)
  const answers = { ...line.answers, ...proposed.answers }
  const after = scoreSubmission(compileMethod(method).forms.get(line.channel)!, {
    answered: line.answered,
    answers,
  })
  if (after.kind !== 'scored') throw new AppError('submission-incomplete')
  return effectOf(lines, { contactId, after: after satisfies NewScore }, method)
}

/** Answers to questions that the channel's form does not ask, or that are none of theirs. */
function refuseStrangers(method: EditionMethod, channel: ChannelId, answers: Answers): void {
  const asked = new Map(formFor(method, channel).questions.map((question) => [question.id, question]))
  const wrong = Object.entries(answers).filter(([id, answer]) => {
    const question = asked.get(id)
    const known = question?.options.some((option) => option.id === answer)
    return !known && !(question?.notApplicable && answer === 'na')
  })
  if (wrong.length === 0) return
  const issues = wrong.map(([id, value]) => ({ code: 'unknown-option', path: `answers.${id}`, value }))
  throw new AppError('invalid-input', {}, issues)
}

export type Changing = { readonly editionId: string; readonly contactId: string; readonly answers: Answers }

/** The answers that become others than they are. */
export async function changesOf(
  { scope }: Context,
  trx: Db,
  { editionId, contactId, answers }: Changing,
): Promise<readonly StoredChange[]> {
  const [last] = await listSubmissions(scope, trx, { editionId, contactIds: [contactId] })
  return Object.entries(answers)
    .map(([question, to]) => ({ question, from: last?.answers[question] ?? null, to }))
    .filter(({ from, to }) => from !== to)
}

type Settling = {
  readonly editionId: string
  readonly contactId: string
  readonly kind: 'finalised' | 'corrected'
  readonly changes: readonly StoredChange[]
  readonly detail: Readonly<Record<string, unknown>>
}

/** Makes the new version and its score, and hides again in it what was hidden. */
export async function settle(context: Context, trx: Db, { changes, ...settling }: Settling): Promise<void> {
  const answers =
    changes.length === 0
      ? undefined
      : Object.fromEntries(changes.flatMap(({ question, to }) => (to === null ? [] : [[question, to]])))
  const { version } = await settleContact(context, trx, { ...settling, answers })
  const { editionId, contactId } = settling
  if (version.from !== version.to) await repeatMasks(context, trx, { editionId, contactId, ...version })
}
