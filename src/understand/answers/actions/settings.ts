/** Who answers for each channel's texts, and who else may read the answers. */
import { AppError } from '../../../kernel/errors.ts'
import { type Context, recordAudit } from '../../../organisation/index.ts'
import { inTransaction } from '../../../platform/database/index.ts'
import type { AnswerSettings } from '../contract.ts'
import type { AnswerChannel } from '../rules/answer-words.ts'
import { readOrigin } from '../rules/read-origin.ts'
import {
  listAnswerPeople,
  listOwners,
  loadSettings,
  replaceOwners,
  saveSettings,
} from '../store/settings-store.ts'

export async function readSettings({ scope, db }: Context): Promise<AnswerSettings> {
  const { open, origins } = await loadSettings(scope, db)
  return {
    open,
    origins: [...origins],
    owners: [...(await listOwners(scope, db))],
    people: [...(await listAnswerPeople(scope, db))],
    organisationId: scope.organisationId,
  }
}

type Saving = {
  readonly open: boolean
  readonly origins: readonly string[]
  readonly owners: readonly { readonly channel: AnswerChannel; readonly personId: string }[]
}

/** @throws AppError invalid-input with the origin that is none · not-found for an owner who cannot be one */
export async function changeSettings(
  context: Context,
  { open, origins: given, owners }: Saving,
): Promise<AnswerSettings> {
  const { scope, db, now: at } = context
  const origins = given.map((text, index) => {
    const origin = readOrigin(text)
    if (origin === undefined)
      throw new AppError('invalid-input', {}, [
        { code: 'not-an-origin', path: `origins.${index}`, value: text },
      ])
    return origin
  })
  await inTransaction(db, async (trx) => {
    const people = await listAnswerPeople(scope, trx)
    if (owners.some(({ personId }) => !people.some((each) => each.personId === personId)))
      throw new AppError('not-found')
    if (new Set(owners.map(({ channel }) => channel)).size < owners.length)
      throw new AppError('invalid-input', {}, [{ code: 'twice', path: 'owners' }])
    await saveSettings(scope, trx, { open, origins: [...new Set(origins)], at })
    await replaceOwners(scope, trx, owners)
    const detail = { open, origins, owners: owners.map(({ channel, personId }) => ({ channel, personId })) }
    await recordAudit(
      context,
      {
        action: 'answers.settings-changed',
        subject: { kind: 'organisation', id: scope.organisationId },
        detail,
      },
      trx,
    )
  })
  return readSettings(context)
}
