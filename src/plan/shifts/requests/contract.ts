/** What waits for the planner's yes or no, and what a yes would do (P4.3). */
import { oc } from '@orpc/contract'
import { z } from 'zod'
import { idSchema, nothingSchema } from '../../../platform/http/contract.ts'
import { spanSchema } from '../people/contract.ts'

const shortSpan = spanSchema.extend({
  queueId: idSchema,
  queue: z.string(),
  /** The most people that are missing at a time after a yes, and as it is. */
  missing: z.int(),
  missingNow: z.int(),
})
export type ShortSpan = z.infer<typeof shortSpan>

const consequences = z.object({
  /** The agent's shifts that it is about. */
  shifts: z.array(spanSchema),
  /** False while no queue of theirs has a requirement for the time. */
  known: z.boolean(),
  short: z.array(shortSpan),
  /** Others who are away at the same time. */
  away: z.array(z.string()),
})
export type Consequences = z.infer<typeof consequences>

const tags = ['Shifts']
export const requestsContract = {
  requests: {
    count: oc
      .route({
        method: 'GET',
        path: '/plan/requests/count',
        summary: 'How many absences, uncovered shifts and swaps wait for the planner',
        tags,
      })
      .input(nothingSchema)
      .output(z.object({ absences: z.int(), uncovered: z.int(), swaps: z.int() })),
    absence: oc
      .route({
        method: 'GET',
        path: '/plan/absences/{absenceId}/consequences',
        summary: 'Who is short if an absence is granted',
        tags,
      })
      .input(z.object({ absenceId: idSchema }))
      .output(consequences),
    swap: oc
      .route({
        method: 'GET',
        path: '/plan/swaps/{swapId}/consequences',
        summary: 'Who is short if a swap is approved',
        tags,
      })
      .input(z.object({ swapId: idSchema }))
      .output(consequences),
  },
}
