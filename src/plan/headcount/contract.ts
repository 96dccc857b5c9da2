/** Headcount: when must we hire (P5.1), what if (P5.2), and recruitment in counts (P5.3). */
import { oc } from '@orpc/contract'
import { z } from 'zod'
import { idSchema, nothingSchema, plainDateSchema } from '../../platform/http/contract.ts'
import { type Assumptions, assumptionNames, limitsOf, origins } from './rules/assumptions.ts'
import { occupancyLimits } from './rules/occupancy.ts'
import { adChannels, attractionStates, attractions } from './rules/recruitment.ts'

const estimate = z.object({ mean: z.number(), low: z.number(), high: z.number() })
const people = z.number().int().min(1).max(5000)
const month = z
  .string()
  .regex(/^\d{4}-(0[1-9]|1[0-2])$/)
  .meta({ examples: ['2027-02'] })

type Numbers = Readonly<Record<keyof Assumptions, z.ZodNumber>>
const assumptions = z.object(
  Object.fromEntries(
    assumptionNames.map((name) => {
      const { least, most, unit } = limitsOf[name]
      const number = z.number().min(least).max(most)
      return [name, unit === 'days' ? number.int() : number]
    }),
  ) as Numbers,
)
const occupancy = z
  .number()
  .min(occupancyLimits.least)
  .max(occupancyLimits.most)
  .meta({ examples: [0.8] })

const gap = estimate.extend({ enough: z.number() })
const monthPlan = z.object({
  month,
  start: z.number(),
  hires: z.number(),
  leavers: z.number(),
  end: z.number(),
  bands: z.object({ training: z.number(), firstYear: z.number(), later: z.number() }),
  have: estimate,
  need: estimate.nullable(),
  gap: gap.nullable(),
  withHires: z.object({ have: estimate, gap }).nullable(),
  /** Where the need is from. */
  needFrom: z.enum(['own', 'forecast', 'yearBefore', 'recent']).nullable(),
})
export type HeadcountMonth = z.infer<typeof monthPlan>

const proposal = z.object({
  month,
  people: z.number().int(),
  late: z.boolean(),
  advertiseBy: plainDateSchema,
  signBy: plainDateSchema,
  startBy: plainDateSchema,
  trainedBy: plainDateSchema,
  countedFrom: plainDateSchema,
})
export type HiringProposal = z.infer<typeof proposal>

const cohort = z.object({ startedOn: plainDateSchema, people })
const hire = z.object({ startsOn: plainDateSchema, state: z.enum(['advertised', 'signed']), people })
export type Hire = z.infer<typeof hire>
const need = z.object({ month, people: z.number().min(0).max(5000), low: z.number(), high: z.number() })

const plan = z.object({
  today: plainDateSchema,
  assumptions,
  /** Assumptions that are still the product's own, and where each comes from. */
  usual: z.array(z.object({ name: z.enum(assumptionNames), from: z.enum(origins) })),
  occupancy,
  /** Said here, worked out of the requirement of the coming weeks, or nobody's. */
  occupancyFrom: z.enum(['own', 'requirement', 'usual']),
  /** Queues whose handling time nobody knows: the need is without them. */
  uncounted: z.array(z.string()),
  hoursPerPerson: z.number(),
  cohorts: z.array(cohort),
  /** Said here, or counted among those who have shifts. */
  peopleFrom: z.enum(['own', 'shifts', 'nothing']),
  hires: z.array(hire),
  /** The planner's own words for the need. */
  needs: z.array(need),
  months: z.array(monthPlan),
  proposals: z.array(proposal),
  outOfReach: z.array(z.object({ month, people: z.number().int() })),
  surplus: z.array(z.object({ month, people: z.number().int(), fromHires: z.boolean() })),
  /** Whether any traffic is known that a need can be reckoned from. */
  hasTraffic: z.boolean(),
})
export type HeadcountPlan = z.infer<typeof plan>

const lever = (least: number, most: number) => z.number().min(least).max(most)
const levers = z.object({
  growth: lever(-0.9, 3),
  selfService: lever(-1, 1),
  shiftFrom: idSchema.nullable().meta({ examples: [null] }),
  shiftTo: idSchema.nullable().meta({ examples: [null] }),
  shiftShare: lever(0, 1),
  returns: lever(-1, 1),
  openingHours: lever(-168, 168),
  openingContacts: lever(-0.9, 3),
  attrition: lever(0, 5),
  leadTime: lever(0, 5),
})
export type ScenarioLevers = z.infer<typeof levers>

const result = z.object({
  /** Null for things as they are. */
  scenarioId: idSchema.nullable(),
  name: z.string(),
  levers,
  refusal: z
    .enum(['notAShare', 'sharesExceedOne', 'unknownQueue', 'neverSettles', 'fewerThanReturns'])
    .nullable(),
  contacts: z.array(z.object({ id: idSchema, name: z.string(), before: z.number(), after: z.number() })),
  /** What the needed hours are multiplied by before growth. */
  factor: z.number(),
  money: z
    .object({
      wages: z.number(),
      hiring: z.number(),
      total: z.number(),
      hires: z.number(),
      people: z.number(),
      need: z.number(),
      shortMonths: z.number().int(),
    })
    .nullable(),
  firstAdvertiseBy: plainDateSchema.nullable(),
  months: z.array(z.object({ month, need: estimate.nullable(), have: estimate })),
})
export type ScenarioResult = z.infer<typeof result>
const scenarios = z.object({
  /** Somebody is here or is to begin; without anybody, figures of people and money mean nothing. */
  hasPeople: z.boolean(),
  results: z.array(result),
  queues: z.array(z.object({ id: idSchema, name: z.string() })),
  monthsAhead: z.number().int(),
})
export type Scenarios = z.infer<typeof scenarios>

const counts = z.object({
  applicants: z.number().int().min(0).max(100_000),
  interviewed: z.number().int().min(0).max(100_000),
  offered: z.number().int().min(0).max(100_000),
  hired: z.number().int().min(0).max(100_000),
  here6: z
    .number()
    .int()
    .min(0)
    .nullable()
    .meta({ examples: [null] }),
  here12: z
    .number()
    .int()
    .min(0)
    .nullable()
    .meta({ examples: [null] }),
})
const adFields = counts.extend({
  title: z
    .string()
    .trim()
    .min(1)
    .max(200)
    .meta({ examples: ['Kundebehandler strøm'] }),
  channel: z.enum(adChannels),
  publishedOn: plainDateSchema,
  positions: z.number().int().min(0).max(1000),
  cost: z.number().min(0).max(10_000_000),
})
export type AdFields = z.infer<typeof adFields>
const ad = adFields.extend({ adId: idSchema })
export type Ad = z.infer<typeof ad>
const shareOf = z.object({ share: z.number(), low: z.number(), high: z.number(), n: z.number() })
const channelResult = z.object({
  channel: z.enum(adChannels),
  ads: z.number().int(),
  applicants: z.number(),
  hired: z.number(),
  perHire: z.number().nullable(),
  costPerHire: z.number().nullable(),
  here6: shareOf.nullable(),
  here12: shareOf.nullable(),
  costPerStay: z.number().nullable(),
})
export type ChannelResultView = z.infer<typeof channelResult>

const text = z.string().trim().max(4000)
const profile = z.object({ does: text, needs: text, offers: text })
export type RecruitmentProfile = z.infer<typeof profile>
const attraction = z.object({
  attraction: z.enum(attractions),
  state: z.enum(attractionStates).nullable(),
  note: z.string(),
})
export type AttractionView = z.infer<typeof attraction>
const recruitment = z.object({
  profile,
  attractions: z.array(attraction),
  ads: z.array(ad),
  channels: z.array(channelResult),
})
export type Recruitment = z.infer<typeof recruitment>

const tags = ['Headcount']
export const headcountContract = {
  get: oc
    .route({
      method: 'GET',
      path: '/plan/people',
      summary: 'When must we hire? Need and people by month',
      tags,
    })
    .output(plan),
  saveAssumptions: oc
    .route({ method: 'PUT', path: '/plan/people/assumptions', summary: 'What the plan assumes', tags })
    .input(
      z.object({
        assumptions,
        /** Null: as the requirement tells. */
        occupancy: occupancy.nullable(),
      }),
    )
    .output(nothingSchema),
  savePeople: oc
    .route({
      method: 'PUT',
      path: '/plan/people',
      summary: 'Who is here since when, and who is to begin',
      tags,
    })
    .input(z.object({ cohorts: z.array(cohort).max(500), hires: z.array(hire).max(200) }))
    .output(nothingSchema),
  saveNeeds: oc
    .route({ method: 'PUT', path: '/plan/people/needs', summary: 'Own words for the need of months', tags })
    .input(z.object({ needs: z.array(need).max(60) }))
    .output(nothingSchema),
  export: oc
    .route({ method: 'GET', path: '/plan/people/export', summary: 'The plan by month as CSV', tags })
    .input(nothingSchema)
    .output(z.file()),
  scenarios: {
    list: oc
      .route({ method: 'GET', path: '/plan/people/scenarios', summary: 'Scenarios side by side', tags })
      .output(scenarios),
    add: oc
      .route({ method: 'POST', path: '/plan/people/scenarios', summary: 'Keep a scenario', tags })
      .input(
        z.object({
          name: z
            .string()
            .trim()
            .min(1)
            .max(100)
            .meta({ examples: ['Flere hjelper seg selv'] }),
          levers,
        }),
      )
      .output(z.object({ scenarioId: idSchema })),
    remove: oc
      .route({
        method: 'DELETE',
        path: '/plan/people/scenarios/{scenarioId}',
        summary: 'Let a scenario go',
        tags,
      })
      .input(z.object({ scenarioId: idSchema }))
      .output(nothingSchema),
    export: oc
      .route({ method: 'GET', path: '/plan/people/scenarios/export', summary: 'Scenarios as CSV', tags })
      .input(nothingSchema)
      .output(z.file()),
  },
  recruitment: {
    get: oc
      .route({
        method: 'GET',
        path: '/plan/people/recruitment',
        summary: 'Whom we look for, what we offer, and what advertisements have led to',
        tags,
      })
      .output(recruitment),
    saveProfile: oc
      .route({ method: 'PUT', path: '/plan/people/recruitment/profile', summary: 'Whom we look for', tags })
      .input(profile)
      .output(nothingSchema),
    setAttraction: oc
      .route({
        method: 'PUT',
        path: '/plan/people/recruitment/attractions/{attraction}',
        summary: 'Say whether something that makes an employer attractive is in place',
        tags,
      })
      .input(
        z.object({
          attraction: z.enum(attractions),
          state: z.enum(attractionStates),
          note: z.string().trim().max(500),
        }),
      )
      .output(nothingSchema),
    addAd: oc
      .route({
        method: 'POST',
        path: '/plan/people/recruitment/ads',
        summary: 'Enter an advertisement',
        tags,
      })
      .input(adFields)
      .output(z.object({ adId: idSchema })),
    saveAd: oc
      .route({
        method: 'PUT',
        path: '/plan/people/recruitment/ads/{adId}',
        summary: 'Change an advertisement and what came of it',
        tags,
      })
      .input(adFields.extend({ adId: idSchema }))
      .output(nothingSchema),
    removeAd: oc
      .route({ method: 'DELETE', path: '/plan/people/recruitment/ads/{adId}', summary: 'Remove it', tags })
      .input(z.object({ adId: idSchema }))
      .output(nothingSchema),
    export: oc
      .route({
        method: 'GET',
        path: '/plan/people/recruitment/export',
        summary: 'Advertisements as CSV',
        tags,
      })
      .input(nothingSchema)
      .output(z.file()),
  },
}
