/**
 * Every page of the router with an address that can be opened. The paths are read from the route files
 * themselves, so that a page cannot be forgotten; a path with parameters says here where they come from.
 */
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Role } from '../../src/organisation/rules/roles.ts'
import { makeFieldWorld, workingDayBack } from './fieldwork-world.ts'
import type { TestServer } from './server.ts'

export type RouteOnTest = { readonly role: Role | null; readonly path: string }

const web = new URL('../../web/', import.meta.url).pathname

/** The paths of all routes, in the words of the router: `/invitation/$token`. */
export function routePaths(): readonly string[] {
  const files = readdirSync(web, { recursive: true, encoding: 'utf8' }).filter((file) =>
    /(^|-|\/)routes\.tsx?$/.test(file),
  )
  const paths = files.flatMap((file) =>
    [...readFileSync(join(web, file), 'utf8').matchAll(/^\s*path: '([^']+)'/gm)].map(
      ([, path]) => path ?? '',
    ),
  )
  return [...new Set(paths)].sort()
}

/** Who looks at a page, when not the admin. */
const visitors: readonly (readonly [start: string, role: Role | null])[] = [
  ['/sign-in', null],
  ['/invitation', null],
  ['/design', null],
  ['/public', null],
  ['/observe', 'observer'],
  ['/measure', 'organiser'],
  ['/understand', 'manager'],
  ['/plan', 'planner'],
]

/** Values of the parameters in a path, made on the server of the test. */
export type MakeParameter = (server: TestServer) => Promise<string>

const parameters: Readonly<Record<string, MakeParameter>> = {
  $token: async (server) => {
    const { client } = await server.signIn('admin')
    const { link } = await client.organisation.invitations.create({
      name: 'Kari Nordmann',
      email: 'kari@pages.example.no',
      language: 'nb',
      roles: ['observer'],
    })
    return link.split('/').at(-1) ?? ''
  },
  $editionId: async (server) => {
    const { client } = await server.signIn('organiser')
    const source = { kind: 'builtIn', method: 'reference' } as const
    const { editionId } = await client.edition.create({ name: 'Utgaven på sidene', source })
    return editionId
  },
  $contactId: async (server) => {
    const world = await makeFieldWorld(server)
    return world.contact(world.observerId, 'phone', workingDayBack(1))
  },
}

/** All of them, the open invitation and the page that does not exist among them. */
export async function routesOnTest(server: TestServer): Promise<readonly RouteOnTest[]> {
  const paths = [...routePaths(), '/there-is-no-such-page']
  const names = [...new Set(paths.flatMap((path) => path.split('/').filter((part) => part.startsWith('$'))))]
  const values = new Map<string, string>()
  for (const name of names) {
    const make = parameters[name]
    if (make === undefined) throw new Error(`tests/support/routes.ts does not know where ${name} comes from`)
    values.set(name, await make(server))
  }
  const filledIn = (path: string): string =>
    path
      .split('/')
      .map((part) => values.get(part) ?? part)
      .join('/')
  return paths.map((path) => ({ role: visitorOf(path), path: filledIn(path) }))
}

function visitorOf(path: string): Role | null {
  const found = visitors.find(([start]) => path.startsWith(start))
  return found === undefined ? 'admin' : found[1]
}
