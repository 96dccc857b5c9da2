/** Enquiries counted per interval, for those who plan who shall answer them. */
import { sql } from 'kysely'
import type { Scope } from '../../../organisation/index.ts'
import type { Db } from '../../../platform/database/index.ts'
import type { EnquiryChannel } from '../rules/enquiry-words.ts'
import '../tables.ts'

export type EnquiryInterval = {
  readonly startsAt: Date
  /** The local day. */
  readonly day: string
  readonly contacts: number
  readonly abandoned: number | null
  /** Means in seconds of those that tell; null when none does. */
  readonly handleSeconds: number | null
  readonly waitSeconds: number | null
}

/** Incoming contacts of a channel from … to (local days, both included), legs left out, in order of time. */
export async function countEnquiries(
  { organisationId }: Pick<Scope, 'organisationId'>,
  db: Db,
  asked: {
    readonly channel: EnquiryChannel
    readonly from: string
    readonly to: string
    readonly intervalMinutes: number
  },
): Promise<EnquiryInterval[]> {
  const { rows } = await sql<EnquiryInterval>`
    select date_bin(make_interval(mins => ${asked.intervalMinutes}::integer), started_at, timestamptz '2000-01-01 00:00Z')
        as "startsAt", min(started_on) as day, sum(weight) as contacts,
      case when count(outcome) > 0 then coalesce(sum(weight) filter (where outcome = 'abandoned'), 0) end as abandoned,
      avg(handle_seconds)::double precision as "handleSeconds", avg(wait_seconds)::double precision as "waitSeconds"
    from enquiry
    where organisation_id = ${organisationId} and channel = ${asked.channel} and direction = 'in' and leg_of is null
      and started_on between ${asked.from}::date and ${asked.to}::date
    group by 1 order by 1`.execute(db)
  return rows
}
