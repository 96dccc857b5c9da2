/**
 * Core answers (U4): the one best answer to a topic, written together, with a version for each channel, found by
 * agents in two keystrokes, read by the web and the bot from the same source, and held against what is really said.
 */
import { oc } from '@orpc/contract'
import { z } from 'zod'
import { languages } from '../../kernel/localized.ts'
import {
  idSchema,
  instantSchema,
  languageSchema,
  nothingSchema,
  plainDateSchema,
} from '../../platform/http/contract.ts'
import { answerMoves } from './rules/answer-life.ts'
import { answerChannels, answerStates, factKinds, useActs } from './rules/answer-words.ts'
import { toneRules } from './rules/channels/channel-rules.ts'

const channel = z.enum(answerChannels).meta({ examples: ['chat'] })
const state = z.enum(answerStates)
const languageList = z.array(languageSchema)
const stamp = z.string().max(40)
const words = (most: number) => z.string().trim().max(most)

const coreText = z.object({
  title: words(200),
  body: words(12_000),
  /** The source's stamp when somebody last said that the two agree; null for the source itself. */
  translates: stamp.nullable(),
})

const contentSchema = z.object({
  source: languageSchema,
  texts: z.partialRecord(z.enum(languages), coreText).meta({
    examples: [
      { nb: { title: 'Flytte strømavtalen', body: 'Det koster {{pris: 0 kr}}.', translates: null } },
    ],
  }),
  questions: z.array(words(200)).max(40),
  sheet: z.object({ tasks: words(4000), goals: words(4000), waysIn: words(4000), waysForward: words(4000) }),
  channels: z.array(channel).max(answerChannels.length),
})
export type ContentBody = z.infer<typeof contentSchema>

const sharedFact = z.object({
  factId: idSchema,
  name: z.string(),
  kind: z.enum(factKinds),
  value: z.string(),
  changedAt: instantSchema,
  changedBy: z.string().nullable(),
  /** Answers that refer to it. */
  usedBy: z.array(z.object({ answerId: idSchema, title: z.string() })),
})
export type SharedFactLine = z.infer<typeof sharedFact>

const answerLine = z.object({
  answerId: idSchema,
  topicId: idSchema.nullable(),
  topic: z.string().nullable(),
  title: z.string(),
  state,
  /** An agreed one that is being changed: others read the agreed revision. */
  changing: z.boolean(),
  revision: z.number().int(),
  agreedRevision: z.number().int().nullable(),
  ownerId: idSchema.nullable(),
  owner: z.string().nullable(),
  languages: languageList,
  staleLanguages: languageList,
  versions: z.number().int(),
  approvedVersions: z.number().int(),
  stale: z.array(channel),
  wrong: z.array(channel),
  openComments: z.number().int(),
  /** Channels whose owner has not signed off the core as it stands. */
  missingSignOffs: z.array(channel),
  /** Contacts on the topic in the last 28 days, counted by weight and share; null without a topic. */
  contacts: z.number().nullable(),
  changedAt: instantSchema,
  changedBy: z.string().nullable(),
})
export type AnswerLine = z.infer<typeof answerLine>

const factFinding = z.object({
  name: z.string().nullable(),
  kind: z.enum(factKinds),
  expected: z.string(),
  is: z.enum(['agrees', 'missing', 'differs']),
  found: z.array(z.string()),
})

const toneFinding = z.object({
  rule: z.enum(toneRules),
  level: z.enum(['wrong', 'advice']),
  params: z.record(z.string(), z.union([z.string(), z.number()])),
})

const versionSchema = z.object({
  channel,
  language: languageSchema,
  editNumber: z.number().int(),
  body: z.string(),
  approvedBody: z.string().nullable(),
  coreRevision: z.number().int().nullable(),
  approvedAt: instantSchema.nullable(),
  approvedBy: z.string().nullable(),
  changedAt: instantSchema,
  changedBy: z.string().nullable(),
  approved: z.boolean(),
  stale: z.boolean(),
  edited: z.boolean(),
  wrong: z.boolean(),
  facts: z.array(factFinding),
  tone: z.array(toneFinding),
  lix: z.number().nullable(),
  length: z.number().int(),
})
export type VersionView = z.infer<typeof versionSchema>

const comment = z.object({
  commentId: idSchema,
  channel: channel.nullable(),
  quote: z.string().nullable(),
  text: z.string(),
  at: instantSchema,
  by: z.string().nullable(),
  resolvedAt: instantSchema.nullable(),
  resolvedBy: z.string().nullable(),
  resolution: z.string().nullable(),
})
export type AnswerComment = z.infer<typeof comment>

const signOff = z.object({
  channel,
  ownerId: idSchema.nullable(),
  owner: z.string().nullable(),
  /** Of the core as it stands now; null while it has not been given. */
  at: instantSchema.nullable(),
  by: z.string().nullable(),
  /** The person who reads this may give it. */
  mine: z.boolean(),
})
export type SignOffLine = z.infer<typeof signOff>

const factBody = z.object({ kind: z.enum(factKinds), value: z.string() })

const answerSchema = answerLine.extend({
  content: contentSchema,
  /** The agreed content where it differs from the newest. */
  agreedContent: contentSchema.nullable(),
  facts: z.record(z.string(), factBody),
  versionList: z.array(versionSchema),
  comments: z.array(comment),
  signOffs: z.array(signOff),
  /** What the person who reads this may do. */
  may: z.object({ write: z.boolean(), approve: z.boolean() }),
})
export type AnswerDetail = z.infer<typeof answerSchema>

const fieldConflict = z.object({
  path: z.string(),
  pieces: z.array(
    z.union([
      z.object({ is: z.literal('settled'), text: z.string() }),
      z.object({ is: z.literal('conflict'), base: z.string(), mine: z.string(), theirs: z.string() }),
    ]),
  ),
})
export type FieldConflict = z.infer<typeof fieldConflict>

/** Saved; or somebody was there first, and here is what the two of you wrote, brought together. */
const savedOrMet = z.union([
  z.object({ is: z.literal('saved'), answer: answerSchema }),
  z.object({
    is: z.literal('met'),
    revision: z.number().int(),
    by: z.string().nullable(),
    at: instantSchema,
    theirs: contentSchema,
    merged: contentSchema,
    conflicts: z.array(fieldConflict),
  }),
])
export type SavedOrMet = z.infer<typeof savedOrMet>

const versionMet = z.union([
  z.object({ is: z.literal('saved'), answer: answerSchema }),
  z.object({
    is: z.literal('met'),
    editNumber: z.number().int(),
    theirs: z.string(),
    merged: z.string(),
    by: z.string().nullable(),
  }),
])

const historyEntry = z.object({
  revision: z.number().int(),
  kind: z.enum(['written', 'merged', 'restored', 'fact']),
  note: z.string(),
  at: instantSchema,
  by: z.string().nullable(),
  agreed: z.boolean(),
})
const lifeEntry = z.object({
  kind: z.string(),
  revision: z.number().int(),
  channel: channel.nullable(),
  at: instantSchema,
  by: z.string().nullable(),
})
export type HistoryEntry = z.infer<typeof historyEntry>
export type LifeEntry = z.infer<typeof lifeEntry>

const revisionSchema = historyEntry.extend({
  content: contentSchema,
  facts: z.record(z.string(), factBody),
})
export type RevisionView = z.infer<typeof revisionSchema>

const settingsSchema = z.object({
  open: z.boolean(),
  origins: z.array(z.string()),
  owners: z.array(z.object({ channel, personId: idSchema, name: z.string() })),
  people: z.array(z.object({ personId: idSchema, name: z.string() })),
  /** What a page of others names in the script. */
  organisationId: idSchema,
})
export type AnswerSettings = z.infer<typeof settingsSchema>

const foundAnswer = z.object({
  answerId: idSchema,
  title: z.string(),
  topic: z.string().nullable(),
  language: languageSchema,
  /** The start of the text around what was asked for. */
  excerpt: z.string(),
  score: z.number(),
})
export type FoundAnswer = z.infer<typeof foundAnswer>

/** Handed in and waiting for those who own its channels; its text is nobody's to give yet. */
const answerInReview = foundAnswer.pick({ answerId: true, title: true, topic: true })
export type AnswerInReview = z.infer<typeof answerInReview>

const readyText = z.object({
  channel: channel.nullable(),
  language: languageSchema,
  /** As it is pasted into a reply. */
  plain: z.string(),
  /** With marks, for drawing. */
  rich: z.string(),
  stale: z.boolean(),
  wrong: z.boolean(),
})
const readAnswer = z.object({
  answerId: idSchema,
  title: z.string(),
  topic: z.string().nullable(),
  topicId: idSchema.nullable(),
  agreedAt: instantSchema,
  owner: z.string().nullable(),
  facts: z.record(z.string(), factBody),
  /** The core in every language it has, and every approved channel version. */
  texts: z.array(readyText),
})
export type ReadAnswer = z.infer<typeof readAnswer>

const missLine = z.object({
  words: z.string(),
  query: z.string(),
  kind: z.enum(['empty', 'unused']),
  times: z.number().int(),
  firstOn: plainDateSchema,
  lastOn: plainDateSchema,
})
export type MissLine = z.infer<typeof missLine>

const share = z.object({ share: z.number(), low: z.number(), high: z.number(), n: z.number().int() })
export type ShareWithInterval = z.infer<typeof share>

const useReport = z.object({
  from: plainDateSchema,
  to: plainDateSchema,
  searches: z.number().int(),
  empty: share.nullable(),
  used: share.nullable(),
  helped: share.nullable(),
  weeks: z.array(
    z.object({
      week: plainDateSchema,
      searches: z.number().int(),
      used: z.number().int(),
      empty: z.number().int(),
    }),
  ),
  misses: z.array(missLine),
  top: z.array(z.object({ answerId: idSchema, title: z.string(), times: z.number().int() })),
})
export type UseReport = z.infer<typeof useReport>

const verdict = z.enum(['agrees', 'contradicts', 'lacks'])
const consistencySchema = z.object({
  from: plainDateSchema,
  to: plainDateSchema,
  /** Replies that were read; the newest when there are more than `most`. */
  replies: z.number().int(),
  most: z.number().int(),
  facts: z.array(
    z.object({
      number: z.number().int(),
      name: z.string().nullable(),
      kind: z.enum(factKinds),
      value: z.string(),
      told: z.number().int(),
      contradicted: z.number().int(),
      /** Other values that replies gave, the most common first. */
      others: z.array(z.object({ value: z.string(), times: z.number().int() })),
    }),
  ),
  channels: z.array(
    z.object({
      channel: z.string().meta({ description: 'An enquiry’s channel; all for the sum' }),
      n: z.number().int(),
      agrees: share,
      contradicts: share,
      lacks: share,
    }),
  ),
})
export type Consistency = z.infer<typeof consistencySchema>

const replyLine = z.object({
  enquiryId: idSchema,
  channel: z.string(),
  startedAt: instantSchema,
  question: z.string().nullable(),
  reply: z.string(),
  verdict,
  found: z.array(z.object({ fact: z.string(), value: z.string(), other: z.string() })),
})
export type ReplyLine = z.infer<typeof replyLine>

const ofAnswer = z.object({ answerId: idSchema })
const ofVersion = ofAnswer.extend({ channel, language: languageSchema })
const period = { from: plainDateSchema.optional(), to: plainDateSchema.optional() }
const tags = ['Core answer']
const base = '/understand/answers' as const
const one = `${base}/{answerId}` as const
const version = `${one}/versions/{channel}/{language}` as const

/** What anybody with a key, or anybody at all where it is open, may read. */
const publicAnswer = z.object({
  answerId: idSchema,
  topic: z.string().nullable(),
  language: languageSchema,
  title: z.string(),
  questions: z.array(z.string()),
  /** The web version where there is one, else the core. */
  html: z.string(),
  text: z.string(),
  facts: z.array(z.object({ name: z.string().nullable(), kind: z.enum(factKinds), value: z.string() })),
  channels: z.partialRecord(z.enum(answerChannels), z.string()),
  agreedAt: instantSchema,
})
export type PublicAnswer = z.infer<typeof publicAnswer>

const openQuery = {
  /** Whose answers; not needed with a key. */
  organisation: idSchema.optional(),
  language: languageSchema.default('nb'),
}
const openHeaders = z.record(z.string(), z.string())
/** 304 without a body for a reader who has it already. */
const cached = <Body extends z.ZodType>(body: Body) =>
  z.union([
    z.object({ status: z.literal(200), headers: openHeaders, body }),
    z.object({ status: z.literal(304), headers: openHeaders }),
  ])

/** Where pages of others tell whether an answer helped. */
export const answerNotesPath = '/api/public/answers/notes'

export const answersContract = {
  list: oc
    .route({ method: 'GET', path: base, summary: 'Core answers with what is wrong with them', tags })
    .input(z.object({ topic: idSchema.optional() }))
    .output(
      z.object({
        items: z.array(answerLine),
        /** Topics that nobody has answered, the most asked first. */
        unanswered: z.array(z.object({ topicId: idSchema, topic: z.string(), contacts: z.number() })),
      }),
    ),
  create: oc
    .route({ method: 'POST', path: base, summary: 'Begin a core answer', tags, successStatus: 201 })
    .input(
      z.object({
        topicId: idSchema.nullable(),
        title: words(200)
          .min(1)
          .meta({ examples: ['Flytte strømavtalen'] }),
        language: languageSchema,
        /** A search without result that it answers. */
        miss: z.string().max(200).optional(),
      }),
    )
    .output(answerSchema),
  get: oc
    .route({ method: 'GET', path: one, summary: 'A core answer, whole', tags })
    .input(ofAnswer)
    .output(answerSchema),
  save: oc
    .route({
      method: 'PUT',
      path: `${one}/content`,
      summary:
        'Save the sheet; when somebody was there first the two are brought together and nothing is lost',
      tags,
    })
    .input(
      ofAnswer.extend({
        /** The revision that was edited. */
        baseRevision: z.number().int().min(1),
        content: contentSchema,
        note: words(300).default(''),
        /** It was brought together from two. */
        merged: z.boolean().default(false),
      }),
    )
    .output(savedOrMet),
  setTopic: oc
    .route({
      method: 'PUT',
      path: `${one}/topic`,
      summary: 'Which topic it answers, and who keeps it right',
      tags,
    })
    .input(ofAnswer.extend({ topicId: idSchema.nullable(), ownerId: idSchema.nullable() }))
    .output(answerSchema),
  move: oc
    .route({
      method: 'POST',
      path: `${one}/state`,
      summary: 'Hand in for review, agree, retire, take up again',
      tags,
    })
    .input(
      ofAnswer.extend({
        move: z.enum(answerMoves).meta({ examples: ['submit'] }),
        reason: words(500).default(''),
      }),
    )
    .output(answerSchema),
  signOff: oc
    .route({
      method: 'POST',
      path: `${one}/sign-offs/{channel}`,
      summary: 'A channel owner’s yes to the core as it stands; the last one makes it agreed',
      tags,
    })
    .input(ofAnswer.extend({ channel, revision: z.number().int().min(1) }))
    .output(answerSchema),
  history: oc
    .route({ method: 'GET', path: `${one}/revisions`, summary: 'Every revision and every step', tags })
    .input(ofAnswer)
    .output(z.object({ revisions: z.array(historyEntry), life: z.array(lifeEntry) })),
  revision: oc
    .route({ method: 'GET', path: `${one}/revisions/{revision}`, summary: 'The sheet as it stood', tags })
    .input(ofAnswer.extend({ revision: z.number().int().min(1) }))
    .output(revisionSchema),
  restore: oc
    .route({ method: 'POST', path: `${one}/restore`, summary: 'Make an earlier sheet the newest', tags })
    .input(ofAnswer.extend({ revision: z.number().int().min(1) }))
    .output(answerSchema),
  comment: oc
    .route({
      method: 'POST',
      path: `${one}/comments`,
      summary: 'Comment or suggest',
      tags,
      successStatus: 201,
    })
    .input(
      ofAnswer.extend({
        channel: channel.nullable(),
        quote: words(300).nullable(),
        text: words(2000)
          .min(1)
          .meta({ examples: ['Prisen er endret fra 1. mars.'] }),
      }),
    )
    .output(answerSchema),
  resolve: oc
    .route({
      method: 'POST',
      path: `${one}/comments/{commentId}/resolve`,
      summary: 'What was done about a comment',
      tags,
    })
    .input(ofAnswer.extend({ commentId: idSchema, resolution: words(1000).default('') }))
    .output(answerSchema),
  versions: {
    draft: oc
      .route({
        method: 'POST',
        path: version,
        summary: 'A first draft of a channel’s version, made from the core by rules',
        tags,
      })
      .input(ofVersion)
      .output(answerSchema),
    save: oc
      .route({ method: 'PUT', path: version, summary: 'Save a channel’s text', tags })
      .input(ofVersion.extend({ baseEdit: z.number().int().min(0), body: words(12_000) }))
      .output(versionMet),
    approve: oc
      .route({
        method: 'POST',
        path: `${version}/approve`,
        summary: 'Approve the text against the agreed core',
        tags,
      })
      .input(ofVersion.extend({ editNumber: z.number().int().min(1) }))
      .output(answerSchema),
    history: oc
      .route({ method: 'GET', path: `${version}/edits`, summary: 'Every text of a channel’s version', tags })
      .input(ofVersion)
      .output(
        z.object({
          edits: z.array(
            z.object({
              editNumber: z.number().int(),
              kind: z.enum(['generated', 'written', 'approved']),
              body: z.string(),
              at: instantSchema,
              by: z.string().nullable(),
            }),
          ),
        }),
      ),
  },
  facts: {
    list: oc
      .route({
        method: 'GET',
        path: '/understand/facts',
        summary: 'Facts that answers share, with where they are used',
        tags,
      })
      .output(z.object({ items: z.array(sharedFact) })),
    save: oc
      .route({
        method: 'PUT',
        path: '/understand/facts/{name}',
        summary: 'Set a shared fact; every answer that refers to it gets a new revision',
        tags,
      })
      .input(
        z.object({
          name: words(80)
            .min(1)
            .meta({ examples: ['purregebyr'] }),
          kind: z.enum(factKinds).meta({ examples: ['price'] }),
          value: words(300)
            .min(1)
            .meta({ examples: ['35 kr'] }),
        }),
      )
      .output(z.object({ items: z.array(sharedFact), changed: z.number().int() })),
  },
  find: {
    search: oc
      .route({
        method: 'GET',
        path: '/understand/find',
        summary: 'Agreed answers to a question, the best first',
        tags,
      })
      .input(
        z.object({
          q: z
            .string()
            .max(200)
            .meta({ examples: ['flytte'] }),
          limit: z.number().int().min(1).max(30).default(8),
        }),
      )
      .output(
        z.object({
          items: z.array(foundAnswer),
          inReview: z.array(answerInReview),
          ms: z.number(),
        }),
      ),
    read: oc
      .route({
        method: 'GET',
        path: '/understand/find/{answerId}',
        summary: 'An agreed answer as it is given to customers',
        tags,
      })
      .input(ofAnswer)
      .output(readAnswer),
    note: oc
      .route({
        method: 'POST',
        path: '/understand/find/searches',
        summary: 'How a search ended; counted per day, in nobody’s name',
        tags,
      })
      .input(
        z.object({
          query: z.string().max(200),
          found: z.number().int().min(0),
          answerId: idSchema.nullable(),
          act: z.enum(['opened', 'copied', 'linked']).nullable(),
        }),
      )
      .output(nothingSchema),
    report: oc
      .route({
        method: 'GET',
        path: '/understand/find-report',
        summary: 'How searches end, and those that led to nothing',
        tags,
      })
      .input(z.object(period))
      .output(useReport),
    settle: oc
      .route({
        method: 'POST',
        path: '/understand/find-report/settle',
        summary: 'A search without result has been seen to',
        tags,
      })
      .input(z.object({ words: z.string().max(200), answerId: idSchema.nullable() }))
      .output(nothingSchema),
  },
  consistency: oc
    .route({
      method: 'GET',
      path: `${one}/consistency`,
      summary: 'Replies in the log that agree with, lack or contradict the core’s facts, per channel',
      tags,
    })
    .input(ofAnswer.extend(period))
    .output(consistencySchema),
  replies: oc
    .route({ method: 'GET', path: `${one}/replies`, summary: 'The replies behind the shares', tags })
    .input(
      ofAnswer.extend({
        ...period,
        channel: z.string().max(20).optional(),
        verdict: verdict.optional(),
        fact: z.number().int().min(0).max(200).optional(),
        offset: z.number().int().min(0).max(100_000).default(0),
      }),
    )
    .output(z.object({ items: z.array(replyLine), total: z.number().int() })),
  sheet: oc
    .route({
      method: 'GET',
      path: `${one}/sheet.pdf`,
      summary: 'The core sheet for a workshop, one page, as PDF',
      tags,
    })
    .input(ofAnswer.extend({ language: languageSchema }))
    .output(z.file()),
  export: oc
    .route({
      method: 'GET',
      path: '/understand/answers-export',
      summary: 'The agreed answers as a file',
      tags,
    })
    .input(
      z.object({
        format: z.enum(['json', 'csv', 'html', 'chatbot']).meta({ examples: ['json'] }),
        language: languageSchema,
      }),
    )
    .output(z.file()),
  settings: {
    get: oc
      .route({
        method: 'GET',
        path: '/understand/answers-settings',
        summary: 'Channel owners, and who else may read',
        tags,
      })
      .output(settingsSchema),
    save: oc
      .route({ method: 'PUT', path: '/understand/answers-settings', summary: 'Change them', tags })
      .input(
        z.object({
          open: z.boolean(),
          origins: z.array(z.string().max(200)).max(50),
          owners: z.array(z.object({ channel, personId: idSchema })).max(answerChannels.length),
        }),
      )
      .output(settingsSchema),
  },
  open: {
    list: oc
      .route({
        method: 'GET',
        path: '/public/answers',
        summary: 'Every agreed answer, for the web, the bot and the desk; with an ETag',
        tags,
        outputStructure: 'detailed',
        inputStructure: 'compact',
      })
      .input(z.object(openQuery))
      .output(cached(z.object({ language: languageSchema, items: z.array(publicAnswer) }))),
    search: oc
      .route({
        method: 'GET',
        path: '/public/answers/search',
        summary: 'Agreed answers to a question',
        tags,
        outputStructure: 'detailed',
      })
      .input(
        z.object({
          ...openQuery,
          q: z
            .string()
            .max(200)
            .meta({ examples: ['flytte'] }),
        }),
      )
      .output(
        cached(
          z.object({
            items: z.array(z.object({ answerId: idSchema, title: z.string(), html: z.string() })),
          }),
        ),
      ),
    export: oc
      .route({
        method: 'GET',
        path: '/public/answers/export/{format}',
        summary: 'The same as JSON, CSV, HTML or question–answer pairs for a chatbot',
        tags,
        outputStructure: 'detailed',
      })
      .input(
        z.object({
          ...openQuery,
          format: z.enum(['json', 'csv', 'html', 'chatbot']).meta({ examples: ['csv'] }),
        }),
      )
      .output(cached(z.file())),
    get: oc
      .route({
        method: 'GET',
        path: '/public/answers/{answerId}',
        summary: 'One agreed answer',
        tags,
        outputStructure: 'detailed',
      })
      .input(z.object({ ...openQuery, answerId: idSchema }))
      .output(cached(publicAnswer)),
    note: oc
      .route({
        method: 'POST',
        path: '/public/answers/notes',
        summary: 'Did it help? And what was searched for in vain. Counted, in nobody’s name',
        tags,
        outputStructure: 'detailed',
      })
      .input(
        z.object({
          organisation: idSchema,
          answerId: idSchema.optional(),
          act: z.enum(useActs).optional(),
          q: z.string().max(200).optional(),
        }),
      )
      .output(cached(nothingSchema)),
  },
}
