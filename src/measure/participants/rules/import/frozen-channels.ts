/** A file may repeat how a participant with planned contacts is reached, but not change it. */
import type { InputIssue } from '../../../../kernel/errors.ts'
import { type Channels, contactWays, type Mapping } from '../../contract.ts'

type Row = { readonly line: number; readonly channels: Partial<Channels> }
type Known = { readonly channels: Channels; readonly frozen?: boolean }

/** One issue for each way that the row would change. Example: another telephone number → `channels-frozen` on phone. */
export function frozenChannels(row: Row, known: Known | undefined, mapping: Mapping): InputIssue[] {
  if (!known?.frozen) return []
  return contactWays.flatMap((way) => {
    const value = row.channels[way]
    if (value === undefined || value === known.channels[way]) return []
    const column = mapping[way] ?? way
    return [{ code: 'channels-frozen', line: row.line, column, path: way, value: value ?? '' }]
  })
}
