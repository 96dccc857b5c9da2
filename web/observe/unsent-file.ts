/** The unsent work as a file: what cannot be sent from this device, the organiser can bring in from there. */
import type { UnsentFile, UnsentFilePiece } from '../../src/measure/fieldwork/contract.ts'
import type { Piece } from '../../src/measure/fieldwork/rules/unsent-work.ts'
import type { Me } from '../../src/organisation/contract.ts'
import type { KeptContact } from './device-db.ts'

export function unsentFileOf(
  { person }: Me,
  records: readonly KeptContact[],
  now: Date,
): { readonly name: string; readonly content: UnsentFile } {
  const exportedAt = now.toISOString()
  return {
    name: `lyttepost-usendt-${exportedAt.slice(0, 16).replaceAll(':', '')}.json`,
    content: {
      kind: 'lyttepost-unsent',
      version: 1,
      exportedAt,
      personId: person.personId,
      name: person.name,
      contacts: records.map(({ contactId, detail, work }) => ({
        contactId,
        ...(detail === undefined ? {} : { participant: detail.participant }),
        pieces: [...work.refused, ...work.waiting]
          .toSorted((one, other) => Date.parse(one.madeAt) - Date.parse(other.madeAt))
          .map(pieceOf),
      })),
    },
  }
}

function pieceOf(piece: Piece): UnsentFilePiece {
  if (piece.kind === 'event') return { kind: 'event', event: piece.event }
  const { kind, id, form, madeAt } = piece
  return { kind, id, form, madeAt }
}

/** Gives a file to the browser's downloads; works without a network. */
export function saveFile(name: string, content: object): void {
  const url = URL.createObjectURL(new Blob([JSON.stringify(content, null, 2)], { type: 'application/json' }))
  const link = document.createElement('a')
  link.href = url
  link.download = name
  link.click()
  window.setTimeout(() => URL.revokeObjectURL(url), 10_000)
}
