/**
 * A server over the store of the settings, and an observer who hands in one form after the other over HTTP. A
 * form's id is printed once the server has acknowledged it. It goes on until it is killed.
 */
import { newId } from '../../src/kernel/ids.ts'
import { toInstant } from '../../src/kernel/zone.ts'
import { migrate, openDatabase } from '../../src/platform/database/index.ts'
import {
  bestAnswers,
  clockEvent,
  makeFieldWorld,
  someComments,
  workingDayBack,
} from '../support/fieldwork-world.ts'
import { startTestServer } from '../support/server.ts'

const database = await openDatabase({
  dataFolder: process.env.LYTTEPOST_DATA!,
  ...(process.env.DATABASE_URL ? { databaseUrl: process.env.DATABASE_URL } : {}),
})
await migrate(database.pool)
const server = await startTestServer({ database })
const world = await makeFieldWorld(server)
const { client } = await server.signIn('observer')
// The account is kept from before the last kill; its new place is in the organisation that was made now.
await client.session.switchOrganisation({ organisationId: server.organisations[0].organisationId })
const day = workingDayBack(5)
process.stdout.write('ready\n')
for (;;) {
  const contactId = await world.contact(world.observerId, 'phone', day)
  await client.fieldwork.observe.log({
    contactId,
    events: [clockEvent('attemptStarted', day, '09:10:00'), clockEvent('humanReply', day, '09:10:41')],
  })
  const { submissionId } = await client.fieldwork.observe.submit({
    contactId,
    submissionId: newId(),
    answers: bestAnswers(world.method, 'phone'),
    comments: someComments(world.method),
    submittedAt: toInstant(day, '09:30').toISOString(),
  })
  process.stdout.write(`${submissionId}\n`)
}
