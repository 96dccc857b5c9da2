/**
 * A real server on a free port over a database that nobody else uses meanwhile, with two organisations. People are made when
 * somebody first signs in as them, through the same functions as everywhere else.
 */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type App, createApp } from '../../src/app.ts'
import { createOrganisation, createPerson, type Scope, scopeOfPerson } from '../../src/organisation/index.ts'
import type { Role } from '../../src/organisation/rules/roles.ts'
import type { Db, OpenDatabase } from '../../src/platform/database/index.ts'
import { type Listening, type OverloadLimits, serve } from '../../src/platform/http/index.ts'
import { type Jobs, startJobs } from '../../src/platform/jobs/index.ts'
import { createLog, type Log } from '../../src/platform/log/index.ts'
import { type Client, createClient } from './client.ts'
import { lazyJobs } from './lazy-jobs.ts'
import { lendDatabase } from './lent-database.ts'
import { rememberPasswords } from './quick-passwords.ts'

export type TestOrganisation = { readonly organisationId: string; readonly name: string }

export type TestPerson = {
  readonly personId: string
  readonly email: string
  readonly organisation: TestOrganisation
  readonly scope: Scope
}

export type SignedIn = TestPerson & { readonly client: Client; readonly cookie: string }

export type TestServer = {
  readonly url: string
  readonly db: Db
  readonly database: OpenDatabase
  readonly jobs: Jobs
  readonly app: App
  readonly dataFolder: string
  readonly organisations: readonly [TestOrganisation, TestOrganisation]
  /** A client that has not signed in. */
  readonly anonymous: Client
  /** The person of this role; the first organisation's unless another is given. */
  readonly person: (role: Role, organisation?: TestOrganisation) => Promise<TestPerson>
  /** Somebody new in this role, signed in: for tests that end sessions or change the person. */
  readonly signInAnew: (role: Role, organisation?: TestOrganisation) => Promise<SignedIn>
  /** Signs in over HTTP. The same person each time, the same session too. */
  readonly signIn: (role: Role, organisation?: TestOrganisation) => Promise<SignedIn>
  readonly close: () => Promise<void>
}

export const testPassword = 'lyttepost-test'
rememberPasswords()
let passwordHash: Promise<string> | undefined

export type TestServerOptions = {
  readonly limits?: OverloadLimits
  readonly webFolder?: string
  readonly log?: Log
  readonly publicUrl?: string
  /** Starts the jobs at once instead of at the first one sent. */
  readonly jobs?: boolean
  /** Hosts on closed networks that mail may be fetched from. */
  readonly mailHosts?: readonly string[]
  /** Where it listens if nobody else does; without it, on any free port. */
  readonly port?: number | undefined
  /** A database that is open and migrated already, instead of a fresh one. */
  readonly database?: OpenDatabase
}

export async function startTestServer(options: TestServerOptions = {}): Promise<TestServer> {
  const database = options.database ?? (await lendDatabase())
  const dataFolder = mkdtempSync(join(tmpdir(), 'lyttepost-test-'))
  const jobs = options.jobs ? await startJobs(database) : lazyJobs(database)
  const app = createApp({
    config: {
      publicUrl: options.publicUrl ?? 'http://localhost:4000',
      secret: 'a-secret-for-tests-of-32-characters-or-more',
      dataFolder,
      ...(options.mailHosts ? { mailHosts: options.mailHosts } : {}),
    },
    database,
    jobs,
    log: options.log ?? createLog('error'),
    version: 'test',
    webFolder: options.webFolder ?? join(dataFolder, 'no-web'),
    ...(options.limits ? { limits: options.limits } : {}),
  })
  const listening = await listen(app.fetch, options.port ?? 0)
  const url = `http://127.0.0.1:${listening.port}`
  const organisations = await twoOrganisations(database.db)
  const makePerson = personMaker({ database, app, first: organisations[0] })
  const person = onceEach(makePerson)
  const signIn = onceEach(async (role: Role, organisation?: TestOrganisation) =>
    signInAs(url, await person(role, organisation)),
  )
  return {
    url,
    db: database.db,
    database,
    jobs,
    app,
    dataFolder,
    organisations,
    anonymous: createClient({ url }),
    person,
    signIn,
    signInAnew: async (role, organisation) => signInAs(url, await makePerson(role, organisation)),
    async close() {
      await listening.close(5000)
      app.close()
      await jobs.stop()
      await database.close()
      rmSync(dataFolder, { recursive: true })
    },
  }
}

async function listen(fetch: App['fetch'], port: number): Promise<Listening> {
  const host = '127.0.0.1'
  return serve(fetch, { host, port }).catch((error: NodeJS.ErrnoException) => {
    if (error.code !== 'EADDRINUSE') throw error
    return serve(fetch, { host, port: 0 })
  })
}

async function twoOrganisations(db: Db): Promise<readonly [TestOrganisation, TestOrganisation]> {
  const make = async (name: string) => ({
    name,
    organisationId: await createOrganisation({ db, now: new Date() }, { name, demo: false }),
  })
  return [await make('Første'), await make('Andre')]
}

type Making = { readonly database: OpenDatabase; readonly app: App; readonly first: TestOrganisation }

function personMaker({ database: { db }, app: { auth }, first }: Making) {
  passwordHash ??= auth.hashPassword(testPassword)
  const hash = passwordHash
  const taken = new Set<string>()
  const newEmail = (role: Role, organisation: string, number = 1): string => {
    const email = `${role}${number === 1 ? '' : number}@${organisation.toLowerCase().replace('ø', 'o')}.example.no`
    if (taken.has(email)) return newEmail(role, organisation, number + 1)
    taken.add(email)
    return email
  }
  return async (role: Role, organisation: TestOrganisation = first): Promise<TestPerson> => {
    const { organisationId, name } = organisation
    const email = newEmail(role, name)
    const personId = await createPerson({ db, now: new Date() }, organisationId, {
      name: `${role} i ${name}`,
      email,
      language: 'nb',
      roles: [role],
      passwordHash: await hash,
    })
    const scope = await scopeOfPerson(db, { organisationId, personId }, 'test')
    if (!scope) throw new Error('a person who was just made is active')
    return { personId, email, organisation, scope }
  }
}

async function signInAs(url: string, person: TestPerson): Promise<SignedIn> {
  const cookie = await signInForCookie(url, { email: person.email, password: testPassword })
  return { ...person, cookie, client: createClient({ url, headers: () => ({ cookie }) }) }
}

/** Signs in and answers the cookie as a browser would send it back. */
export async function signInForCookie(
  url: string,
  credentials: { readonly email: string; readonly password: string },
): Promise<string> {
  const response = await fetch(`${url}/api/sign-in`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(credentials),
  })
  if (!response.ok) throw new Error(`sign-in answered ${response.status}: ${await response.text()}`)
  return cookieOf(response)
}

export function cookieOf(response: Response): string {
  return response.headers
    .getSetCookie()
    .map((line) => line.split(';')[0])
    .join('; ')
}

/** The same promise for the same role and organisation. */
function onceEach<T>(make: (role: Role, organisation?: TestOrganisation) => Promise<T>) {
  const made = new Map<string, Promise<T>>()
  return (role: Role, organisation?: TestOrganisation): Promise<T> => {
    const key = `${role} ${organisation?.organisationId ?? 'first'}`
    const known = made.get(key) ?? make(role, organisation)
    made.set(key, known)
    return known
  }
}
