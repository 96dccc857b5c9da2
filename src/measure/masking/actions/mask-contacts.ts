/** The one way from a stored text to a reader who is no organiser. */
import { newId } from '../../../kernel/ids.ts'
import type { Context, Scope } from '../../../organisation/index.ts'
import type { Db } from '../../../platform/database/index.ts'
import { transcriptField } from '../contract.ts'
import { type Fields, maskFields } from '../rules/mask-texts.ts'
import { insertMasks, listMasks } from '../store/mask-store.ts'

export type ContactTexts = {
  readonly contactId: string
  readonly version: number
  /** The participant's name, which is nobody's. */
  readonly participant: string
  readonly comments: Readonly<Record<string, string>>
  readonly transcript: string | null
}

/** The same texts with people's names, telephone numbers, addresses and identity numbers masked. */
export async function maskContactTexts<Texts extends ContactTexts>(
  scope: Scope,
  db: Db,
  { editionId, texts }: { readonly editionId: string; readonly texts: readonly Texts[] },
): Promise<readonly Texts[]> {
  const contactIds = texts.map(({ contactId }) => contactId)
  const byContact = Map.groupBy(await listMasks(scope, db, { editionId, contactIds }), (one) => one.contactId)
  return texts.map((one) => {
    const byHand = (byContact.get(one.contactId) ?? []).filter(({ version }) => version === one.version)
    const { [transcriptField]: transcript, ...comments } = maskFields(fieldsOf(one), {
      keep: [one.participant],
      byHand,
    })
    return { ...one, comments, transcript: transcript ?? null }
  })
}

export function fieldsOf({ comments, transcript }: Pick<ContactTexts, 'comments' | 'transcript'>): Fields {
  return transcript === null ? comments : { ...comments, [transcriptField]: transcript }
}

/** When a new version repeats the texts of an older one, what people have masked in them goes along. */
export async function repeatMasks(
  { scope, now }: Context,
  trx: Db,
  where: {
    readonly editionId: string
    readonly contactId: string
    readonly from: number
    readonly to: number
  },
): Promise<void> {
  const { editionId, contactId, from, to } = where
  const masks = await listMasks(scope, trx, { editionId, contactIds: [contactId] })
  const repeated = masks
    .filter(({ version }) => version === from)
    .map((mask, index) => ({
      ...mask,
      editionId,
      maskId: newId(now.getTime()),
      version: to,
      madeAt: new Date(now.getTime() + index),
    }))
  await insertMasks(scope, trx, repeated)
}
