/** Improvements with their measured effect (U5.1, U5.2), and what agents suggest (U5.3). */
import { oc } from '@orpc/contract'
import { z } from 'zod'
import { idSchema, instantSchema, nothingSchema, plainDateSchema } from '../../platform/http/contract.ts'
import { causes, improvementStates, suggestionStates } from './rules/words.ts'

const words = (least: number, most: number) => z.string().trim().min(least).max(most)
const cause = z.enum(causes)
const state = z.enum(improvementStates)
const named = z.object({ id: idSchema, name: z.string() })

const effect = z.object({
  verdict: z.enum(['drop', 'rise', 'noise', 'tooEarly', 'tooLittle']),
  change: z.number().nullable(),
  low: z.number().nullable(),
  high: z.number().nullable(),
  seen: z.number().nullable(),
  saved: z.number().nullable(),
  weeksNeeded: z.number().int(),
  peak: z.number().nullable(),
  naive: z.number().nullable(),
})
export type EffectView = z.infer<typeof effect>

const effectWeek = z.object({
  from: plainDateSchema,
  to: plainDateSchema,
  treated: z.number(),
  control: z.number(),
  /** Treated per 1,000 of all other contacts. */
  rate: z.number(),
  expected: z.number().nullable(),
  low: z.number().nullable(),
  high: z.number().nullable(),
  afterStart: z.boolean(),
  /** One of the weeks just before the start, which are not part of the level. */
  leftOut: z.boolean(),
})
const measured = effect.extend({
  weeks: z.array(effectWeek),
  controlTopics: z.number().int(),
  /** Of so many other topics, tried as if it had been done with them, so many changed at least as surely. */
  placebo: z.object({ topics: z.number().int(), asMuch: z.number().int() }).nullable(),
})
export type MeasuredEffect = z.infer<typeof measured>

const fields = z.object({
  title: words(1, 200).meta({ examples: ['Én faktura i stedet for to'] }),
  cause,
  hypothesis: words(0, 4000),
  ownerId: idSchema.nullable().meta({ examples: [null] }),
  dueOn: plainDateSchema.nullable(),
  expectedDrop: z
    .number()
    .gt(0)
    .max(1)
    .nullable()
    .meta({ examples: [0.3] }),
  topicIds: z
    .array(idSchema)
    .max(50)
    .meta({ examples: [[]] }),
})
export type ImprovementFields = z.infer<typeof fields>

const line = z.object({
  improvementId: idSchema,
  title: z.string(),
  cause,
  state,
  ownerId: idSchema.nullable(),
  owner: z.string().nullable(),
  dueOn: plainDateSchema.nullable(),
  late: z.boolean(),
  expectedDrop: z.number().nullable(),
  inEffectFrom: plainDateSchema.nullable(),
  topics: z.array(named),
  changedAt: instantSchema,
  /** For those in effect. */
  effect: effect.nullable(),
})
export type ImprovementLine = z.infer<typeof line>

const card = line.extend({
  hypothesis: z.string(),
  events: z.array(
    z.object({
      kind: z.enum(['created', 'changed', 'moved', 'noted']),
      state: state.nullable(),
      text: z.string(),
      at: instantSchema,
      by: z.string(),
    }),
  ),
  measured: measured.nullable(),
  suggestions: z.array(z.object({ suggestionId: idSchema, text: z.string(), sender: z.string() })),
})
export type ImprovementCard = z.infer<typeof card>

const choices = z.object({ people: z.array(named), topics: z.array(named) })
const ofImprovement = z.object({ improvementId: idSchema })
const made = z.object({ improvementId: idSchema })

const suggestionEvent = z.object({
  kind: z.enum(['reply', 'improvement', 'answer', 'closed']),
  text: z.string(),
  at: instantSchema,
  by: z.string(),
})
const suggestion = z.object({
  suggestionId: idSchema,
  text: z.string(),
  topic: named.nullable(),
  answerId: idSchema.nullable(),
  sender: z.string(),
  sentAt: instantSchema,
  state: z.enum(suggestionStates),
  answeredAt: instantSchema.nullable(),
  improvement: named.nullable(),
  changesAnswer: z.boolean(),
  own: z.boolean(),
  /** Whose it is to answer: the topic's owner, or anybody who manages. */
  mandate: named.nullable(),
  events: z.array(suggestionEvent),
})
export type SuggestionView = z.infer<typeof suggestion>

const suggestionList = z.object({
  items: z.array(suggestion),
  waiting: z.number().int(),
  /** Of those that wait, how many are the reader's to answer. */
  mine: z.number().int(),
  /** Hours; those that still wait are counted with the time they have waited. */
  time: z.object({
    median: z.number().nullable(),
    low: z.number().nullable(),
    high: z.number().nullable(),
    n: z.number().int(),
    answered: z.number().int(),
  }),
  oldest: z.object({ suggestionId: idSchema, sentAt: instantSchema }).nullable(),
  topics: z.array(named),
})
export type SuggestionList = z.infer<typeof suggestionList>
const ofSuggestion = z.object({ suggestionId: idSchema })
const tags = ['Improvements']

export const improvementsContract = {
  list: oc
    .route({
      method: 'GET',
      path: '/understand/improvements',
      summary: 'All improvements with their effect',
      tags,
    })
    .input(
      z.object({
        state: state.optional(),
        topic: idSchema.optional().meta({ examples: [undefined] }),
        owner: idSchema.optional().meta({ examples: [undefined] }),
      }),
    )
    .output(choices.extend({ items: z.array(line) })),
  get: oc
    .route({
      method: 'GET',
      path: '/understand/improvements/{improvementId}',
      summary: 'One improvement with its log and its measured effect',
      tags,
    })
    .input(ofImprovement)
    .output(card.extend({ choices })),
  create: oc
    .route({ method: 'POST', path: '/understand/improvements', summary: 'Propose an improvement', tags })
    .input(fields)
    .output(made),
  save: oc
    .route({
      method: 'PUT',
      path: '/understand/improvements/{improvementId}',
      summary: 'Change what it says',
      tags,
    })
    .input(ofImprovement.extend(fields.shape))
    .output(made),
  move: oc
    .route({
      method: 'POST',
      path: '/understand/improvements/{improvementId}/state',
      summary: 'Decide it, start it, say from which day it is in effect, or drop it',
      tags,
    })
    .input(
      ofImprovement.extend({
        state: state.meta({ examples: ['decided'] }),
        inEffectFrom: plainDateSchema.nullable().meta({ examples: [null] }),
        note: words(0, 4000),
      }),
    )
    .output(made),
  note: oc
    .route({
      method: 'POST',
      path: '/understand/improvements/{improvementId}/notes',
      summary: 'Note something in its log',
      tags,
    })
    .input(ofImprovement.extend({ text: words(1, 4000).meta({ examples: ['Testet på ti kunder.'] }) }))
    .output(made),
  export: oc
    .route({
      method: 'GET',
      path: '/understand/improvements/export',
      summary: 'All improvements with their effect as CSV',
      tags,
    })
    .input(nothingSchema)
    .output(z.file()),
  suggestions: {
    list: oc
      .route({ method: 'GET', path: '/understand/suggestions', summary: 'What agents have suggested', tags })
      .input(
        z.object({
          state: z.enum(suggestionStates).optional(),
          topic: idSchema.optional().meta({ examples: [undefined] }),
          answer: idSchema.optional().meta({ examples: [undefined] }),
          own: z.boolean().optional(),
        }),
      )
      .output(suggestionList),
    send: oc
      .route({ method: 'POST', path: '/understand/suggestions', summary: 'Suggest something', tags })
      .input(
        z.object({
          topicId: idSchema.nullable().meta({ examples: [null] }),
          answerId: idSchema.nullable().meta({ examples: [null] }),
          text: words(3, 4000).meta({ examples: ['Vis forfallsdatoen først på fakturaen.'] }),
        }),
      )
      .output(z.object({ suggestionId: idSchema })),
    reply: oc
      .route({
        method: 'POST',
        path: '/understand/suggestions/{suggestionId}/replies',
        summary: 'Answer the sender',
        tags,
      })
      .input(ofSuggestion.extend({ text: words(3, 4000).meta({ examples: ['Takk, det tar vi med.'] }) }))
      .output(nothingSchema),
    carry: oc
      .route({
        method: 'POST',
        path: '/understand/suggestions/{suggestionId}/carry',
        summary: 'Make an improvement of it, or a change of the core answer; the sender gets an answer too',
        tags,
      })
      .input(
        ofSuggestion.extend({
          to: z.enum(['improvement', 'answer']),
          text: words(3, 4000).meta({ examples: ['Dette blir et tiltak.'] }),
        }),
      )
      .output(z.object({ improvementId: idSchema.nullable() })),
    close: oc
      .route({
        method: 'POST',
        path: '/understand/suggestions/{suggestionId}/close',
        summary: 'Close it; refused until the sender has an answer',
        tags,
      })
      .input(ofSuggestion)
      .output(nothingSchema),
  },
}
