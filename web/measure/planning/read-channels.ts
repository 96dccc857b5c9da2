import { type Channels, type ContactWay, contactWays } from '../../../src/measure/participants/contract.ts'
import { whyUnusable } from '../../../src/measure/participants/rules/unusable-ways.ts'
import type { PlanChanges } from '../../../src/measure/planning/contract.ts'

/** A participant whose ways of contact are being changed: which are there now, and what observers will use. */
export type ChangedRow = {
  readonly participantId: string
  readonly name: string
  readonly before: Channels
  readonly there: Readonly<Record<ContactWay, boolean>>
  readonly detail: Readonly<Record<ContactWay, string>>
}

type Known = { readonly participantId: string; readonly name: string; readonly channels: Channels }

/** Starts from how the participant is reached today. */
export function rowOf({ participantId, name, channels }: Known): ChangedRow {
  const each = <Value>(of: (way: ContactWay) => Value) =>
    Object.fromEntries(contactWays.map((way) => [way, of(way)])) as Record<ContactWay, Value>
  return {
    participantId,
    name,
    before: channels,
    there: each((way) => channels[way] !== null),
    detail: each((way) => channels[way] ?? ''),
  }
}

export function channelsOf({ there, detail }: Pick<ChangedRow, 'there' | 'detail'>): Channels {
  const entries = contactWays.map((way) => [way, there[way] ? detail[way].trim() || null : null])
  return Object.fromEntries(entries) as Channels
}

/** The ways that are there, but lack what observers will use: nothing, or "ja" where a number or an address belongs. */
export function lackingDetail({ there, detail }: ChangedRow): readonly ContactWay[] {
  const lacks = (written: string, way: ContactWay) =>
    written === '' || whyUnusable(way, written) !== undefined
  return contactWays.filter((way) => there[way] && lacks(detail[way].trim(), way))
}

/** A participant that cannot be reached at all is withdrawn, not changed. */
export function isUnreachable({ there }: ChangedRow): boolean {
  return contactWays.every((way) => !there[way])
}

/** What is asked for; a participant that is as it was is left out. Undefined: something is missing. */
export function readChannels(rows: readonly ChangedRow[]): Pick<PlanChanges, 'channels'> | undefined {
  if (rows.some((row) => isUnreachable(row) || lackingDetail(row).length > 0)) return undefined
  const changed = rows.filter((row) => {
    const now = channelsOf(row)
    return contactWays.some((way) => now[way] !== row.before[way])
  })
  if (changed.length === 0) return {}
  return { channels: changed.map((row) => ({ participantId: row.participantId, channels: channelsOf(row) })) }
}
