/**
 * Every page of the router with an address that can be opened. The paths are read from the route files
 * themselves, so that a page cannot be forgotten; a path with parameters says here where they come from.
 */
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { newId } from '../../src/kernel/ids.ts'
import type { Role } from '../../src/organisation/rules/roles.ts'
import { makeAnswersWorld } from './answers-world.ts'
import { makeFeedbackWorld } from './feedback-world.ts'
import { makeFieldWorld, workingDayBack } from './fieldwork-world.ts'
import { makeSource } from './intake-world.ts'
import { makeOverviewWorld } from './overview-world.ts'
import type { TestServer } from './server.ts'
import { makeShiftsWorld, shiftOn } from './shifts-world.ts'
import { makeStaffingWorld } from './staffing-world.ts'

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
  ['/feedback', null],
  ['/observe', 'observer'],
  ['/measure', 'organiser'],
  ['/understand', 'manager'],
  ['/plan', 'planner'],
]

/**
 * Values of the parameters in the paths, made on the server of the test: an open invitation, and an edition in
 * the field with its participant and a contact. A page with a new parameter adds where it comes from.
 */
async function parameters(server: TestServer): Promise<Readonly<Record<string, string>>> {
  const { client } = await server.signIn('admin')
  const guest = { name: 'Kari Nordmann', email: 'kari@pages.example.no' }
  const { link } = await client.organisation.invitations.create({
    ...guest,
    language: 'nb',
    roles: ['observer'],
  })
  const world = await makeFieldWorld(server)
  const feedback = await makeFeedbackWorld(server)
  const { receipt } = await feedback.received()
  const intake = await makeIntake(server)
  return {
    $token: link.split('/').at(-1) ?? '',
    $feedbackLink: await feedback.token(),
    $receipt: receipt,
    $sourceId: intake.sourceId,
    $batchId: intake.batchId,
    $enquiryId: intake.enquiryId,
    $editionId: world.editionId,
    $participantId: world.participantId,
    $observerId: world.observerId,
    // Their own tests open one that is there.
    $appealId: newId(),
    $codingId: newId(),
    ...(await overviewParameters(server)),
    $improvementId: await makeImprovement(server),
    $whatIfId: await makeWhatIf(server),
    $agentId: (await makeShiftsWorld(server)).sara,
    $week: await makeShiftWeek(server),
    $answerId: await (await makeAnswersWorld(server)).agreed(),
    $contactId: await world.contact(world.observerId, 'phone', workingDayBack(1)),
  }
}

/** Of a queue with a forecast, so that there is something to set up. */
async function makeWhatIf(server: TestServer): Promise<string> {
  const world = await makeStaffingWorld(server)
  await world.addQueue()
  const { client } = await server.signIn('planner')
  return (await client.simulation.create({ name: 'Uka', from: world.monday, days: 5 })).whatIfId
}

/** Shifts of two people in a week to come. */
async function makeShiftWeek(server: TestServer): Promise<string> {
  const world = await makeShiftsWorld(server)
  await world.put([shiftOn(world.weekStart, world.sara), shiftOn(world.weekStart, null)])
  return world.weekStart
}

async function makeImprovement(server: TestServer): Promise<string> {
  const { client } = await server.signIn('manager')
  const fields = { title: 'Én faktura', cause: 'backend', hypothesis: '', expectedDrop: 0.3 } as const
  const { improvementId } = await client.improvements.create({
    ...fields,
    ownerId: null,
    dueOn: null,
    topicIds: [],
  })
  return improvementId
}

/** A tally with a press, which is a source, a delivery and an enquiry. */
async function makeIntake(server: TestServer) {
  const { client } = await server.signIn('manager')
  const { sourceId } = await makeSource(client, 'tally', {
    profile: { reasons: ['Pris'] },
    channel: 'inPerson',
  })
  const at = new Date().toISOString()
  await client.intake.tally.press({
    sourceId,
    presses: [{ pressId: newId(), reason: 'Pris', at, undone: false }],
  })
  const { items } = await client.intake.batches.list({ sourceId, limit: 1 })
  const { items: enquiries } = await client.intake.enquiries.list({ source: sourceId, limit: 1 })
  return { sourceId, batchId: items[0]!.batchId, enquiryId: enquiries[0]!.enquiryId }
}

/** A topic that has been asked about, and a sample of what was asked. */
async function overviewParameters(server: TestServer) {
  const world = await makeOverviewWorld(server)
  const $topicId = await world.addTopic('Når kommer montøren?')
  await world.add(
    Array.from({ length: 12 }, (_, at) => ({ daysAgo: 2 + at, topics: [{ topicId: $topicId }] })),
  )
  const { client } = await server.signIn('manager')
  const draw = { from: '2020-01-01', to: world.today, topicId: null, size: 10 }
  return { $topicId, $sampleId: (await client.overview.demand.draw(draw)).sampleId }
}

/** Fills the parameters of a path with what was made for them. */
export async function parametersOnTest(server: TestServer): Promise<(path: string) => string> {
  const values = await parameters(server)
  return (path) => path.replaceAll(/\$\w+/g, (name) => values[name] ?? unknown(name, path))
}

function unknown(name: string, path: string): never {
  throw new Error(`tests/support/routes.ts does not know where ${name} of ${path} comes from`)
}

/** Who looks at this page. */
export function visitorOf(path: string): Role | null {
  const found = visitors.find(([start]) => path.startsWith(start))
  return found === undefined ? 'admin' : found[1]
}
