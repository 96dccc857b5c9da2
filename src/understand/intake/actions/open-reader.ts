/** From a source's kept settings to the reader that understands what it sends. */
import type { SourceProfile } from '../contract.ts'
import type { Message } from '../mail/read-folder.ts'
import { type ReadSettings, readEnquiries } from '../readers/read-enquiries.ts'
import { mappingOf, type ReaderProfile, readerProfileSchema } from '../rules/reader-profile.ts'
import type { SourceKind as FileKind } from '../rules/readers/definitions.ts'
import { readMessage as readMail } from '../rules/readers/mail/read-mail.ts'
import type { ReadItem } from '../rules/record.ts'
import { isFileKind } from '../rules/source-kinds.ts'
import { lookAtFile } from './look-at-file.ts'

type Bytes = AsyncIterable<Uint8Array>

export const profileOf = ({ reader }: SourceProfile): ReaderProfile =>
  readerProfileSchema.safeParse(reader ?? {}).data ?? {}

/**
 * Reads a file. A table or JSON file of a source whose columns nobody has mapped is mapped by its own headings.
 *
 * @param open opens the file from its beginning, each time anew
 */
export async function* readFile(
  kind: string,
  profile: SourceProfile,
  open: () => Bytes,
): AsyncGenerator<ReadItem, void, undefined> {
  if (!isFileKind(kind)) throw new Error(`a source of kind ${kind} has no files`)
  let reader = profileOf(profile)
  if (reader.mapping === undefined) reader = profileOf(await lookAtFile(open(), kind, reader))
  yield* readEnquiries(open(), settingsOf(kind, reader))
}

function settingsOf(kind: FileKind, { mapping, list, own }: ReaderProfile): ReadSettings {
  switch (kind) {
    case 'table':
      return { kind, mapping: mappingOf(mapping!) }
    case 'json':
      return { kind, mapping: mappingOf(mapping!), ...(list !== undefined && { list }) }
    case 'eml':
    case 'mbox':
      return { kind, own: own ?? [] }
    default:
      return { kind }
  }
}

export function readMessage(message: Message, profile: SourceProfile): Promise<ReadItem> {
  return readMail(message.source, { record: message.uid }, { own: profileOf(profile).own ?? [] })
}
