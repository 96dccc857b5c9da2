/** A participant's objection to a submission: window, grounds, second coding, decision, and the open log of changes (M6.6). */
import { oc } from '@orpc/contract'
import { z } from 'zod'
import { idSchema, instantSchema, localizedSchema, plainDateSchema } from '../../platform/http/contract.ts'
import { channelId } from '../edition/contract.ts'
import { answers, askedForm, contactStates } from '../fieldwork/contract.ts'

export const appealStates = ['received', 'inCoding', 'decided', 'answered'] as const
export type AppealState = (typeof appealStates)[number]
export const appealEventKinds = ['received', 'codingAsked', 'decided', 'answered'] as const
export type AppealEventKind = (typeof appealEventKinds)[number]
export const appealOutcomes = ['upheld', 'partly', 'rejected'] as const
export type AppealOutcome = (typeof appealOutcomes)[number]

/** What the organiser must do next. */
export const appealSteps = ['askForCoding', 'waitForCoding', 'decide', 'nothing'] as const
export type AppealStep = (typeof appealSteps)[number]

const number = z.number()
const pair = z.object({ before: number.nullable(), after: number.nullable() })

/** What other answers do to the contact's score, and to the participant's total and places. */
export const effectSchema = z.object({
  /** `after` is null when the contact is left out. */
  score: pair,
  total: pair,
  classRank: pair,
  rank: pair,
  /** Other participants whose place in the class or overall changes. */
  othersMoved: z.number().int(),
})
export type Effect = z.infer<typeof effectSchema>

const answerChange = z.object({
  question: z.string(),
  text: localizedSchema,
  from: localizedSchema.nullable(),
  to: localizedSchema.nullable(),
})
export type AnswerChange = z.infer<typeof answerChange>

const windowSchema = z.object({
  workingDays: z.number().int(),
  openedAt: instantSchema,
  closesAt: instantSchema,
  /** Whether a participant can object now. */
  open: z.boolean(),
})
export type AppealWindow = z.infer<typeof windowSchema>

const decision = z.object({
  outcome: z.enum(appealOutcomes),
  reasons: z.string(),
  excluded: z.boolean(),
  changes: z.array(answerChange),
  effect: effectSchema,
  at: instantSchema,
})
export type Decision = z.infer<typeof decision>

const fileSchema = z.object({
  fileId: idSchema,
  name: z.string(),
  mediaType: z.string(),
  bytes: z.number().int(),
})
export type AppealFile = z.infer<typeof fileSchema>

const appealLine = z.object({
  appealId: idSchema,
  contactId: idSchema,
  number: z.number().int(),
  participant: z.string(),
  participantId: idSchema,
  class: z.string(),
  channel: channelId,
  date: plainDateSchema,
  state: z.enum(appealStates),
  step: z.enum(appealSteps),
  madeAt: instantSchema,
  decideBy: instantSchema,
  outcome: z.enum(appealOutcomes).optional(),
})
export type AppealLine = z.infer<typeof appealLine>

const appealDetail = appealLine.extend({
  answered: z.boolean(),
  questions: z.array(z.string()),
  grounds: z.string(),
  evidence: z.string().optional(),
  files: z.array(fileSchema),
  observer: z.string(),
  coder: z.string().optional(),
  form: askedForm,
  /** The observer's answers, the second coder's, and those that count after the decision. */
  first: answers,
  second: answers.optional(),
  note: z.string().optional(),
  /** Answers that the clock gave, and nobody codes. */
  clocked: z.array(z.string()),
  transcript: z.string().optional(),
  /** Whether there is anything in writing to code again; a log given as evidence counts. */
  codable: z.boolean(),
  /** Whoever asks has coded or made the contact, and so cannot decide. */
  mayDecide: z.boolean(),
  decision: decision.optional(),
  history: z.array(
    z.object({ kind: z.enum(appealEventKinds), at: instantSchema, person: z.string().optional() }),
  ),
})
export type AppealDetail = z.infer<typeof appealDetail>

/** What a participant sees of its own appeal. */
const ownAppeal = z.object({
  appealId: idSchema,
  state: z.enum(appealStates),
  madeAt: instantSchema,
  decideBy: instantSchema,
  questions: z.array(z.object({ id: z.string(), text: localizedSchema })),
  grounds: z.string(),
  evidence: z.string().optional(),
  files: z.array(fileSchema),
  decision: decision.optional(),
})
export type OwnAppeal = z.infer<typeof ownAppeal>

const ownContact = z.object({
  contactId: idSchema,
  number: z.number().int(),
  participant: z.string(),
  channel: channelId,
  date: plainDateSchema,
  answered: z.boolean(),
  score: number,
  contactState: z.enum(contactStates),
  appeal: z
    .object({
      appealId: idSchema,
      state: z.enum(appealStates),
      outcome: z.enum(appealOutcomes).optional(),
    })
    .optional(),
})
export type OwnContact = z.infer<typeof ownContact>

const changeLine = z.object({
  changeId: idSchema,
  at: instantSchema,
  kind: z.enum(['appeal', 'correction']),
  outcome: z.enum([...appealOutcomes, 'corrected']),
  excluded: z.boolean(),
  channel: channelId,
  /** Null where the class is so small that it would name the participant. */
  class: z.string().nullable(),
  /** Null to those who may not see the participant's results. */
  participant: z.string().nullable(),
  changes: z.array(answerChange),
  score: pair,
  total: pair.nullable(),
  classRank: pair.nullable(),
  rank: pair.nullable(),
  othersMoved: z.number().int(),
})
export type ChangeLine = z.infer<typeof changeLine>

/** A submission whose answers may be corrected in the open, as they are now. */
const correctable = z.object({
  contactId: idSchema,
  number: z.number().int(),
  participant: z.string(),
  participantId: idSchema,
  channel: channelId,
  date: plainDateSchema,
  answered: z.boolean(),
  /** Answered, and final or locked. */
  mayCorrect: z.boolean(),
  form: askedForm,
  answers,
  transcript: z.string().optional(),
})
export type CorrectableAnswer = z.infer<typeof correctable>

const inEdition = z.object({ editionId: idSchema })
const oneAppeal = inEdition.extend({ appealId: idSchema })
const oneContact = inEdition.extend({ contactId: idSchema })
const words = z.string().trim().min(10).max(4000)
const path = '/measure/editions/{editionId}/appeals' as const
const tags = ['Appeals']

export const appealsContract = {
  list: oc
    .route({
      method: 'GET',
      path,
      summary: 'The appeals of an edition, what must be decided first on top',
      tags,
    })
    .input(inEdition)
    .output(
      z.object({
        edition: z.string(),
        state: z.string(),
        window: windowSchema.nullable(),
        items: z.array(appealLine),
      }),
    ),
  openWindow: oc
    .route({
      method: 'PUT',
      path: `${path}/window`,
      summary: 'Let participants read their own submissions and object, for so many working days',
      tags,
    })
    .input(inEdition.extend({ workingDays: z.number().int().min(1).max(60) }))
    .output(windowSchema),
  get: oc
    .route({
      method: 'GET',
      path: `${path}/{appealId}`,
      summary: 'One appeal: grounds, evidence, both codings side by side, history',
      tags,
    })
    .input(oneAppeal)
    .output(appealDetail),
  askForCoding: oc
    .route({
      method: 'POST',
      path: `${path}/{appealId}/coding`,
      summary: 'Have the contact coded once more, blind, by somebody else',
      tags,
      successStatus: 201,
    })
    .input(oneAppeal)
    .output(appealDetail),
  preview: oc
    .route({
      method: 'POST',
      path: `${path}/{appealId}/preview`,
      summary: 'What other answers, or leaving the contact out, would do to score and places',
      tags,
    })
    .input(oneAppeal.extend({ answers, exclude: z.boolean() }))
    .output(effectSchema),
  decide: oc
    .route({
      method: 'POST',
      path: `${path}/{appealId}/decision`,
      summary: 'Decide an appeal; changed answers make a new version and new results',
      tags,
    })
    .input(
      oneAppeal.extend({
        outcome: z.enum(appealOutcomes).meta({ examples: ['rejected'] }),
        reasons: words.meta({ examples: ['Loggen viser at svaret kom etter fristen.'] }),
        /** Only the answers that are to be others than now. */
        answers,
        exclude: z.boolean(),
      }),
    )
    .output(appealDetail),
  mine: oc
    .route({
      method: 'GET',
      path: `${path}/mine`,
      summary: "The participant's own submissions, with what has been appealed",
      tags,
    })
    .input(inEdition)
    .output(
      z.object({
        edition: z.string(),
        published: z.boolean(),
        window: windowSchema.nullable(),
        items: z.array(ownContact),
      }),
    ),
  own: oc
    .route({
      method: 'GET',
      path: '/measure/editions/{editionId}/contacts/{contactId}/appeal',
      summary: 'Whether one of the own submissions can be appealed, and its appeal',
      tags,
    })
    .input(oneContact)
    .output(
      z.object({
        window: windowSchema.nullable(),
        /** Own, approved and within the deadline. */
        mayAppeal: z.boolean(),
        questions: z.array(z.object({ id: z.string(), text: localizedSchema })),
        appeal: ownAppeal.optional(),
      }),
    ),
  make: oc
    .route({
      method: 'POST',
      path,
      summary: 'Object to a submission about the own centre',
      tags,
      successStatus: 201,
    })
    .input(
      oneContact.extend({
        /** Made by the page: the same appeal sent twice is one appeal. */
        appealId: idSchema,
        questions: z.array(z.string().max(64)).max(60),
        grounds: words.meta({ examples: ['Svaret vårt ble sendt samme dag, se loggen.'] }),
        evidence: z.string().max(20_000).optional(),
      }),
    )
    .output(ownAppeal),
  addFile: oc
    .route({
      method: 'POST',
      path: `${path}/{appealId}/files`,
      summary: 'Add a file as evidence: PDF, PNG, JPEG or plain text, at most 5 MB',
      tags,
      successStatus: 201,
    })
    .input(oneAppeal.extend({ file: z.file() }))
    .output(ownAppeal),
  file: oc
    .route({
      method: 'GET',
      path: `${path}/{appealId}/files/{fileId}`,
      summary: 'A file of the evidence',
      tags,
    })
    .input(oneAppeal.extend({ fileId: idSchema }))
    .output(z.file()),
  acknowledge: oc
    .route({
      method: 'POST',
      path: `${path}/{appealId}/read`,
      summary: 'The participant has read the decision',
      tags,
    })
    .input(oneAppeal)
    .output(ownAppeal),
  changes: oc
    .route({
      method: 'GET',
      path: '/measure/editions/{editionId}/changes',
      summary: 'Every decided appeal and later correction, with its effect, newest first',
      tags,
    })
    .input(inEdition)
    .output(z.object({ items: z.array(changeLine) })),
  correctable: oc
    .route({
      method: 'GET',
      path: '/measure/editions/{editionId}/contacts/{contactId}/corrections',
      summary: 'The answers of a submission as they are now, and whether they may be corrected',
      tags,
    })
    .input(oneContact)
    .output(correctable),
  previewCorrection: oc
    .route({
      method: 'POST',
      path: '/measure/editions/{editionId}/contacts/{contactId}/corrections/preview',
      summary: 'What corrected answers would do to score and places',
      tags,
    })
    .input(oneContact.extend({ answers }))
    .output(effectSchema),
  correct: oc
    .route({
      method: 'POST',
      path: '/measure/editions/{editionId}/contacts/{contactId}/corrections',
      summary: 'Correct the answers of a final submission in the open, with a reason',
      tags,
      successStatus: 201,
    })
    .input(oneContact.extend({ answers, reason: words }))
    .output(effectSchema),
}
