/**
 * Topics (U2): the same question wherever it is asked. What the grouping proposes, what people decide about it,
 * and the tray of what is unsure. Nothing is dropped: every text has a topic.
 */
import { oc } from '@orpc/contract'
import { z } from 'zod'
import {
  idSchema,
  instantSchema,
  nothingSchema,
  pageOf,
  pageQueryOf,
  placeSchema,
} from '../../platform/http/contract.ts'
import { enquiryChannels } from '../intake/rules/enquiry-words.ts'

export const topicStates = ['proposed', 'confirmed', 'parked', 'gone'] as const
export type TopicState = (typeof topicStates)[number]
const liveState = z.enum(['proposed', 'confirmed', 'parked'])

const topicName = z
  .string()
  .trim()
  .min(1)
  .max(120)
  .meta({ examples: ['Hvorfor er regningen så høy?'] })
const textKey = z.guid().meta({ description: 'Names a text: the same words have the same key' })
const textKeys = z.array(textKey).min(1).max(20_000)

const topicLine = z.object({
  topicId: idSchema,
  parentId: idSchema.nullable(),
  name: z.string(),
  nameGiven: z.boolean(),
  state: liveState,
  /** Blank texts and rows that nobody has explained. */
  unexplained: z.boolean(),
  /** Different texts, and the contacts behind them. */
  texts: z.number().int(),
  contacts: z.number(),
  /** Texts that a person has placed, and texts that wait in the tray with this topic as the nearest. */
  confirmed: z.number().int(),
  unsure: z.number().int(),
  examples: z.array(z.string()),
})
export type TopicLine = z.infer<typeof topicLine>

const fit = z.object({
  fitId: idSchema,
  jobId: z.string().nullable(),
  state: z.enum(['waiting', 'running', 'done', 'failed', 'cancelled']),
  startedAt: instantSchema,
  finishedAt: instantSchema.nullable(),
  by: z.string().nullable(),
  /** How fine: 0 coarse – 1 fine; or a wanted number of topics. */
  settings: z.object({ fineness: z.number(), topics: z.number().int().nullable() }),
  figures: z.object({
    texts: z.number().int(),
    topics: z.number().int(),
    moved: z.number().int(),
    seconds: z.number(),
    sampled: z.boolean(),
  }),
  error: z.string().nullable(),
})
export type FitLine = z.infer<typeof fit>

const topicList = z.object({
  items: z.array(topicLine),
  /** All texts and contacts with text; the sum over the topics. */
  texts: z.number().int(),
  contacts: z.number(),
  unsure: z.number().int(),
  /** Texts that have come in since, and wait for their topic. */
  waiting: z.number().int(),
  /** The latest grouping, running or done. */
  fit: fit.nullable(),
  /** The decision that the next undo takes back. */
  undo: z.object({ decision: z.number().int(), kind: z.string() }).nullable(),
})
export type TopicList = z.infer<typeof topicList>

const nearTopic = z.object({ topicId: idSchema, certainty: z.number() })
export type NearTopic = z.infer<typeof nearTopic>

const textLine = z.object({
  textKey,
  text: z.string(),
  contacts: z.number(),
  channels: z.array(z.enum(enquiryChannels)),
  certainty: z.number(),
  origin: z.enum(['group', 'model', 'person']),
  unsure: z.boolean(),
  topics: z.array(z.object({ topicId: idSchema, share: z.number() })),
  nearest: z.array(nearTopic),
})
export type TextLine = z.infer<typeof textLine>

export const textOrders = ['typical', 'odd', 'many', 'latest'] as const
export type TextOrder = (typeof textOrders)[number]

const suggestion = z.object({
  suggestionId: idSchema,
  kind: z.enum(['merge', 'split']),
  topicId: idSchema,
  otherId: idSchema.nullable(),
  score: z.number(),
  /** Words that both use (merge) or that tell the parts apart (split), and how many neighbours they share. */
  reason: z.object({
    words: z.array(z.string()),
    neighbours: z.number().nullable(),
    /** The texts of the part that would leave. */
    part: z.array(textKey).optional(),
    partName: z.string().optional(),
  }),
})
export type Suggestion = z.infer<typeof suggestion>

/** What a person can decide. Each is one step, and can be taken back. */
export const decisionSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('place'), textKeys, topicIds: z.array(idSchema).min(1).max(5) }),
  z.object({ kind: z.literal('refuse'), textKeys, topicId: idSchema }),
  z.object({ kind: z.literal('merge'), topicIds: z.array(idSchema).min(1).max(200), into: idSchema }),
  z.object({ kind: z.literal('split'), topicId: idSchema, textKeys, name: topicName }),
  z.object({ kind: z.literal('rename'), topicId: idSchema, name: topicName }),
  z.object({
    kind: z.literal('move'),
    topicIds: z.array(idSchema).min(1).max(200),
    parentId: idSchema.nullable(),
  }),
  z.object({ kind: z.literal('confirm'), topicIds: z.array(idSchema).min(1).max(200) }),
  z.object({ kind: z.literal('park'), topicIds: z.array(idSchema).min(1).max(200) }),
  z.object({ kind: z.literal('open'), topicIds: z.array(idSchema).min(1).max(200) }),
  z.object({ kind: z.literal('create'), name: topicName, parentId: idSchema.nullable() }),
])
export type Decision = z.infer<typeof decisionSchema>
export type DecisionKind = Decision['kind'] | 'undo'

/** What a step changed: the lines as they are now, and topics that are gone. */
const stepResult = z.object({
  decision: z.number().int(),
  changed: z.array(topicLine),
  gone: z.array(idSchema),
  unsure: z.number().int(),
  undo: topicList.shape.undo,
  /** The topic that the step made, if it made one. */
  made: idSchema.nullable(),
  /** Texts that an undo left where they are, because somebody has moved them since. */
  left: z.number().int(),
})
export type StepResult = z.infer<typeof stepResult>

const decisionLine = z.object({
  decision: z.number().int(),
  kind: z.string(),
  at: instantSchema,
  by: z.string(),
  texts: z.number().int(),
  topics: z.array(z.string()),
  undone: z.boolean(),
  undoes: z.number().int().nullable(),
})
export type DecisionLine = z.infer<typeof decisionLine>

const ofTopic = z.object({ topicId: idSchema })
const tags = ['Topics']

export const topicsContract = {
  list: oc
    .route({ method: 'GET', path: '/topics', summary: 'All topics with what is in them', tags })
    .output(topicList),
  texts: oc
    .route({
      method: 'GET',
      path: '/topics/{topicId}/texts',
      summary: 'Texts of a topic, page by page',
      tags,
    })
    .input(
      ofTopic.extend({
        ...pageQueryOf(placeSchema).shape,
        order: z.enum(textOrders).default('typical'),
        q: z.string().trim().max(200).optional(),
      }),
    )
    .output(pageOf(textLine)),
  tray: oc
    .route({
      method: 'GET',
      path: '/topics/tray',
      summary: 'Texts that wait for a person, most asked first',
      tags,
    })
    .input(pageQueryOf(placeSchema).extend({ topicId: idSchema.optional() }))
    .output(pageOf(textLine)),
  suggestions: oc
    .route({ method: 'GET', path: '/topics/suggestions', summary: 'Topics that may be one, or two', tags })
    .output(z.object({ items: z.array(suggestion) })),
  dismiss: oc
    .route({
      method: 'POST',
      path: '/topics/suggestions/{suggestionId}/dismissal',
      summary: 'Say no to a suggestion',
      tags,
    })
    .input(z.object({ suggestionId: idSchema }))
    .output(nothingSchema),
  parts: oc
    .route({
      method: 'GET',
      path: '/topics/{topicId}/parts',
      summary: 'How a topic would fall apart in two',
      tags,
    })
    .input(ofTopic)
    .output(
      z.object({
        parts: z.array(
          z.object({
            name: z.string(),
            contacts: z.number(),
            textKeys: z.array(textKey),
            examples: z.array(z.string()),
          }),
        ),
      }),
    ),
  decide: oc
    .route({
      method: 'POST',
      path: '/topics/decisions',
      summary: 'Take a decision about topics or texts',
      tags,
    })
    .input(z.object({ decision: decisionSchema, suggestionId: idSchema.optional() }))
    .output(stepResult),
  undo: oc
    .route({
      method: 'POST',
      path: '/topics/undo',
      summary: 'Take a decision back',
      tags,
    })
    .input(z.object({ decision: z.number().int().min(1) }))
    .output(stepResult),
  decisions: oc
    .route({ method: 'GET', path: '/topics/decisions', summary: 'The decisions, latest first', tags })
    .input(pageQueryOf(placeSchema))
    .output(pageOf(decisionLine)),
  fit: {
    start: oc
      .route({ method: 'POST', path: '/topics/fits', summary: 'Group the whole log anew', tags })
      .input(
        z.object({
          fineness: z
            .number()
            .min(0)
            .max(1)
            .default(0.5)
            .meta({ examples: [0.5] }),
          topics: z.number().int().min(2).max(500).nullable().default(null),
        }),
      )
      .output(z.object({ fitId: idSchema, jobId: z.string() })),
    list: oc
      .route({ method: 'GET', path: '/topics/fits', summary: 'The groupings, latest first', tags })
      .output(z.object({ items: z.array(fit) })),
    moves: oc
      .route({ method: 'GET', path: '/topics/fits/{fitId}/moves', summary: 'What moved in a grouping', tags })
      .input(z.object({ fitId: idSchema }))
      .output(
        z.object({
          items: z.array(
            z.object({
              from: z.string().nullable(),
              to: z.string().nullable(),
              toId: idSchema.nullable(),
              texts: z.number().int(),
              contacts: z.number(),
            }),
          ),
        }),
      ),
  },
}
