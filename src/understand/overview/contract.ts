/**
 * The overview of every enquiry (U3) and the channel strategy (U5.5): topics with their figures, what people say
 * about them, which come first, and records coded as value or failure demand.
 */
import { oc } from '@orpc/contract'
import { z } from 'zod'
import { idSchema, instantSchema, plainDateSchema } from '../../platform/http/contract.ts'
import { enquiryChannels } from '../intake/rules/enquiry-words.ts'
import { demandCodes } from './rules/demand.ts'

const channel = z.enum(enquiryChannels)
const share = z.number().min(0).max(1)
/** An estimate with its 95 % interval. */
const estimate = z.object({ value: z.number(), low: z.number(), high: z.number(), n: z.number() })
export type Estimate = z.infer<typeof estimate>
const change = z.object({ change: z.number(), low: z.number(), high: z.number() })
export type ChangeFigure = z.infer<typeof change>

/** Days from and to, both included; without them the last four whole weeks. One channel, or all. */
const periodQuery = z.object({
  from: plainDateSchema.optional(),
  to: plainDateSchema.optional(),
  channel: channel.optional(),
})
export type PeriodQuery = z.infer<typeof periodQuery>

const period = z.object({
  from: plainDateSchema,
  to: plainDateSchema,
  days: z.number().int(),
  firstDay: plainDateSchema,
  lastDay: plainDateSchema,
  channel: channel.nullable(),
  /** When the figures were made, and whether enquiries or topics have changed since. */
  builtAt: instantSchema,
  isOld: z.boolean(),
})
export type PeriodView = z.infer<typeof period>

const channelCount = z.object({ channel, contacts: z.number() })
/** `none`: waits for its topic, or has neither text nor a known code. */
export const lineStates = ['confirmed', 'proposed', 'parked', 'awaiting', 'unexplained'] as const

const topicLine = z.object({
  topicId: idSchema,
  name: z.string(),
  parent: z.string().nullable(),
  state: z.enum(lineStates),
  contacts: z.number(),
  /** The part known by a reason code only. */
  estimated: z.number(),
  unsure: z.number(),
  share,
  mix: z.array(channelCount),
  /** Contacts in 13 whole weeks, the last one last. */
  weeks: z.array(z.number()),
  /** Against the same number of days before. */
  change: change.nullable(),
  /** Seconds in the mean, on the channels where somebody waits in the line. */
  waitSeconds: z.number().nullable(),
  handleSeconds: z.number().nullable(),
  fcr: estimate.nullable(),
  /** Contacts beyond the first for each case. */
  repeat: z.number().nullable(),
  /** 0–1, in the mean. */
  csat: estimate.nullable(),
  /** Tried the web first ÷ asked. */
  selfService: estimate.nullable(),
  failure: estimate.nullable(),
  isNew: z.boolean(),
  rise: change.extend({ count: z.number() }).nullable(),
  owner: z.string().nullable(),
  prioritised: z.boolean(),
})
export type TopicLine = z.infer<typeof topicLine>

const neck = z.object({
  points: z.array(z.object({ topics: z.number().int(), share })),
  finding: z
    .object({ topics: z.number().int(), share: z.enum(['nineTenths', 'threeQuarters', 'twoThirds', 'half']) })
    .nullable(),
})

const cards = z.object({
  fcr: estimate.nullable(),
  /** Cases left out because another contact may still come. */
  censored: z.number(),
  sensitivity: z.array(z.object({ gapDays: z.number().int(), value: share, n: z.number() })),
  fcrBefore: estimate.nullable(),
  tried: estimate.nullable(),
  /** Began with a machine and went on with a person ÷ began with a machine. */
  inferred: estimate.nullable(),
  gap: z.object({ gap: z.number(), low: z.number(), high: z.number() }).nullable(),
  failure: estimate.nullable(),
  kappa: z
    .object({
      kappa: z.number().nullable(),
      low: z.number().nullable(),
      high: z.number().nullable(),
      n: z.number(),
    })
    .nullable(),
})

const overview = z.object({
  period: period.nullable(),
  totals: z.object({
    contacts: z.number(),
    estimated: z.number(),
    unsure: z.number(),
    mix: z.array(channelCount),
    parkedTopics: z.number().int(),
    parked: z.number(),
    change: change.nullable(),
  }),
  /** Texts that wait for a person to say what they are about. */
  tray: z.object({ texts: z.number().int() }),
  neck,
  cards,
  topics: z.array(topicLine),
  ownerless: z.number().int(),
})
export type Overview = z.infer<typeof overview>

const profile = z.object({
  need: z.string(),
  task: z.string(),
  goal: z.string(),
  ownerId: idSchema.nullable(),
  owner: z.string().nullable(),
  strategicWeight: z.number(),
  mustStay: z.string(),
  prioritised: z.boolean(),
  place: z.number().int().nullable(),
  placeReason: z.string(),
})
export type ProfileView = z.infer<typeof profile>

const shownRecord = z.object({
  enquiryId: idSchema,
  channel,
  day: plainDateSchema,
  text: z.string(),
  certainty: z.number(),
})
export type ShownRecordView = z.infer<typeof shownRecord>

const hop = z.object({ from: channel, to: channel, steps: z.number(), bounces: z.number() })
const owner = z.object({ personId: idSchema, name: z.string() })
const decision = z.object({
  topicId: idSchema,
  kind: z.enum(['prioritised', 'released', 'placed', 'unplaced']),
  place: z.number().int().nullable(),
  reason: z.string(),
  at: instantSchema,
  by: z.string(),
})
export type DecisionView = z.infer<typeof decision>

const channelFigures = z.object({
  channel,
  contacts: z.number(),
  cases: z.number(),
  fcr: estimate.nullable(),
  csat: estimate.nullable(),
  /** Kroner until the matter is over. */
  costToEnd: z.number().nullable(),
})
export type ChannelFigures = z.infer<typeof channelFigures>

const topicCard = z.object({
  period,
  line: topicLine,
  profile,
  /** Contacts by channel in 52 whole weeks, the last one last. */
  byChannel: z.array(z.object({ channel, weeks: z.array(z.number()) })),
  typical: z.array(shownRecord),
  odd: z.array(shownRecord),
  hops: z.array(hop),
  channels: z.array(channelFigures),
  decisions: z.array(decision),
  owners: z.array(owner),
  goals: z.array(z.string()),
})
export type TopicCard = z.infer<typeof topicCard>

const weight = z.number().min(0).max(2)
const weights = z.object({
  volume: weight,
  handling: weight,
  repeat: weight,
  selfService: weight,
  strategic: weight,
})
const priorityRow = z.object({
  topicId: idSchema,
  name: z.string(),
  parent: z.string().nullable(),
  weekly: z.number(),
  minutes: z.number().nullable(),
  repeat: z.number().nullable(),
  tried: z.number(),
  asked: z.number(),
  strategic: z.number(),
  isParked: z.boolean(),
  place: z.number().int().nullable(),
  placeReason: z.string(),
  ownerId: idSchema.nullable(),
  owner: z.string().nullable(),
  prioritised: z.boolean(),
})
export type PriorityRow = z.infer<typeof priorityRow>
const priority = z.object({
  period: period.nullable(),
  rows: z.array(priorityRow),
  usual: z.object({ minutes: z.number(), repeat: z.number(), selfService: share }),
  weights,
  owners: z.array(owner),
  decisions: z.array(decision.extend({ topic: z.string() })),
})
export type PriorityView = z.infer<typeof priority>

const strategyRow = z.object({
  topicId: idSchema,
  name: z.string(),
  contacts: z.number(),
  channels: z.array(channelFigures),
  best: z.object({ channel, why: z.enum(['fcr', 'cost', 'only']) }).nullable(),
  verdict: z.enum(['stay', 'cause', 'move', 'people']),
  reasons: z.array(
    z.enum([
      'said',
      'failureDemand',
      'machineFails',
      'long',
      'severalContacts',
      'oftenTried',
      'short',
      'settledAtOnce',
      'seldomTried',
    ]),
  ),
  mustStay: z.string(),
  selfService: estimate.nullable(),
  /** Kroner a month at the most, if those who tried the web first had been helped there. */
  atMost: z.number().nullable(),
})
export type StrategyRow = z.infer<typeof strategyRow>
const costs = z.partialRecord(channel, z.number().min(0).max(10_000))
const strategy = z.object({
  period: period.nullable(),
  rows: z.array(strategyRow),
  costs,
  channels: z.array(channel),
})
export type ChannelStrategy = z.infer<typeof strategy>

const sample = z.object({
  sampleId: idSchema,
  from: plainDateSchema,
  to: plainDateSchema,
  topicId: idSchema.nullable(),
  topic: z.string().nullable(),
  createdAt: instantSchema,
  by: z.string(),
  size: z.number().int(),
  coders: z.array(z.object({ personId: idSchema, name: z.string(), coded: z.number().int() })),
  /** How many the reader has coded. */
  own: z.number().int(),
})
export type DemandSample = z.infer<typeof sample>
const demandTopic = z.object({ topicId: idSchema, name: z.string(), failure: estimate })
const demand = z.object({
  samples: z.array(sample),
  failure: estimate.nullable(),
  kappa: cards.shape.kappa,
  topics: z.array(demandTopic),
  topicChoices: z.array(z.object({ topicId: idSchema, name: z.string() })),
  firstDay: plainDateSchema.nullable(),
  lastDay: plainDateSchema.nullable(),
})
export type DemandView = z.infer<typeof demand>
const demandItem = z.object({
  itemNumber: z.number().int(),
  enquiryId: idSchema,
  channel,
  day: plainDateSchema,
  text: z.string().nullable(),
  topics: z.array(z.string()),
  own: z.enum(demandCodes).nullable(),
})
export type DemandItem = z.infer<typeof demandItem>

const codeRow = z.object({
  sourceId: idSchema,
  source: z.string(),
  code: z.string(),
  contacts: z.number(),
  /** Null when nobody has explained it and nothing can be estimated. */
  origin: z.enum(['estimate', 'person']).nullable(),
  way: z.enum(['records', 'days']).nullable(),
  n: z.number(),
  shares: z.array(
    z.object({ topicId: idSchema, name: z.string(), share, low: share.nullable(), high: share.nullable() }),
  ),
})
export type CodeRow = z.infer<typeof codeRow>
const codes = z.object({
  rows: z.array(codeRow),
  topics: z.array(z.object({ topicId: idSchema, name: z.string() })),
})
export type CodesView = z.infer<typeof codes>

const words = (most: number) => z.string().trim().max(most)
const ofTopic = z.object({ topicId: idSchema })
const tags = ['Overview']
const nothing = z.object({ ok: z.literal(true) })

export const overviewContract = {
  get: oc
    .route({ method: 'GET', path: '/understand/overview', summary: 'Every topic with its figures', tags })
    .input(periodQuery)
    .output(overview),
  topic: oc
    .route({
      method: 'GET',
      path: '/understand/topics/{topicId}/card',
      summary: 'Everything about one topic',
      tags,
    })
    .input(periodQuery.extend({ topicId: idSchema }))
    .output(topicCard),
  saveProfile: oc
    .route({
      method: 'PUT',
      path: '/understand/topics/{topicId}/profile',
      summary: 'Need, task, goal, owner and weight of a topic',
      tags,
    })
    .input(
      ofTopic.extend({
        need: words(2000).meta({ examples: ['Være trygg på at regningen er riktig'] }),
        task: words(2000),
        goal: words(300),
        ownerId: idSchema.nullable().meta({ examples: [null] }),
        strategicWeight: z.number().min(0).max(5),
        mustStay: words(1000),
      }),
    )
    .output(profile),
  priority: {
    get: oc
      .route({
        method: 'GET',
        path: '/understand/priority',
        summary: 'Topics with every factor of the priority score',
        tags,
      })
      .input(periodQuery)
      .output(priority),
    prioritise: oc
      .route({
        method: 'PUT',
        path: '/understand/topics/{topicId}/prioritised',
        summary: 'Take a topic on, or let it go',
        tags,
      })
      .input(ofTopic.extend({ prioritised: z.boolean(), reason: words(1000) }))
      .output(profile),
    place: oc
      .route({
        method: 'PUT',
        path: '/understand/topics/{topicId}/place',
        summary: 'Set a place in spite of the score, with a reason',
        tags,
      })
      .input(
        ofTopic.extend({ place: z.number().int().min(1).max(1000).nullable(), reason: words(1000).min(1) }),
      )
      .output(profile),
    saveWeights: oc
      .route({
        method: 'PUT',
        path: '/understand/priority/weights',
        summary: 'How much each factor counts',
        tags,
      })
      .input(weights)
      .output(weights),
  },
  channels: {
    get: oc
      .route({
        method: 'GET',
        path: '/understand/channels',
        summary: 'Which channel settles each topic best',
        tags,
      })
      .input(periodQuery.omit({ channel: true }))
      .output(strategy),
    saveCosts: oc
      .route({
        method: 'PUT',
        path: '/understand/channels/costs',
        summary: 'What a contact costs in each channel, in kroner',
        tags,
      })
      .input(z.object({ costs }))
      .output(z.object({ costs })),
  },
  demand: {
    list: oc
      .route({
        method: 'GET',
        path: '/understand/demand',
        summary: 'Samples of value and failure demand, and what they say',
        tags,
      })
      .output(demand),
    draw: oc
      .route({ method: 'POST', path: '/understand/demand', summary: 'Draw a sample of records by lot', tags })
      .input(
        z.object({
          from: plainDateSchema,
          to: plainDateSchema,
          topicId: idSchema.nullable().meta({ examples: [null] }),
          size: z.number().int().min(10).max(1000),
        }),
      )
      .output(sample),
    items: oc
      .route({
        method: 'GET',
        path: '/understand/demand/{sampleId}',
        summary: "The records of a sample, with one's own codes",
        tags,
      })
      .input(z.object({ sampleId: idSchema }))
      .output(z.object({ sample, items: z.array(demandItem) })),
    code: oc
      .route({
        method: 'PUT',
        path: '/understand/demand/{sampleId}/codes',
        summary: 'Code a record as value or failure demand',
        tags,
      })
      .input(z.object({ sampleId: idSchema, itemNumber: z.number().int().min(1), code: z.enum(demandCodes) }))
      .output(nothing),
  },
  codes: {
    list: oc
      .route({
        method: 'GET',
        path: '/understand/codes',
        summary: 'What reason codes without text stand for',
        tags,
      })
      .output(codes),
    estimate: oc
      .route({
        method: 'POST',
        path: '/understand/codes/estimates',
        summary: 'Estimate what codes stand for from records with text',
        tags,
      })
      .output(codes),
    set: oc
      .route({ method: 'PUT', path: '/understand/codes', summary: 'Say what a code stands for', tags })
      .input(
        z.object({
          sourceId: idSchema,
          code: words(200).min(1),
          shares: z.array(z.object({ topicId: idSchema, share: z.number().gt(0).max(1) })).max(50),
        }),
      )
      .output(codes),
  },
}
