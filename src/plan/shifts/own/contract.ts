/** What an agent sees of the plan and asks for: nobody's shifts but his own (P4.3). */
import { oc } from '@orpc/contract'
import { z } from 'zod'
import { idSchema, instantSchema, nothingSchema } from '../../../platform/http/contract.ts'
import { absenceFields, absenceView, spanSchema, wishInput, wishView } from '../people/contract.ts'
import { swapView } from '../week/contract.ts'
import { shiftChanges } from './rules/shift-change.ts'

const ownShift = spanSchema.extend({
  shiftId: idSchema,
  breaks: z.array(spanSchema),
  skill: z.string().nullable(),
  /** What has become of it since its week was first published; null while it is as it was. */
  change: z.enum(shiftChanges).nullable(),
  changedAt: instantSchema,
  /** The hours before the latest change, where they are known. */
  was: spanSchema.nullable(),
})
export type OwnShift = z.infer<typeof ownShift>

const own = z.object({
  /** Null while nobody has said which agent the account is. */
  agent: z.object({ agentId: idSchema, name: z.string() }).nullable(),
  /** From last week on, as published. */
  shifts: z.array(ownShift),
  /** Still to come when they were taken away: somebody else has them now, or nobody. */
  cancelled: z.array(ownShift),
  contract: z.object({ weeklyHours: z.number(), paidBreaks: z.boolean() }).nullable(),
  absences: z.array(absenceView),
  wishes: z.array(wishView),
  /** Asked by the agent or of him. */
  swaps: z.array(swapView.extend({ mine: z.boolean() })),
  /** Shifts that are nobody's in published weeks are for the planner; these are offered by colleagues to anybody. */
  offered: z.array(swapView),
  calendar: z.boolean(),
})
export type OwnView = z.infer<typeof own>

const taker = z.object({
  agentId: idSchema,
  name: z.string(),
  /** Whether they can take it without giving anything back. */
  alone: z.boolean(),
  /** A published shift of theirs that can be given in return, lawfully for both. */
  returns: z.array(spanSchema.extend({ shiftId: idSchema })),
})
const ofShift = z.object({ shiftId: idSchema })
const ofSwap = z.object({ swapId: idSchema })
const tags = ['Shifts']

export const ownContract = {
  own: {
    get: oc
      .route({ method: 'GET', path: '/plan/own', summary: 'My shifts, wishes, absence and swaps', tags })
      .input(nothingSchema)
      .output(own),
    file: oc
      .route({ method: 'GET', path: '/plan/own/calendar', summary: 'My shifts as an iCalendar file', tags })
      .input(nothingSchema)
      .output(z.file()),
    addWish: oc
      .route({ method: 'POST', path: '/plan/own/wishes', summary: 'Wish something', tags })
      .input(wishInput)
      .output(z.object({ wishId: idSchema })),
    removeWish: oc
      .route({ method: 'DELETE', path: '/plan/own/wishes/{wishId}', summary: 'Take a wish back', tags })
      .input(z.object({ wishId: idSchema }))
      .output(nothingSchema),
    reportAbsence: oc
      .route({ method: 'POST', path: '/plan/own/absences', summary: 'Report sick, or ask for leave', tags })
      .input(absenceFields)
      .output(z.object({ absenceId: idSchema })),
    withdrawAbsence: oc
      .route({
        method: 'POST',
        path: '/plan/own/absences/{absenceId}/withdraw',
        summary: 'Take an absence back',
        tags,
      })
      .input(z.object({ absenceId: idSchema }))
      .output(nothingSchema),
    takers: oc
      .route({
        method: 'GET',
        path: '/plan/own/shifts/{shiftId}/takers',
        summary: 'Who could take my shift within the limits',
        tags,
      })
      .input(ofShift)
      .output(z.object({ items: z.array(taker) })),
    askSwap: oc
      .route({
        method: 'POST',
        path: '/plan/own/shifts/{shiftId}/swap',
        summary: 'Offer my shift to somebody, or to anybody',
        tags,
      })
      .input(
        ofShift.extend({
          toAgentId: idSchema.nullable().meta({ examples: [null] }),
          returnShiftId: idSchema.nullable().meta({ examples: [null] }),
        }),
      )
      .output(z.object({ swapId: idSchema })),
    answerSwap: oc
      .route({
        method: 'POST',
        path: '/plan/own/swaps/{swapId}/answer',
        summary: 'Say yes or no to a swap',
        tags,
      })
      .input(ofSwap.extend({ accept: z.boolean() }))
      .output(nothingSchema),
    withdrawSwap: oc
      .route({
        method: 'POST',
        path: '/plan/own/swaps/{swapId}/withdraw',
        summary: 'Take my offer back',
        tags,
      })
      .input(ofSwap)
      .output(nothingSchema),
    makeCalendar: oc
      .route({
        method: 'POST',
        path: '/plan/own/calendar',
        summary: 'A secret address for my calendar; earlier ones end',
        tags,
      })
      .input(nothingSchema)
      .output(z.object({ address: z.string() })),
    endCalendar: oc
      .route({ method: 'DELETE', path: '/plan/own/calendar', summary: 'End the secret address', tags })
      .input(nothingSchema)
      .output(nothingSchema),
  },
  calendar: {
    read: oc
      .route({
        method: 'GET',
        path: '/public/shift-calendar/{token}',
        summary: 'An agent’s shifts, for a calendar program',
        tags,
      })
      .input(
        z.object({
          token: z
            .string()
            .min(1)
            .max(200)
            .meta({ examples: ['secret'] }),
        }),
      )
      .output(z.file()),
  },
}
