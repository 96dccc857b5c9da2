/** How a source delivers. The readers of files are described in `readers/`. */
export const fileKinds = [
  'table',
  'json',
  'zendesk',
  'chatwoot',
  'freshdesk',
  'genesys',
  'intercom',
  'zammad',
  'eml',
  'mbox',
] as const
export type FileKind = (typeof fileKinds)[number]

export const sourceKinds = [...fileKinds, 'live', 'imap', 'tally'] as const
export type SourceKind = (typeof sourceKinds)[number]

/** @example isFileKind('mbox') // true */
export function isFileKind(kind: string): kind is FileKind {
  return fileKinds.some((each) => each === kind)
}
