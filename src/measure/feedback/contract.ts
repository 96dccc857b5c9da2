/**
 * Feedback on the programme itself (M7.12): from participants and their agents, by an open link or signed in, and
 * from observers; answered, and carried into what the next edition must settle.
 */
import { oc } from '@orpc/contract'
import { z } from 'zod'
import {
  idSchema,
  instantSchema,
  languageSchema,
  nothingSchema,
  plainDateSchema,
} from '../../platform/http/contract.ts'

export const feedbackTopics = [
  'questions',
  'scenarios',
  'channels',
  'timing',
  'reports',
  'fairness',
  'other',
] as const
const topic = z.enum(feedbackTopics).meta({ examples: ['scenarios'] })
export type FeedbackTopic = z.infer<typeof topic>

export const feedbackStates = ['received', 'answered', 'carried', 'closed'] as const
export type FeedbackState = (typeof feedbackStates)[number]
const state = z.enum(feedbackStates)

export const feedbackSources = ['participant', 'observer', 'link'] as const
export type FeedbackSource = (typeof feedbackSources)[number]

export const feedbackEventKinds = ['reply', 'carried', 'closed'] as const
export type FeedbackEventKind = (typeof feedbackEventKinds)[number]

const words = (most: number) => z.string().trim().min(1).max(most)
const feedbackText = words(4000).meta({ examples: ['Rollespillet om flytting passer ikke for oss.'] })
const feedbackEvent = z.object({ kind: z.enum(feedbackEventKinds), text: z.string(), at: instantSchema })
export type FeedbackEvent = z.infer<typeof feedbackEvent>

/** What a sender sees of the own feedback. */
const ownFeedback = z.object({
  topic,
  text: z.string(),
  wantsReply: z.boolean(),
  receivedAt: instantSchema,
  state,
  events: z.array(feedbackEvent),
})
export type OwnFeedback = z.infer<typeof ownFeedback>

const feedbackLine = ownFeedback.extend({
  feedbackId: idSchema,
  source: z.enum(feedbackSources),
  /** Whose link or person it came through; an observer's comes through nobody. */
  participant: z.string().nullable(),
  /** A signed-in sender's name; nobody for the open link. */
  sender: z.string().nullable(),
  hasAddress: z.boolean(),
  events: z.array(feedbackEvent.extend({ by: z.string().nullable() })),
})
export type FeedbackLine = z.infer<typeof feedbackLine>

const feedbackList = z.object({
  edition: z.string(),
  items: z.array(feedbackLine),
  /** Wanted a reply and has not got one. */
  waiting: z.number().int(),
})
export type FeedbackList = z.infer<typeof feedbackList>

export const preparationSources = ['feedback', 'appeal', 'expectations', 'quality', 'own'] as const
export type PreparationSource = (typeof preparationSources)[number]
export const preparationStates = ['open', 'done', 'dropped'] as const
export type PreparationState = (typeof preparationStates)[number]

const preparationFields = z.object({
  title: words(200).meta({ examples: ['Nytt rollespill for strømselskapene'] }),
  detail: z.string().trim().max(4000),
  ownerId: idSchema.nullable().meta({ examples: [null] }),
  dueOn: plainDateSchema.nullable(),
})
export type PreparationFields = z.infer<typeof preparationFields>

const preparationItem = preparationFields.extend({
  itemId: idSchema,
  /** Where it came up, which may be an edition before this one. */
  editionId: idSchema,
  edition: z.string(),
  source: z.enum(preparationSources),
  sourceId: z.string().nullable(),
  owner: z.string().nullable(),
  state: z.enum(preparationStates),
  reason: z.string().nullable(),
  settledAt: instantSchema.nullable(),
  createdAt: instantSchema,
  late: z.boolean(),
})
export type PreparationItem = z.infer<typeof preparationItem>

const preparationList = z.object({
  edition: z.string(),
  /** Whether the method can still be changed. */
  frozen: z.boolean(),
  items: z.array(preparationItem),
  open: z.number().int(),
  people: z.array(z.object({ personId: idSchema, name: z.string() })),
})
export type PreparationList = z.infer<typeof preparationList>

const inEdition = z.object({ editionId: idSchema })
const ofFeedback = inEdition.extend({ feedbackId: idSchema })
const ofItem = inEdition.extend({ itemId: idSchema })
const token = z
  .string()
  .max(100)
  .meta({ examples: ['0199d3c2-7f7e-7b1e-9c55-0d6f2a1b3c4d.aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa'] })
const sent = z.object({ topic, text: feedbackText, wantsReply: z.boolean() })
const tags = ['Feedback']
const base = '/measure/editions/{editionId}/feedback' as const
const preparation = '/measure/editions/{editionId}/preparation' as const

export const feedbackContract = {
  list: oc
    .route({
      method: 'GET',
      path: base,
      summary: 'Feedback on an edition, what waits for a reply first',
      tags,
    })
    .input(inEdition)
    .output(feedbackList),
  reply: oc
    .route({
      method: 'POST',
      path: `${base}/{feedbackId}/reply`,
      summary: 'Reply; the sender reads it',
      tags,
    })
    .input(ofFeedback.extend({ text: feedbackText }))
    .output(feedbackList),
  carry: oc
    .route({
      method: 'POST',
      path: `${base}/{feedbackId}/carry`,
      summary: 'Carry over to what the next edition must settle',
      tags,
    })
    .input(ofFeedback.extend(preparationFields.shape))
    .output(feedbackList),
  close: oc
    .route({
      method: 'POST',
      path: `${base}/{feedbackId}/close`,
      summary: 'Close with a reason; refused while a wanted reply has not been given',
      tags,
    })
    .input(ofFeedback.extend({ reason: words(1000).meta({ examples: ['Rettet i ny rapport.'] }) }))
    .output(feedbackList),
  mine: oc
    .route({
      method: 'GET',
      path: '/measure/feedback/mine',
      summary: 'What I have sent, with the replies, and the editions that I can speak about',
      tags,
    })
    .output(
      z.object({
        editions: z.array(z.object({ editionId: idSchema, edition: z.string() })),
        items: z.array(
          ownFeedback.extend({ feedbackId: idSchema, editionId: idSchema, edition: z.string() }),
        ),
      }),
    ),
  send: oc
    .route({
      method: 'POST',
      path: '/measure/feedback',
      summary: 'Say something about an edition that I take part in',
      tags,
      successStatus: 201,
    })
    .input(inEdition.extend(sent.shape))
    .output(nothingSchema),
  links: {
    list: oc
      .route({
        method: 'GET',
        path: `${base}-links`,
        summary: 'Which participants have an open link for their agents',
        tags,
      })
      .input(inEdition)
      .output(
        z.object({
          items: z.array(
            z.object({
              participantId: idSchema,
              participant: z.string(),
              madeAt: instantSchema.nullable(),
              received: z.number().int(),
            }),
          ),
        }),
      ),
    make: oc
      .route({
        method: 'POST',
        path: `${base}-links`,
        summary: 'Make a new open link for a participant; an older one stops working',
        tags,
        successStatus: 201,
      })
      .input(inEdition.extend({ participantId: idSchema }))
      .output(z.object({ link: z.string() })),
  },
  open: {
    look: oc
      .route({
        method: 'GET',
        path: '/public/feedback/{token}',
        summary: 'What an open link is for',
        tags,
      })
      .input(z.object({ token }))
      .output(z.object({ organisation: z.string(), edition: z.string(), participant: z.string() })),
    send: oc
      .route({
        method: 'POST',
        path: '/public/feedback/{token}',
        summary: 'Say something by an open link; the receipt lets the sender read the reply',
        tags,
        successStatus: 201,
      })
      .input(
        sent.extend({
          token,
          /** Where the reply is sent as well. Erased when the feedback is closed. */
          replyAddress: z.email().max(200).optional(),
          language: languageSchema,
        }),
      )
      .output(z.object({ receipt: z.string() })),
    read: oc
      .route({
        method: 'GET',
        path: '/public/feedback-receipts/{receipt}',
        summary: 'What was sent, and the reply',
        tags,
      })
      .input(z.object({ receipt: token }))
      .output(ownFeedback.extend({ organisation: z.string(), edition: z.string() })),
  },
  preparation: {
    list: oc
      .route({
        method: 'GET',
        path: preparation,
        summary: 'What must be settled before the method is frozen, with what earlier editions left open',
        tags,
      })
      .input(inEdition)
      .output(preparationList),
    add: oc
      .route({
        method: 'POST',
        path: preparation,
        summary: 'Put something on the list',
        tags,
        successStatus: 201,
      })
      .input(
        inEdition.extend({
          ...preparationFields.shape,
          source: z.enum(preparationSources),
          sourceId: z.string().max(100).nullable(),
        }),
      )
      .output(preparationList),
    edit: oc
      .route({ method: 'PUT', path: `${preparation}/{itemId}`, summary: 'Change an item of the list', tags })
      .input(ofItem.extend(preparationFields.shape))
      .output(preparationList),
    settle: oc
      .route({
        method: 'POST',
        path: `${preparation}/{itemId}/state`,
        summary: 'Done, dropped with a reason, or open again',
        tags,
      })
      .input(
        ofItem.extend({
          state: z.enum(preparationStates).meta({ examples: ['done'] }),
          reason: z.string().trim().max(1000).optional(),
        }),
      )
      .output(preparationList),
  },
}
