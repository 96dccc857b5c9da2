import type { IntakePreview, SourceProfile } from '../contract.ts'

export async function lookAtFile(
  _bytes: AsyncIterable<Uint8Array>,
  _kind: string,
  profile: SourceProfile,
): Promise<Pick<IntakePreview, 'reader' | 'columns'>> {
  return { reader: profile.reader ?? {}, columns: [] }
}
