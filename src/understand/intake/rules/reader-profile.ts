/** A reader's settings as they are kept with a source: plain JSON, checked before they are used. */
import { z } from 'zod'
import { type ColumnMapping, mappedFields, wordFields } from './readers/table/column-mapping.ts'
import { enquiryChannels } from './record.ts'

const name = z.string().max(300)

export const mappingSchema = z.object({
  columns: z.partialRecord(z.enum(mappedFields), name),
  channel: z.enum(enquiryChannels).optional(),
  values: z.partialRecord(z.enum(wordFields), z.record(name, z.string().max(40))).default({}),
  units: z
    .partialRecord(
      z.enum(['waitSeconds', 'handleSeconds']),
      z.enum(['seconds', 'minutes', 'hours', 'milliseconds']),
    )
    .default({}),
  csatScale: z.object({ worst: z.number(), best: z.number() }).optional(),
  decimal: z.enum([',', '.']).default(','),
  dateOrder: z.enum(['day-first', 'month-first']).default('day-first'),
  timeZone: z.string().max(60).refine(isTimeZone).default('Europe/Oslo'),
})

export const readerProfileSchema = z.object({
  mapping: mappingSchema.optional(),
  /** For JSON: the path of the list inside each value. */
  list: name.optional(),
  /** For mail: the organisation's own addresses and domains. */
  own: z.array(z.string().max(200)).max(500).optional(),
})
export type ReaderProfile = z.infer<typeof readerProfileSchema>

/** The same, as the readers know it. */
export function mappingOf(given: z.infer<typeof mappingSchema>): ColumnMapping {
  const { channel, csatScale, ...rest } = given
  return {
    ...rest,
    columns: present(rest.columns),
    values: present(rest.values),
    units: present(rest.units),
    ...(channel && { channel }),
    ...(csatScale && { csatScale }),
  }
}

function present<T extends object>(given: T): { [Key in keyof T]: Exclude<T[Key], undefined> } {
  const entries = Object.entries(given).filter(([, value]) => value !== undefined && value !== '')
  return Object.fromEntries(entries) as { [Key in keyof T]: Exclude<T[Key], undefined> }
}

function isTimeZone(timeZone: string): boolean {
  try {
    return Boolean(new Intl.DateTimeFormat('en', { timeZone }))
  } catch {
    return false
  }
}
