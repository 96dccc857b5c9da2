/**
 * Draws the contacts that are coded a second time, so that every channel and every observer has its share: the
 * sample is spread over the cells of channel × observer by largest remainder, and drawn at random within each.
 */
import { type Random, shuffled } from '../../../kernel/random.ts'

export type Drawable = { readonly contactId: string; readonly channel: string; readonly observerId: string }

/**
 * `percent` of the contacts, at least one. Cells get the whole part of their share, and what is left goes to the
 * largest remainders, by lot between equal ones.
 *
 * Example: 10 % of 60 e-mails and 40 chats by one observer → 6 e-mails and 4 chats.
 */
export function drawSample<Contact extends Drawable>(
  contacts: readonly Contact[],
  { percent, random }: { readonly percent: number; readonly random: Random },
): readonly Contact[] {
  if (contacts.length === 0) return []
  const wanted = Math.min(contacts.length, Math.max(1, Math.round((contacts.length * percent) / 100)))
  const cells = [...Map.groupBy(contacts, ({ channel, observerId }) => `${channel} ${observerId}`)]
    .toSorted(([one], [other]) => (one < other ? -1 : 1))
    .map(([, cell]) => ({ cell, share: (cell.length * wanted) / contacts.length }))
  let left = wanted - cells.reduce((sum, { share }) => sum + Math.floor(share), 0)
  const extra = new Set(
    shuffled(cells, random)
      .filter(({ cell, share }) => cell.length > Math.floor(share))
      .toSorted((one, other) => (other.share % 1) - (one.share % 1))
      .filter(() => left-- > 0),
  )
  return cells.flatMap((one) =>
    shuffled(one.cell, random).slice(0, Math.floor(one.share) + (extra.has(one) ? 1 : 0)),
  )
}
