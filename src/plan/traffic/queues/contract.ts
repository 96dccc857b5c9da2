/** Queues: what is answered when, by whom, and in which intervals it is counted. */
import { oc } from '@orpc/contract'
import { z } from 'zod'
import { idSchema, instantSchema, nothingSchema, plainDateSchema } from '../../../platform/http/contract.ts'
import { enquiryChannels } from '../../../understand/intake/rules/enquiry-words.ts'
import { intervalLengths, queueKinds } from '../rules/queue.ts'

export const words = (most: number) => z.string().trim().min(1).max(most)
export const note = (most: number) => z.string().trim().max(most)
export const tags = ['Traffic']
export const figure = z.number()
export const maybe = z.number().nullable()

const clock = z
  .string()
  .regex(/^(?:[01]\d|2[0-3]):[0-5]\d$|^24:00$/)
  .meta({ examples: ['08:00'] })
const span = z
  .object({ from: clock, to: clock })
  .refine(({ from, to }) => from < to, { message: 'from before to' })
export const spans = z
  .array(span)
  .max(6)
  .refine((all) => all.every(({ from }, at) => at === 0 || all[at - 1]!.to <= from), {
    message: 'in order, without overlap',
  })
  .meta({ examples: [[{ from: '08:00', to: '16:00' }]] })
export const openingWeek = z.object({ 1: spans, 2: spans, 3: spans, 4: spans, 5: spans, 6: spans, 7: spans })

const queueFields = z.object({
  name: words(80).meta({ examples: ['Telefon'] }),
  channel: z.enum(enquiryChannels).meta({ examples: ['phone'] }),
  kind: z.enum(queueKinds).meta({ examples: ['calls'] }),
  intervalMinutes: z.literal(intervalLengths).meta({ examples: [15] }),
  opening: openingWeek,
  skill: note(60).meta({ examples: ['telefon'] }),
})
export type QueueFieldsInput = z.infer<typeof queueFields>
export const exception = z.object({ day: plainDateSchema, spans, reason: note(200) })
export const queueView = queueFields.extend({
  id: idSchema,
  closedAt: instantSchema.nullable(),
  /** The first and the last day with traffic. */
  firstDay: plainDateSchema.nullable(),
  lastDay: plainDateSchema.nullable(),
})
export type QueueView = z.infer<typeof queueView>
export const ofQueue = z.object({ queueId: idSchema })

export const queuesContract = {
  list: oc
    .route({ method: 'GET', path: '/plan/queues', summary: 'All queues', tags })
    .input(nothingSchema)
    .output(z.object({ items: z.array(queueView.extend({ exceptions: z.array(exception) })) })),
  create: oc
    .route({ method: 'POST', path: '/plan/queues', summary: 'Make a queue', tags })
    .input(queueFields)
    .output(z.object({ queueId: idSchema })),
  edit: oc
    .route({ method: 'PUT', path: '/plan/queues/{queueId}', summary: 'Change a queue', tags })
    .input(queueFields.extend(ofQueue.shape))
    .output(nothingSchema),
  close: oc
    .route({
      method: 'PUT',
      path: '/plan/queues/{queueId}/closed',
      summary: 'Take a queue out of use, or into use again; its traffic stays',
      tags,
    })
    .input(ofQueue.extend({ closed: z.boolean() }))
    .output(nothingSchema),
  saveException: oc
    .route({
      method: 'PUT',
      path: '/plan/queues/{queueId}/exceptions/{day}',
      summary: 'Other opening hours on one day, or none',
      tags,
    })
    .input(exception.extend(ofQueue.shape))
    .output(nothingSchema),
  removeException: oc
    .route({
      method: 'DELETE',
      path: '/plan/queues/{queueId}/exceptions/{day}',
      summary: "The weekday's hours again",
      tags,
    })
    .input(ofQueue.extend({ day: plainDateSchema }))
    .output(nothingSchema),
}
