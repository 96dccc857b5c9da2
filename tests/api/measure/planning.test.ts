import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { fromEpochDay, toEpochDay, weekdayOf } from '../../../src/kernel/calendar.ts'
import { toLocal } from '../../../src/kernel/zone.ts'
import { workOnPlans } from '../../../src/measure/planning/index.ts'
import { type PlanningWorld, planningWorld } from '../../support/planning-world.ts'
import { startTestServer, type TestServer } from '../../support/server.ts'

let server: TestServer
beforeAll(async () => {
  server = await startTestServer()
  await workOnPlans(server.jobs, server)
})
afterAll(() => server.close())

async function finished(jobId: string) {
  for (let tries = 0; tries < 200; tries++) {
    const status = await server.jobs.status(jobId)
    if (status && status.state !== 'waiting' && status.state !== 'running') return status
    await new Promise((resolve) => setTimeout(resolve, 50))
  }
  throw new Error('the job did not end')
}

describe('making a plan', () => {
  test('a job makes it, stores every contact with its log, and says that it is fair', async () => {
    const { client, editionId } = await planningWorld(server, { plan: false, names: 'a' })
    expect((await client.planning.get({ editionId })).plan).toBeNull()
    const { jobId } = await client.planning.make({ editionId, seed: 'seed-1' })
    expect(await finished(jobId)).toMatchObject({ state: 'done', output: { contacts: 150, clean: true } })
    const { plan, ready, revisions } = await client.planning.get({ editionId })
    expect(plan).toMatchObject({ revision: 1, started: 0, fairness: { clean: true, contacts: 150 } })
    expect(ready).toMatchObject({ participants: 6, unsettled: 0 })
    expect(revisions).toHaveLength(1)
    const { items, total } = await client.planning.contacts({ editionId })
    expect([items.length, total]).toEqual([150, 150])
    expect(items.every(({ state, observer }) => state === 'assigned' && observer !== null)).toBe(true)
    const { rows } = await server.database.pool.query(
      'select kind, count(*)::int as lines from contact_event where edition_id = $1 group by kind order by kind',
      [editionId],
    )
    expect(rows).toEqual([
      { kind: 'assigned', lines: 150 },
      { kind: 'planned', lines: 150 },
    ])
  })

  test('the same seed gives the same plan again, as long as nobody has begun', async () => {
    const { client, editionId, makePlan } = await planningWorld(server, { names: 'b' })
    const places = async () =>
      (await client.planning.contacts({ editionId })).items.map(({ contactId: _, ...place }) => place)
    const before = await places()
    await makePlan()
    expect(await places()).toEqual(before)
    expect((await client.planning.get({ editionId })).plan?.revision).toBe(2)
  })

  test('a plan that is being carried out is not made anew', async () => {
    const { client, editionId } = await planningWorld(server, { names: 'c' })
    await begin(editionId, 1)
    await expect(client.planning.make({ editionId })).rejects.toMatchObject({ code: 'plan-started' })
  })

  test('without participants whose channels are settled there is nothing to plan', async () => {
    const { client, editionId } = await planningWorld(server, { participants: 0, plan: false, names: 'd' })
    await expect(client.planning.make({ editionId })).rejects.toMatchObject({
      code: 'plan-needs',
      data: { params: { what: 'participants' } },
    })
  })

  test('an edition of another organisation has no plan', async () => {
    const { editionId } = await planningWorld(server, { names: 'e' })
    const foreign = await server.signIn('organiser', server.organisations[1])
    await expect(foreign.client.planning.get({ editionId })).rejects.toMatchObject({ code: 'not-found' })
    await expect(foreign.client.planning.contacts({ editionId })).rejects.toMatchObject({ code: 'not-found' })
  })

  test('counts stand beside the key, and the edition counts the contacts that no observer has', async () => {
    const { client, editionId } = await planningWorld(server, { names: 'f' })
    const { items } = await client.planning.counts({ editionId })
    expect(items[1]).toMatchObject({
      participant: 'Deltaker 2',
      counts: { phone: 11, email: 8, chat: 6 },
      key: { phone: 11, email: 8, chat: 6 },
    })
    expect(items.every(({ counts, key }) => JSON.stringify(counts) === JSON.stringify(key))).toBe(true)

    const unassigned = async () => (await client.edition.get({ editionId })).counts.unassigned
    expect(await unassigned()).toBe(0)
    await server.database.pool.query(
      `update contact set observer_id = null, state = 'planned' where edition_id = $1 and number <= 3`,
      [editionId],
    )
    expect(await unassigned()).toBe(3)
  })
})

/** The first contacts get an attempt. */
async function begin(editionId: string, contacts: number): Promise<void> {
  await server.database.pool.query(
    `update contact set state = 'attempted' where edition_id = $1 and number <= $2`,
    [editionId, contacts],
  )
}

/** What a participant is added with beside its name. */
const entry = {
  class: 'Klasse 1',
  variant: 'single' as const,
  relationship: 'own' as const,
  competitors: [],
  website: null,
}

describe('changing a plan', () => {
  const pause = { from: '2027-02-01', to: '2027-02-12' }

  test('the preview shows what would move and moves nothing; applying moves just that', async () => {
    const { client, editionId } = await planningWorld(server, { names: 'g' })
    await begin(editionId, 10)
    const before = (await client.planning.contacts({ editionId })).items
    const preview = await client.planning.preview({ editionId, changes: { pause } })
    expect((await client.planning.contacts({ editionId })).items).toEqual(before)
    const hit = before.filter(({ date }) => date >= pause.from && date <= pause.to)
    expect(preview.moves.map(({ number }) => number)).toEqual(
      hit.map(({ number }) => number).toSorted((a, b) => a - b),
    )

    const request = { editionId, changes: { pause }, reason: 'Stans i feltarbeidet', token: preview.token }
    expect(await client.planning.apply(request)).toEqual({ revision: 2, moves: hit.length })
    const after = (await client.planning.contacts({ editionId })).items
    const moved = new Map(preview.moves.map((move) => [move.number, move.after!]))
    for (const contact of after) {
      const old = before.find(({ number }) => number === contact.number)!
      const place = moved.get(contact.number)
      if (!place) expect(contact).toEqual(old)
      else expect(contact).toMatchObject({ date: place.date, from: place.from, observerId: place.observer })
    }
    const { plan, revisions } = await client.planning.get({ editionId })
    expect(plan?.closed.filter(({ why }) => why === 'pause')).toHaveLength(10)
    expect(revisions[0]).toMatchObject({ revision: 2, reason: 'Stans i feltarbeidet', moves: hit.length })
    expect((await client.planning.revision({ editionId, revision: 2 })).items).toEqual(preview.moves)
    const { rows } = await server.database.pool.query(
      `select count(*)::int as lines from contact_event where edition_id = $1 and kind = 'moved'`,
      [editionId],
    )
    expect(rows[0].lines).toBe(hit.length)
  })

  test('nothing has changed: nothing moves', async () => {
    const { client, editionId } = await planningWorld(server, { names: 'h' })
    expect((await client.planning.preview({ editionId, changes: {} })).moves).toEqual([])
  })

  test('what was shown is what is done: a preview that no longer holds is refused', async () => {
    const { client, editionId, observerIds } = await planningWorld(server, { names: 'i' })
    const { token } = await client.planning.preview({ editionId, changes: { pause } })
    await client.planning.observers.edit({ ...(await observerOf(client, observerIds[0]!)), active: false })
    await expect(
      client.planning.apply({ editionId, changes: { pause }, reason: 'Stans', token }),
    ).rejects.toMatchObject({ code: 'plan-changed' })
    expect((await client.planning.get({ editionId })).plan?.revision).toBe(1)
  })

  test('an observer who leaves is seen without being told, and only her contacts get others', async () => {
    const { client, editionId, observerIds } = await planningWorld(server, { names: 'j' })
    const [gone] = observerIds
    await client.planning.observers.edit({ ...(await observerOf(client, gone!)), active: false })
    const { moves } = await client.planning.preview({ editionId, changes: {} })
    expect(moves.length).toBeGreaterThan(0)
    expect(moves.every(({ reason, before }) => reason === 'observerGone' && before?.observer === gone)).toBe(
      true,
    )
  })

  test('a participant who withdraws: what is left of it is taken out, and comes back when it does', async () => {
    const { client, editionId, participantIds } = await planningWorld(server, { names: 'k' })
    const participantId = participantIds[0]!
    await client.participants.withdraw({ editionId, participantId, reason: 'Trakk seg' })
    await applyAsNow(client, editionId, 25)
    const states = async () =>
      (await client.planning.contacts({ editionId, participantId })).items.map(({ state }) => state)
    expect(new Set(await states())).toEqual(new Set(['excluded']))
    await client.participants.reinstate({ editionId, participantId })
    await applyAsNow(client, editionId, 25)
    expect((await states()).filter((state) => state === 'assigned')).toHaveLength(25)
  })

  test('other channels for a participant: the contacts that are left follow the new key', async () => {
    const { client, editionId, participantIds } = await planningWorld(server, { names: 'l' })
    const [participantId] = participantIds
    const channels = {
      phone: '22 00 00 00',
      email: null,
      contactForm: null,
      chat: null,
      messenger: 'https://m.me/x',
    }
    const changes = { channels: [{ participantId: participantId!, channels }] }
    const { token } = await client.planning.preview({ editionId, changes })
    await client.planning.apply({ editionId, changes, reason: 'E-posten er lagt ned', token })
    const { items } = await client.planning.contacts({ editionId, participantId })
    expect(new Set(items.map(({ channel }) => channel))).toEqual(new Set(['phone', 'messenger']))
    expect(items).toHaveLength(25)
  })

  test('the details of changed channels are stored with the plan and audited; a blank one is not there', async () => {
    const { client, editionId, participantIds } = await planningWorld(server, { names: 'n' })
    const [participantId] = participantIds as [string]
    const before = await client.participants.get({ editionId, participantId })
    const channels = { ...before.channels, phone: '22 00 00 99', email: '', messenger: 'https://m.me/x' }
    const changes = { channels: [{ participantId, channels }] }
    const { token, moves } = await client.planning.preview({ editionId, changes })
    expect(moves.every(({ participant }) => participant === participantId)).toBe(true)
    expect((await client.participants.get({ editionId, participantId })).channels).toEqual(before.channels)
    await expect(
      client.planning.apply({ editionId, changes, reason: 'Nytt nummer', token: 'noe annet' }),
    ).rejects.toMatchObject({ code: 'plan-changed' })
    expect((await client.participants.get({ editionId, participantId })).channels).toEqual(before.channels)
    await client.planning.apply({ editionId, changes, reason: 'Nytt nummer', token })
    const stored = { ...channels, email: null }
    expect(await client.participants.get({ editionId, participantId })).toMatchObject({
      channels: stored,
      note: 'Nytt nummer',
      chosen: ['phone', 'messenger'],
    })
    const { rows } = await server.database.pool.query(
      `select detail from audit_entry where subject_id = $1 and action = 'participant.channelsChanged'`,
      [participantId],
    )
    expect(rows).toEqual([{ detail: { channels: stored, note: 'Nytt nummer' } }])
  })

  test('a late participant is added, settled and planned, and nobody else is moved', async () => {
    const { client, editionId } = await planningWorld(server, { names: 'o' })
    await begin(editionId, 5)
    const before = (await client.planning.contacts({ editionId })).items
    const { participantId } = await client.participants.add({ editionId, name: 'Sen', ...entry })
    const late = async () => (await client.planning.get({ editionId })).plan?.late
    expect(await late()).toEqual([{ participantId, name: 'Sen', settled: false }])
    expect((await client.planning.preview({ editionId, changes: {} })).moves).toEqual([])

    const channels = {
      phone: '02000',
      email: 'hei@sen.example',
      contactForm: null,
      chat: null,
      messenger: null,
    }
    const confirm = { editionId, participantId, channels, note: null }
    await client.participants.confirm(confirm)
    expect(await late()).toEqual([{ participantId, name: 'Sen', settled: true }])
    await applyAsNow(client, editionId, 25)

    const { items } = await client.planning.contacts({ editionId })
    expect(items.filter((contact) => contact.participantId !== participantId)).toEqual(before)
    expect(items.filter((contact) => contact.participantId === participantId)).toHaveLength(25)
    const { items: counts } = await client.planning.counts({ editionId })
    const own = counts.find((count) => count.participantId === participantId)!
    expect(own.counts).toEqual(own.key)
    expect((await client.planning.get({ editionId })).plan).toMatchObject({
      late: [],
      fairness: { clean: true },
    })
    await expect(client.participants.confirm(confirm)).rejects.toMatchObject({ code: 'channels-frozen' })
  })

  test('in the middle of the season a late participant gets its whole number on the days that are left', async () => {
    const { client, editionId, makePlan } = await planningWorld(server, { plan: false, names: 'p' })
    const today = toEpochDay(toLocal(new Date()).date)
    const monday = fromEpochDay(today - 28 - ((weekdayOf(today) + 6) % 7))
    await server.database.pool.query(
      `update edition set method = jsonb_set(method, '{calendar,start}', to_jsonb($1::text)) where edition_id = $2`,
      [monday, editionId],
    )
    await makePlan()
    const before = (await client.planning.contacts({ editionId })).items
    const { participantId } = await client.participants.add({ editionId, name: 'Midt i', ...entry })
    const channels = { phone: '02000', email: null, contactForm: null, chat: null, messenger: null }
    await client.participants.confirm({ editionId, participantId, channels, note: null })
    await applyAsNow(client, editionId, 25)
    const { items } = await client.planning.contacts({ editionId })
    const own = items.filter((contact) => contact.participantId === participantId)
    expect(own.every(({ date }) => date > fromEpochDay(today))).toBe(true)
    expect(items.filter((contact) => contact.participantId !== participantId)).toEqual(before)
  })

  test('without a plan there is nothing to change, and a pause does not end before it begins', async () => {
    const { client, editionId } = await planningWorld(server, { plan: false, names: 'm' })
    await expect(client.planning.preview({ editionId, changes: {} })).rejects.toMatchObject({
      code: 'plan-missing',
    })
    const backwards = { pause: { from: '2027-02-12', to: '2027-02-01' } }
    await expect(client.planning.preview({ editionId, changes: backwards })).rejects.toMatchObject({
      code: 'invalid-input',
    })
  })
})

describe('whether the plan is fair now', () => {
  test('is kept with the plan, and looked at anew when a contact, an observer or a participant has changed', async () => {
    const { client, editionId, observerIds, participantIds } = await planningWorld(server, { names: 'fair' })
    const read = async () => (await client.planning.get({ editionId })).plan!
    const run = (text: string) => server.database.pool.query(text, [editionId])
    // Shows whether an answer was kept: nobody ever counts to this.
    const mark = () =>
      run(
        `update plan set fairness = jsonb_set(fairness, '{now,started}', '-1') where edition_id = $1 and revision = 1`,
      )
    const made = await read()
    expect(await read()).toEqual(made)
    await mark()
    expect(await read()).toEqual({ ...made, started: -1 })

    await begin(editionId, 3)
    expect(await read()).toMatchObject({ started: 3, fairness: { clean: true } })
    await mark()
    // Without a sign of its own that it has changed.
    await run('update contact set observer_id = null where edition_id = $1 and number between 4 and 6')
    const lonely = await read()
    expect(lonely.started).toBe(3)
    expect(lonely.fairness.rules.find(({ rule }) => rule === 'observerMissing')).toMatchObject({ broken: 3 })
    await mark()
    await client.planning.observers.edit({
      ...(await observerOf(client, observerIds[0]!)),
      contactsPerWeek: 1,
    })
    expect((await read()).started).toBe(3)
    await mark()
    await run(`update participant set name = 'Et nytt navn' where edition_id = $1 and name = 'Deltaker 1'`)
    expect((await read()).started).toBe(3)
    await mark()
    await client.participants.withdraw({ editionId, participantId: participantIds[1]!, reason: 'Slutter' })
    expect((await read()).started).toBe(3)

    const { rows } = await run('select fairness from plan where edition_id = $1 and revision = 1')
    expect(rows[0].fairness).toMatchObject({ clean: true, contacts: 150, now: { started: 3 } })
  })
})

type Client = PlanningWorld['client']

async function applyAsNow(client: Client, editionId: string, moves: number): Promise<void> {
  const preview = await client.planning.preview({ editionId, changes: {} })
  expect(preview.moves).toHaveLength(moves)
  await client.planning.apply({ editionId, changes: {}, reason: 'Slik det er nå', token: preview.token })
}

async function observerOf(client: Client, observerId: string) {
  const { items } = await client.planning.observers.list()
  const { person, ahead: _, ...observer } = items.find((one) => one.observerId === observerId)!
  return { ...observer, personId: person?.personId ?? null }
}

describe('the pool of observers', () => {
  const fields = {
    contactsPerWeek: 4,
    active: true,
    personId: null,
    customerOf: ['Fjordlinja'],
    absences: [],
  }

  test('somebody is added, changed, and found again with everything', async () => {
    const { client } = await server.signIn('organiser')
    const added = await client.planning.observers.add({ ...fields, name: 'Aud Hellestrand' })
    const absences = [{ from: '2027-02-15', to: '2027-02-19', reason: 'Vinterferie' }]
    const { person: _p, ahead: _a, ...observer } = added
    const edited = await client.planning.observers.edit({
      ...observer,
      personId: null,
      absences,
      customerOf: [],
    })
    expect(edited).toMatchObject({ name: 'Aud Hellestrand', customerOf: [], absences, contactsPerWeek: 4 })
    const { items } = await client.planning.observers.list()
    expect(items.find(({ observerId }) => observerId === added.observerId)).toEqual(edited)
  })

  test('a name that is taken, and a person who is somebody’s observer already', async () => {
    const { client, personId } = await server.signIn('organiser')
    await client.planning.observers.add({ ...fields, name: 'Birger Lunde', personId })
    await expect(client.planning.observers.add({ ...fields, name: ' birger  lunde' })).rejects.toMatchObject({
      code: 'conflict',
    })
    await expect(
      client.planning.observers.add({ ...fields, name: 'En annen', personId }),
    ).rejects.toMatchObject({
      code: 'person-observes',
    })
  })

  test('a person of another organisation cannot become an observer here', async () => {
    const { client } = await server.signIn('organiser')
    const { personId } = await server.signIn('organiser', server.organisations[1])
    await expect(
      client.planning.observers.add({ ...fields, name: 'Fremmed', personId }),
    ).rejects.toMatchObject({
      code: 'not-found',
    })
  })

  test('a file is shown first, imported whole, and changes nothing the second time', async () => {
    const { client } = await server.signIn('organiser')
    const file = () =>
      new File(
        [
          'observer;customerOf;contactsPerWeek;absentFrom;absentTo\nGuro;Fjordlinja|Kystbuss;6;2027-01-04;2027-01-08\nHalvor;;;;\n',
        ],
        'o.csv',
      )
    const preview = await client.planning.observers.previewImport({ file: file() })
    expect(preview.rows).toMatchObject([
      {
        line: 2,
        name: 'Guro',
        contactsPerWeek: 6,
        customerOf: ['Fjordlinja', 'Kystbuss'],
        absences: 1,
        change: 'new',
      },
      { line: 3, name: 'Halvor', change: 'new' },
    ])
    expect(await client.planning.observers.import({ file: file() })).toEqual({
      added: 2,
      changed: 0,
      unchanged: 0,
    })
    expect(await client.planning.observers.import({ file: file() })).toEqual({
      added: 0,
      changed: 0,
      unchanged: 2,
    })
  })

  test('a file with a mistake imports nothing and names the line', async () => {
    const { client } = await server.signIn('organiser')
    const file = new File(['observer,contactsPerWeek\nNy person,5\nFeil,mange\n'], 'o.csv')
    await expect(client.planning.observers.import({ file })).rejects.toMatchObject({
      code: 'invalid-input',
      data: { issues: [{ code: 'not-a-count', line: 3, column: 'contactsPerWeek' }] },
    })
    const { items } = await client.planning.observers.list()
    expect(items.some(({ name }) => name === 'Ny person')).toBe(false)
  })
})
