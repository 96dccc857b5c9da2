import { oc } from '@orpc/contract'
import { z } from 'zod'
import {
  idSchema,
  instantSchema,
  languageSchema,
  nothingSchema,
  pageOf,
  pageQueryOf,
} from '../platform/http/contract.ts'
import { apiKeyScopes } from './rules/api-key-scopes.ts'
import { roles } from './rules/roles.ts'

export const roleSchema = z.enum(roles).meta({ examples: ['organiser'] })
const rolesSchema = z
  .array(roleSchema)
  .max(roles.length)
  .meta({ examples: [['organiser']] })
const nameSchema = z
  .string()
  .trim()
  .min(1)
  .max(200)
  .meta({ examples: ['Kari Nordmann'] })
const emailSchema = z
  .email()
  .max(254)
  .toLowerCase()
  .meta({ examples: ['kari@eksempel.no'] })
const newPasswordSchema = z
  .string()
  .min(10)
  .max(128)
  .meta({ examples: ['tolv grønne båter'] })
const passwordSchema = z.string().min(1).max(128)

export const personSchema = z.object({
  personId: idSchema,
  name: z.string().meta({ examples: ['Kari Nordmann'] }),
  email: z.string().meta({ examples: ['kari@eksempel.no'] }),
  language: languageSchema,
  roles: z.array(roleSchema),
  active: z.boolean(),
})
export type Person = z.infer<typeof personSchema>

export const invitationSchema = z.object({
  invitationId: idSchema,
  name: z.string(),
  email: z.string(),
  language: languageSchema,
  roles: z.array(roleSchema),
  state: z.enum(['open', 'accepted', 'revoked', 'expired']),
  createdAt: instantSchema,
  expiresAt: instantSchema,
})
export type Invitation = z.infer<typeof invitationSchema>

const apiKeyScopeSchema = z.enum(apiKeyScopes).meta({
  description: 'What the key opens',
  examples: ['enquiries:write'],
})
const apiKeySchema = z.object({
  apiKeyId: idSchema,
  name: z.string().meta({ examples: ['Telefonsentralen'] }),
  hint: z.string().meta({ description: 'The last four signs of the key', examples: ['x7Qd'] }),
  scopes: z.array(apiKeyScopeSchema),
  createdAt: instantSchema,
  createdBy: z.object({ personId: idSchema, name: z.string() }),
  lastUsedAt: instantSchema.nullable(),
  revokedAt: instantSchema.nullable(),
})
export type ApiKey = z.infer<typeof apiKeySchema>

export const auditEntrySchema = z.object({
  auditId: idSchema,
  at: instantSchema,
  person: z.object({ personId: idSchema, name: z.string() }).nullable(),
  action: z.string().meta({ examples: ['person.edited'] }),
  subject: z.object({ kind: z.string(), id: z.string() }),
  detail: z.record(z.string(), z.unknown()),
})
export type AuditEntry = z.infer<typeof auditEntrySchema>

const organisationNameSchema = z
  .string()
  .trim()
  .min(1)
  .max(200)
  .meta({ examples: ['Nordlys måling'] })
const organisationSchema = z.object({
  organisationId: idSchema,
  name: organisationNameSchema,
  demo: z.boolean().meta({ description: 'Fictional, for trying the product', examples: [false] }),
})

export const meSchema = z.object({
  person: personSchema,
  organisation: organisationSchema,
  /** The organisations that the same account can open. */
  organisations: z.array(organisationSchema),
})
export type Me = z.infer<typeof meSchema>

const sessionSchema = z.object({
  sessionId: z.string(),
  current: z.boolean(),
  createdAt: instantSchema,
  lastSeenAt: instantSchema,
  expiresAt: instantSchema,
  userAgent: z.string().nullable(),
})

export const jobSchema = z.object({
  jobId: z.uuid(),
  name: z.string().meta({ examples: ['participants.findChannels'] }),
  state: z.enum(['waiting', 'running', 'done', 'failed', 'cancelled']),
  /** From 0 to 1. */
  progress: z.number(),
  note: z.string().nullable(),
})
export type JobView = z.infer<typeof jobSchema>

/** Signing in and out, and the sessions of the person who asks. */
export const sessionContract = {
  welcome: oc
    .route({
      method: 'GET',
      path: '/welcome',
      summary: 'What the sign-in page needs to know',
      tags: ['Session'],
    })
    .output(
      z.object({
        demo: z.boolean(),
        /** The sign-ins of the demo world; empty where there is none. */
        signIns: z.array(
          z.object({ role: roleSchema, name: z.string(), email: z.string(), password: z.string() }),
        ),
      }),
    ),
  signIn: oc
    .route({
      method: 'POST',
      path: '/sign-in',
      summary: 'Sign in with e-mail and password',
      tags: ['Session'],
    })
    .input(z.object({ email: emailSchema, password: passwordSchema }))
    .output(meSchema),
  signOut: oc
    .route({ method: 'POST', path: '/sign-out', summary: 'End this session', tags: ['Session'] })
    .output(nothingSchema),
  list: oc
    .route({ method: 'GET', path: '/sessions', summary: 'My open sessions', tags: ['Session'] })
    .output(z.object({ items: z.array(sessionSchema) })),
  revoke: oc
    .route({
      method: 'DELETE',
      path: '/sessions/{sessionId}',
      summary: 'End one of my sessions',
      tags: ['Session'],
    })
    .input(z.object({ sessionId: z.string().min(1).max(100) }))
    .output(nothingSchema),
  switchOrganisation: oc
    .route({
      method: 'PUT',
      path: '/sessions/current/organisation',
      summary: 'Work in another of my organisations',
      tags: ['Session'],
    })
    .input(z.object({ organisationId: idSchema }))
    .output(meSchema),
  changePassword: oc
    .route({
      method: 'PUT',
      path: '/me/password',
      summary: 'Change my password; every other session of mine ends',
      tags: ['Session'],
    })
    .input(z.object({ currentPassword: passwordSchema, newPassword: newPasswordSchema }))
    .output(nothingSchema),
}

/** The organisation, its people, the invitations to it and what has been done in it. */
export const organisationContract = {
  me: oc
    .route({
      method: 'GET',
      path: '/me',
      summary: 'Who am I, where, and what may I do',
      tags: ['Organisation'],
    })
    .output(meSchema),
  setLanguage: oc
    .route({ method: 'PUT', path: '/me/language', summary: 'My language', tags: ['Organisation'] })
    .input(z.object({ language: languageSchema }))
    .output(personSchema),
  rename: oc
    .route({
      method: 'PUT',
      path: '/organisation/name',
      summary: 'Rename the organisation',
      tags: ['Organisation'],
    })
    .input(z.object({ name: organisationNameSchema }))
    .output(organisationSchema),
  people: {
    list: oc
      .route({ method: 'GET', path: '/people', summary: 'The people of the organisation', tags: ['People'] })
      .output(z.object({ items: z.array(personSchema) })),
    edit: oc
      .route({
        method: 'PATCH',
        path: '/people/{personId}',
        summary: 'Change name, roles or whether a person may sign in',
        tags: ['People'],
      })
      .input(
        z.object({
          personId: idSchema,
          name: nameSchema.optional(),
          roles: rolesSchema.optional(),
          active: z.boolean().optional(),
        }),
      )
      .output(personSchema),
  },
  invitations: {
    list: oc
      .route({ method: 'GET', path: '/invitations', summary: 'Invitations, newest first', tags: ['People'] })
      .output(z.object({ items: z.array(invitationSchema) })),
    create: oc
      .route({
        method: 'POST',
        path: '/invitations',
        summary: 'Invite a person; the answer holds the link once',
        tags: ['People'],
        successStatus: 201,
      })
      .input(
        z.object({
          name: nameSchema,
          email: emailSchema,
          language: languageSchema,
          roles: rolesSchema.min(1),
        }),
      )
      .output(z.object({ invitation: invitationSchema, link: z.string() })),
    revoke: oc
      .route({
        method: 'DELETE',
        path: '/invitations/{invitationId}',
        summary: 'Withdraw an invitation',
        tags: ['People'],
      })
      .input(z.object({ invitationId: idSchema }))
      .output(invitationSchema),
    look: oc
      .route({
        method: 'POST',
        path: '/invitations/look',
        summary: 'What an invitation link leads to',
        tags: ['People'],
      })
      .input(z.object({ token: z.string().min(1).max(200) }))
      .output(
        z.object({
          organisation: z.string(),
          name: z.string(),
          email: z.string(),
          language: languageSchema,
          roles: z.array(roleSchema),
          /** Whether the e-mail has an account already: then its password is asked for, not a new one. */
          hasAccount: z.boolean(),
        }),
      ),
    accept: oc
      .route({
        method: 'POST',
        path: '/invitations/accept',
        summary: 'Accept an invitation and sign in',
        tags: ['People'],
      })
      .input(z.object({ token: z.string().min(1).max(200), name: nameSchema, password: newPasswordSchema }))
      .output(meSchema),
  },
  keys: {
    list: oc
      .route({ method: 'GET', path: '/keys', summary: 'API keys, newest first', tags: ['API keys'] })
      .output(z.object({ items: z.array(apiKeySchema) })),
    create: oc
      .route({
        method: 'POST',
        path: '/keys',
        summary: 'Make an API key; the answer holds it once',
        tags: ['API keys'],
        successStatus: 201,
      })
      .input(
        z.object({
          name: z
            .string()
            .trim()
            .min(1)
            .max(100)
            .meta({ examples: ['Telefonsentralen'] }),
          scopes: z
            .array(apiKeyScopeSchema)
            .min(1)
            .max(apiKeyScopes.length)
            .meta({ examples: [['enquiries:write']] }),
        }),
      )
      .output(z.object({ apiKey: apiKeySchema, key: z.string() })),
    revoke: oc
      .route({
        method: 'DELETE',
        path: '/keys/{apiKeyId}',
        summary: 'Revoke an API key; it opens nothing from now on',
        tags: ['API keys'],
      })
      .input(z.object({ apiKeyId: idSchema }))
      .output(apiKeySchema),
    own: oc
      .route({
        method: 'GET',
        path: '/key',
        summary: 'What the key of this request may do',
        tags: ['API keys'],
      })
      .output(z.object({ apiKeyId: idSchema, name: z.string(), scopes: z.array(apiKeyScopeSchema) })),
  },
  audit: oc
    .route({
      method: 'GET',
      path: '/audit',
      summary: 'What has been done, newest first',
      tags: ['Organisation'],
    })
    .input(
      pageQueryOf(idSchema).extend({
        subjectKind: z.string().max(60).optional(),
        subjectId: z.string().max(100).optional(),
      }),
    )
    .output(pageOf(auditEntrySchema)),
}

/** Long work that somebody of the organisation has set going. */
export const jobContract = {
  status: oc
    .route({
      method: 'GET',
      path: '/jobs/{jobId}',
      summary: 'How far a piece of long work has come',
      tags: ['Job'],
    })
    .input(z.object({ jobId: z.uuid() }))
    .output(jobSchema),
  cancel: oc
    .route({ method: 'DELETE', path: '/jobs/{jobId}', summary: 'Stop a piece of long work', tags: ['Job'] })
    .input(z.object({ jobId: z.uuid() }))
    .output(jobSchema),
}
