/**
 * What observers and agents wrote, for every reader of results: pages, reports, teaching material. There is no other
 * way to it from here, so that a mask cannot be forgotten.
 */
import type { Context } from '../../../organisation/index.ts'
import { type ContactTexts, maskContactTexts } from '../../masking/index.ts'
import type { ScoredSubmission } from '../store/scored-store.ts'
import { listTexts } from '../store/text-store.ts'

export type MaskedTexts = Pick<ContactTexts, 'comments' | 'transcript'>

type Read = Pick<ScoredSubmission, 'contactId' | 'version' | 'participant'>

/** By contact; a contact whose form holds no text has empty ones. */
export async function listMaskedTexts(
  { scope, db }: Pick<Context, 'scope' | 'db'>,
  editionId: string,
  contacts: readonly Read[],
): Promise<ReadonlyMap<string, MaskedTexts>> {
  const contactIds = contacts.map(({ contactId }) => contactId)
  const written = await listTexts(scope, db, { editionId, contactIds })
  const texts = contacts.map(({ contactId, version, participant }): ContactTexts => {
    const own = written.find((one) => one.contactId === contactId && one.version === version)
    return {
      contactId,
      version,
      participant,
      comments: own?.comments ?? {},
      transcript: own?.transcript ?? null,
    }
  })
  const masked = await maskContactTexts(scope, db, { editionId, texts })
  return new Map(masked.map(({ contactId, comments, transcript }) => [contactId, { comments, transcript }]))
}

export async function maskedTextsOf(
  context: Pick<Context, 'scope' | 'db'>,
  editionId: string,
  contact: Read,
): Promise<MaskedTexts> {
  const texts = await listMaskedTexts(context, editionId, [contact])
  return texts.get(contact.contactId) ?? { comments: {}, transcript: null }
}
