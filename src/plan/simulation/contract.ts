/** What happens if …? Plans lived through beside one another (P3). */
import { oc } from '@orpc/contract'
import { z } from 'zod'
import { idSchema, instantSchema, nothingSchema, plainDateSchema } from '../../platform/http/contract.ts'
import { queueKinds } from '../traffic/rules/queue.ts'

const name = z
  .string()
  .trim()
  .min(1)
  .max(100)
  .meta({ examples: ['Plan B'] })
const share = z.number().min(0).max(1)
const clock = z
  .string()
  .regex(/^([01]\d|2[0-3]):[0-5]\d$/)
  .nullable()
  .meta({ examples: [null] })

const levers = z
  .object({
    name,
    traffic: z.number().min(0.2).max(5),
    people: z.record(idSchema, z.number().int().min(-50).max(50)),
    peopleFrom: clock,
    peopleTo: clock,
    handle: z.number().min(0.2).max(5),
    firstContact: z.number().min(-0.5).max(0.5),
    selfService: share.max(0.9),
    patience: z.number().min(0.1).max(10),
    callback: z.object({ afterSeconds: z.number().int().min(0).max(3600), accept: share }).nullable(),
    openFrom: clock,
    openTo: clock,
    pooled: z.boolean(),
  })
  .meta({
    examples: [
      {
        name: 'Plan B',
        traffic: 1,
        people: {},
        peopleFrom: null,
        peopleTo: null,
        handle: 1,
        firstContact: 0.05,
        selfService: 0,
        patience: 1,
        callback: null,
        openFrom: null,
        openTo: null,
        pooled: false,
      },
    ],
  })
const experience = z.object({
  /** `assumption`, `reference-method`, `own-contacts`, or the planner's own words. */
  source: z.string().trim().min(1).max(300),
  points: z
    .array(z.object({ seconds: z.number().min(0).max(86_400), score: z.number().min(0).max(100) }))
    .min(1)
    .max(20),
  unanswered: z.number().min(0).max(100),
})
const assumptions = z.object({
  redialAfterMinutes: z.number().min(0.2).max(1440),
  returnAfterHours: z.number().min(0.1).max(336),
  handleCv: z.number().min(0.05).max(5),
  costPerHour: z.number().min(0).max(100_000),
  satisfaction: experience,
  measuredScore: experience,
})

const estimate = z
  .object({ mean: z.number(), lo: z.number().nullable(), hi: z.number().nullable() })
  .nullable()
const queueFigures = z.object({
  offered: estimate,
  handled: estimate,
  serviceLevel: estimate,
  meanWait: estimate,
  waitP90: estimate,
  abandonShare: estimate,
  abandoned: estimate,
  abandonedForGood: estimate,
  redialled: estimate,
  shifted: estimate,
  returned: estimate,
  closed: estimate,
  avoided: estimate,
  waitingAtClose: estimate,
  callbacks: estimate,
  callbackWait: estimate,
  satisfaction: estimate,
  measuredScore: estimate,
})
const centreFigures = z.object({
  hours: estimate,
  occupancy: estimate,
  cost: estimate,
  satisfaction: estimate,
  measuredScore: estimate,
  contactsPerFirst: estimate,
  abandonedForGood: estimate,
})
const ledger = z.object({
  waitingAtOpen: z.number(),
  first: z.number(),
  returned: z.number(),
  redialledIn: z.number(),
  shiftedIn: z.number(),
  handled: z.number(),
  abandonedForGood: z.number(),
  redialled: z.number(),
  shifted: z.number(),
  waitingAtClose: z.number(),
  contactsIn: z.number(),
})
const comparison = z.object({
  plans: z.array(
    z.object({
      name: z.string(),
      queues: z.array(
        z.object({ id: z.string(), figures: queueFigures, targetMet: z.number().nullable(), ledger }),
      ),
      centre: centreFigures,
    }),
  ),
  differences: z.array(
    z.object({
      name: z.string(),
      queues: z.array(z.object({ id: z.string(), figures: queueFigures })),
      centre: centreFigures,
    }),
  ),
  contacts: z.number(),
})
export type ComparisonView = z.infer<typeof comparison>
export type EstimateView = z.infer<typeof estimate>

const basis = z.object({
  from: plainDateSchema,
  days: z.number().int(),
  queues: z.array(
    z.object({
      id: z.string(),
      name: z.string(),
      kind: z.enum(queueKinds),
      /** Expected in the days, repeats and all, and the part of them that are first contacts. */
      offered: z.number(),
      firstShare: z.number(),
      peopleHours: z.number(),
      handleSeconds: z.number(),
      handleKnown: z.boolean(),
      patienceSeconds: z.number().nullable(),
      target: z.object({ seconds: z.number(), share: z.number() }),
      returns: z.number(),
      returnsFrom: z.enum(['own', 'log', 'nothing']),
      redial: z.number(),
      redialSaid: z.boolean(),
      cv: z.number(),
      trafficFrom: z.enum(['forecast', 'counted', 'weeks']),
      peopleFrom: z.enum(['shifts', 'set-up', 'requirement']),
      forecastMadeAt: instantSchema.nullable(),
    }),
  ),
})
export type Basis = z.infer<typeof basis>

const fields = z.object({
  name,
  from: plainDateSchema,
  days: z.number().int().min(1).max(7),
  assumptions,
  plans: z.array(levers).min(2).max(4),
  seed: z.number().int().min(0).max(1_000_000_000),
  replications: z.number().int().min(2).max(200),
})
const result = z.object({
  madeAt: instantSchema,
  /** Something has been changed since. */
  isOld: z.boolean(),
  version: z.string(),
  seed: z.number(),
  replications: z.number(),
  basis,
  comparison,
})
export type WhatIfResult = z.infer<typeof result>
const whatIf = fields.extend({
  whatIfId: idSchema,
  changedAt: instantSchema,
  jobId: idSchema.nullable(),
  result: result.nullable(),
})
export type WhatIfView = z.infer<typeof whatIf>

const whatIfList = z.object({
  items: z.array(
    z.object({ whatIfId: idSchema, name: z.string(), from: plainDateSchema, days: z.number().int() }),
  ),
  /** What is there to be simulated at all. */
  queues: z.array(z.object({ id: idSchema, name: z.string(), kind: z.enum(queueKinds) })),
  /** The days that a new one would be about. */
  suggested: z.object({ from: plainDateSchema, days: z.number().int() }),
})
export type WhatIfList = z.infer<typeof whatIfList>

const ofWhatIf = z.object({ whatIfId: idSchema })
const tags = ['Simulation']

export const simulationContract = {
  list: oc
    .route({ method: 'GET', path: '/plan/what-if', summary: 'What-ifs, and what can be asked about', tags })
    .input(nothingSchema)
    .output(whatIfList),
  create: oc
    .route({
      method: 'POST',
      path: '/plan/what-if',
      summary: 'A new what-if: things as planned, and a plan B',
      tags,
    })
    .input(z.object({ name, from: plainDateSchema, days: z.number().int().min(1).max(7) }))
    .output(ofWhatIf),
  get: oc
    .route({
      method: 'GET',
      path: '/plan/what-if/{whatIfId}',
      summary: 'A what-if with what it gave the last time',
      tags,
    })
    .input(ofWhatIf)
    .output(whatIf),
  save: oc
    .route({
      method: 'PUT',
      path: '/plan/what-if/{whatIfId}',
      summary: 'Change its plans and assumptions',
      tags,
    })
    .input(ofWhatIf.extend(fields.shape))
    .output(nothingSchema),
  run: oc
    .route({ method: 'POST', path: '/plan/what-if/{whatIfId}/run', summary: 'Live through its plans', tags })
    .input(ofWhatIf)
    .output(z.object({ jobId: idSchema })),
  remove: oc
    .route({ method: 'DELETE', path: '/plan/what-if/{whatIfId}', summary: 'Remove a what-if', tags })
    .input(ofWhatIf)
    .output(nothingSchema),
}
