import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type AnswersWorld, contentOf, makeAnswersWorld, moveBody } from '../../support/answers-world.ts'
import { startTestServer, type TestServer } from '../../support/server.ts'

let server: TestServer
let world: AnswersWorld

beforeAll(async () => {
  server = await startTestServer()
  world = await makeAnswersWorld(server)
})
afterAll(() => server.close())

const flagsOf = async (answerId: string) => {
  const { versionList } = await world.client.answers.get({ answerId })
  return Object.fromEntries(
    versionList.map(({ channel, stale, wrong, approved }) => [channel, { stale, wrong, approved }]),
  )
}

describe('two who write at once', () => {
  test('lose nothing: the second is shown both, and saves what they are together', async () => {
    const { client, answer } = world
    const answerId = await answer('Flytte', 'Første\n\nAndre\n\nTredje')
    const mine = contentOf('Flytte', 'FØRSTE\n\nAndre\n\nTredje')
    const theirs = contentOf('Flytte', 'Første\n\nAndre\n\nTREDJE')
    const admin = (await server.signIn('admin')).client
    expect(await admin.answers.save({ answerId, baseRevision: 2, content: theirs })).toMatchObject({
      is: 'saved',
    })
    const met = await client.answers.save({ answerId, baseRevision: 2, content: mine })
    expect(met).toMatchObject({ is: 'met', revision: 3, by: 'admin i Første', conflicts: [] })
    if (met.is !== 'met') throw new Error('not met')
    expect(met.merged.texts.nb?.body).toBe('FØRSTE\n\nAndre\n\nTREDJE')
    expect((await client.answers.get({ answerId })).content.texts.nb?.body).toBe('Første\n\nAndre\n\nTREDJE')
    const saved = await client.answers.save({ answerId, baseRevision: 3, content: met.merged, merged: true })
    expect(saved).toMatchObject({ is: 'saved', answer: { revision: 4 } })
    const { revisions } = await client.answers.history({ answerId })
    expect(revisions.map(({ kind }) => kind)).toEqual(['merged', 'written', 'written', 'written'])
  })

  test('who change the same line are shown both texts, and every revision can be had back', async () => {
    const { client, answer } = world
    const answerId = await answer('Flytte', 'Én')
    await client.answers.save({ answerId, baseRevision: 2, content: contentOf('Flytte', 'To') })
    const met = await client.answers.save({ answerId, baseRevision: 2, content: contentOf('Flytte', 'Tre') })
    expect(met).toMatchObject({
      is: 'met',
      conflicts: [{ path: 'texts.nb.body', pieces: [{ mine: 'Tre', theirs: 'To' }] }],
    })
    const restored = await client.answers.restore({ answerId, revision: 2 })
    expect(restored).toMatchObject({ revision: 4, content: { texts: { nb: { body: 'Én' } } } })
  })

  test('twenty at once in one answer: each is saved or met, and none is overwritten', async () => {
    const { client, answer } = world
    const answerId = await answer('Flytte', 'Start')
    const writes = Array.from({ length: 20 }, (_, number) =>
      client.answers.save({ answerId, baseRevision: 2, content: contentOf('Flytte', `Skrevet ${number}`) }),
    )
    const outcomes = await Promise.all(writes)
    expect(outcomes.filter(({ is }) => is === 'saved')).toHaveLength(1)
    expect((await client.answers.get({ answerId })).revision).toBe(3)
  })
})

describe('a channel version', () => {
  test('is stale from the day that another core is agreed until it is approved again', async () => {
    const { client, agreed, approved } = world
    const answerId = await agreed()
    await approved(answerId, 'chat')
    await approved(answerId, 'email')
    const changed = contentOf('Flytte strømavtalen', moveBody.replace('Min side.', 'nettsiden vår.'))
    await client.answers.save({ answerId, baseRevision: 2, content: changed })
    expect(await flagsOf(answerId)).toMatchObject({ chat: { stale: false }, email: { stale: false } })
    await client.answers.move({ answerId, move: 'submit' })
    await client.answers.move({ answerId, move: 'agree' })
    expect(await flagsOf(answerId)).toMatchObject({ chat: { stale: true }, email: { stale: true } })
    await approved(answerId, 'chat')
    expect(await flagsOf(answerId)).toMatchObject({ chat: { stale: false }, email: { stale: true } })
    const [line] = (await client.answers.list({})).items.filter((each) => each.answerId === answerId)
    expect(line).toMatchObject({ stale: ['email'], state: 'agreed' })
  })

  test('that says another price is wrong, and cannot be approved', async () => {
    const { client, agreed } = world
    const answerId = await agreed()
    const of = { answerId, channel: 'chat', language: 'nb' } as const
    await client.answers.versions.draft(of)
    await client.answers.versions.save({
      ...of,
      baseEdit: 1,
      body: 'Hei! Flyttegebyret er 300 kr. Si fra 14 dager før på https://kraft.example.no/min-side.',
    })
    expect(await flagsOf(answerId)).toMatchObject({ chat: { wrong: true } })
    await expect(client.answers.versions.approve({ ...of, editNumber: 2 })).rejects.toMatchObject({
      code: 'version-refused',
    })
    await client.answers.versions.save({
      ...of,
      baseEdit: 2,
      body: 'Hei! Flyttegebyret er kr 249,-. Si fra fjorten dager før på kraft.example.no/min-side.',
    })
    expect(await flagsOf(answerId)).toMatchObject({ chat: { wrong: false } })
    await client.answers.versions.approve({ ...of, editNumber: 3 })
  })

  test('needs an agreed core, and the text that was read', async () => {
    const { client, answer, agreed } = world
    const of = { channel: 'web', language: 'nb' } as const
    const draft = await answer()
    await client.answers.versions.draft({ ...of, answerId: draft })
    await expect(
      client.answers.versions.approve({ ...of, answerId: draft, editNumber: 1 }),
    ).rejects.toMatchObject({ code: 'answer-not-agreed' })
    const answerId = await agreed()
    await client.answers.versions.draft({ ...of, answerId })
    await client.answers.versions.draft({ ...of, answerId })
    await expect(client.answers.versions.approve({ ...of, answerId, editNumber: 1 })).rejects.toMatchObject({
      code: 'answer-changed',
    })
  })
})

describe('a shared fact', () => {
  test('changed once changes every answer that refers to it, keeps them agreed, and makes their versions stale', async () => {
    const { client, agreed, approved } = world
    await client.answers.facts.save({ name: 'Purregebyr', kind: 'price', value: '35 kr' })
    const first = await agreed('Purring', 'Purregebyret er {{=purregebyr}}.')
    const second = await agreed('Inkasso', 'Før inkasso betaler du {{=purregebyr}}.')
    await approved(first, 'chat')
    const { changed, items } = await client.answers.facts.save({
      name: 'purregebyr',
      kind: 'price',
      value: '40 kr',
    })
    expect(changed).toBe(2)
    expect(items.find(({ name }) => name === 'purregebyr')?.usedBy).toHaveLength(2)
    for (const answerId of [first, second]) {
      const read = await client.answers.find.read({ answerId })
      expect(read.texts[0]?.plain).toContain('40 kr')
      expect((await client.answers.get({ answerId })).state).toBe('agreed')
    }
    expect(await flagsOf(first)).toMatchObject({ chat: { stale: true, wrong: false } })
    const before = await client.answers.revision({ answerId: first, revision: 2 })
    expect(before.facts).toEqual({ purregebyr: { kind: 'price', value: '35 kr' } })
  })
})

describe('sign-off', () => {
  test('by every channel’s owner agrees the answer; a change asks them again; nobody signs for another', async () => {
    const { client, answer } = world
    const manager = await server.signIn('manager')
    const editor = await server.signIn('editor')
    const owners = [
      { channel: 'phone', personId: manager.personId },
      { channel: 'chat', personId: editor.personId },
    ] as const
    await client.answers.settings.save({ open: false, origins: [], owners: [...owners] })
    const answerId = await answer()
    await client.answers.move({ answerId, move: 'submit' })
    await expect(client.answers.move({ answerId, move: 'agree' })).rejects.toMatchObject({
      code: 'sign-offs-missing',
    })
    await expect(client.answers.signOff({ answerId, channel: 'phone', revision: 2 })).rejects.toMatchObject({
      code: 'not-allowed',
    })
    expect(await client.answers.signOff({ answerId, channel: 'chat', revision: 2 })).toMatchObject({
      state: 'inReview',
      missingSignOffs: ['phone'],
    })
    await client.answers.save({ answerId, baseRevision: 2, content: contentOf('Flytte', 'Ny tekst') })
    await expect(
      manager.client.answers.signOff({ answerId, channel: 'phone', revision: 2 }),
    ).rejects.toMatchObject({ code: 'answer-changed' })
    expect(await manager.client.answers.signOff({ answerId, channel: 'phone', revision: 3 })).toMatchObject({
      missingSignOffs: ['chat'],
    })
    expect(await client.answers.signOff({ answerId, channel: 'chat', revision: 3 })).toMatchObject({
      state: 'agreed',
      agreedRevision: 3,
    })
    await client.answers.settings.save({ open: false, origins: [], owners: [] })
  })
})

describe('finding', () => {
  test('an agent finds what is agreed with a typing error, in nynorsk too, and never a draft or what is laid away', async () => {
    const { client, agreed, answer } = world
    const agent = (await server.signIn('agent')).client
    const answerId = await agreed('Bytte målerskap', 'Et nytt målerskap koster {{pris: 4 900 kr}}.')
    await answer('Bytte målerskap i utkast', 'Utkast')
    const search = async (q: string) =>
      (await agent.answers.find.search({ q })).items.map((each) => each.answerId)
    expect(await search('målarskap')).toEqual([answerId])
    expect(await search('malerskp')).toEqual([answerId])
    await client.answers.move({ answerId, move: 'retire' })
    expect(await search('målerskap')).toEqual([])
    await expect(agent.answers.find.read({ answerId })).rejects.toMatchObject({ code: 'not-found' })
  })

  test('an agent is told of an answer that waits to be agreed, by its title, and gets it when it is', async () => {
    const { client, answer } = world
    const agent = (await server.signIn('agent')).client
    const answerId = await answer('Bytte sikringsskap', 'Det koster {{pris: 9 900 kr}}.')
    const told = async () => {
      const { items, inReview } = await agent.answers.find.search({ q: 'sikringskap' })
      return { items: items.map((each) => each.answerId), inReview: inReview.map(({ title }) => title) }
    }
    expect(await told()).toEqual({ items: [], inReview: [] })
    await client.answers.move({ answerId, move: 'submit' })
    expect(await told()).toEqual({ items: [], inReview: ['Bytte sikringsskap'] })
    expect(JSON.stringify(await agent.answers.find.search({ q: 'sikringskap' }))).not.toContain('9 900')
    await client.answers.move({ answerId, move: 'agree' })
    expect(await told()).toEqual({ items: [answerId], inReview: [] })
  })

  test('a search in vain is counted and kept masked; writing its answer takes it off the list', async () => {
    const { client } = world
    const agent = (await server.signIn('agent')).client
    const note = { query: 'Varmepumpe 98765432', found: 0, answerId: null, act: null }
    await agent.answers.find.note(note)
    await agent.answers.find.note(note)
    const report = await client.answers.find.report({})
    expect(report.misses).toMatchObject([{ words: 'varmepumpe […]', times: 2, kind: 'empty' }])
    expect(report.empty).toMatchObject({ n: 2, share: 1 })
    const stored = await server.database.pool.query('select * from answer_search_miss')
    expect(JSON.stringify(stored.rows)).not.toContain('98765432')
    await client.answers.create({
      topicId: null,
      title: 'Varmepumpe',
      language: 'nb',
      miss: 'varmepumpe […]',
    })
    expect((await client.answers.find.report({})).misses).toEqual([])
  })
})

describe('what is really said', () => {
  test('replies agree with, lack or contradict the facts, per channel, and every share has its records', async () => {
    const { client, topic, enquiry, agreed } = world
    const topicId = await topic('Flytting')
    const answerId = await agreed('Flytte', moveBody, topicId)
    const texts = [
      ['email', 'Hei, si fra 14 dager før du flytter.'],
      ['email', 'Flyttegebyret er 199 kr.'],
      ['email', 'Fakturaen din på 1 349 kr er betalt.'],
      ['chat', 'Flyttegebyret er kr 249,-.'],
    ] as const
    for (const [number, [channel, reply]] of texts.entries())
      await enquiry(topicId, { channel, text: `Flytte ${number}`, reply })
    await enquiry(topicId, { channel: 'phone', text: 'Flytte uten svar', reply: null })
    const found = await client.answers.consistency({ answerId })
    expect(found.replies).toBe(4)
    const [all, email] = found.channels
    expect(all).toMatchObject({
      channel: 'all',
      n: 4,
      agrees: { share: 0.5 },
      contradicts: { share: 0.25 },
      lacks: { share: 0.25 },
    })
    expect(email).toMatchObject({ channel: 'email', n: 3 })
    expect(found.facts.find(({ name }) => name === 'flyttegebyr')).toMatchObject({
      told: 1,
      contradicted: 1,
      others: [{ value: '199 kr', times: 1 }],
    })
    for (const { channel, n, ...shares } of found.channels)
      for (const verdict of ['agrees', 'contradicts', 'lacks'] as const) {
        const { total, items } = await client.answers.replies({ answerId, channel, verdict })
        expect(total).toBe(Math.round(shares[verdict].share * n))
        expect(items.every((item) => item.verdict === verdict)).toBe(true)
      }
  })
})

describe('reading from outside', () => {
  const read = (path: string, headers: Record<string, string> = {}) =>
    fetch(`${server.url}/api/public/answers${path}`, { headers })

  test('is closed until the editor opens it, and then has an ETag, four formats and nothing that is not agreed', async () => {
    const { client, organisationId, agreed, answer, approved } = world
    const answerId = await agreed('Åpent svar', 'Det koster {{pris: 12 kr}}. <b>')
    await approved(answerId, 'chatbot')
    await answer('Hemmelig utkast', 'Utkast')
    await client.answers.settings.save({ open: false, origins: [], owners: [] })
    expect((await read(`?organisation=${organisationId}`)).status).toBe(404)
    await client.answers.settings.save({ open: true, origins: ['https://www.kraft.example.no'], owners: [] })
    const response = await read(`?organisation=${organisationId}`)
    expect(response.status).toBe(200)
    const { items } = (await response.json()) as {
      items: { title: string; html: string; facts: unknown[] }[]
    }
    expect(items.find(({ title }) => title === 'Åpent svar')).toMatchObject({
      html: '<p>Det koster <strong>12 kr</strong>. &lt;b&gt;</p>',
    })
    expect(JSON.stringify(items)).not.toContain('Utkast')
    const etag = response.headers.get('etag') ?? ''
    const again = await read(`?organisation=${organisationId}`, { 'if-none-match': etag })
    expect([again.status, await again.text()]).toEqual([304, ''])
    await agreed('Et nytt svar', 'Nytt')
    expect((await read(`?organisation=${organisationId}`, { 'if-none-match': etag })).status).toBe(200)
    for (const [format, type, holds] of [
      ['json', 'application/json', '"Åpent svar"'],
      ['csv', 'text/csv', 'Åpent svar'],
      ['html', 'text/html', '<h2>Åpent svar</h2>'],
      ['chatbot', 'application/json', '"intents"'],
    ] as const) {
      const file = await read(`/export/${format}?organisation=${organisationId}`)
      expect(file.headers.get('content-type')).toContain(type)
      expect(await file.text()).toContain(holds)
    }
  })

  test('from a browser is for the pages that were named, and only their word is counted', async () => {
    const { client, organisationId, agreed } = world
    const answerId = await agreed('Hjelper dette', 'Ja')
    await client.answers.settings.save({ open: true, origins: ['https://www.kraft.example.no'], owners: [] })
    const named = { origin: 'https://www.kraft.example.no' }
    const search = await read(`/search?organisation=${organisationId}&q=hjelper`, named)
    expect(search.headers.get('access-control-allow-origin')).toBe(named.origin)
    const other = await read(`/search?organisation=${organisationId}&q=hjelper`, {
      origin: 'https://ond.example',
    })
    expect(other.headers.get('access-control-allow-origin')).toBeNull()
    const tell = (origin: string) => {
      const body = new FormData()
      for (const [name, value] of Object.entries({ organisation: organisationId, answerId, act: 'helped' }))
        body.append(name, value)
      return fetch(`${server.url}/api/public/answers/notes`, { method: 'POST', body, headers: { origin } })
    }
    expect((await tell(named.origin)).status).toBe(200)
    expect((await tell('https://ond.example')).status).toBe(403)
    const { rows } = await server.database.pool.query(
      `select times from answer_use where act = 'helped' and answer_id = $1`,
      [answerId],
    )
    expect(rows).toEqual([{ times: 1 }])
  })

  test('with a key needs the scope for it, and no opening', async () => {
    const { client } = world
    await client.answers.settings.save({ open: false, origins: [], owners: [] })
    const admin = (await server.signIn('admin')).client
    const { key } = await admin.organisation.keys.create({ name: 'Nettsiden', scopes: ['answers:read'] })
    const { key: wrong } = await admin.organisation.keys.create({ name: 'Logg', scopes: ['enquiries:write'] })
    expect((await read('', { authorization: `Bearer ${key}` })).status).toBe(200)
    expect((await read('', { authorization: `Bearer ${wrong}` })).status).toBe(404)
    expect((await read('')).status).toBe(404)
  })
})

test('the workshop sheet is one page, also for a long answer', async () => {
  const { client, answer } = world
  const answerId = await answer('Langt svar', `${moveBody}\n\n${'En setning til om flytting. '.repeat(80)}`)
  const file = await client.answers.sheet({ answerId, language: 'nn' })
  const text = Buffer.from(await file.arrayBuffer()).toString('latin1')
  expect(text.startsWith('%PDF-')).toBe(true)
  expect(text.match(/\/Type\s*\/Page\b/g)).toHaveLength(1)
})

test('another server that shares the database answers by what was agreed a moment ago', async () => {
  const { agreed } = world
  const other = await startTestServer({ database: server.database })
  try {
    const agent = await server.signIn('agent')
    const ask = async () => {
      const response = await fetch(`${other.url}/api/understand/find?q=solcelletak`, {
        headers: { cookie: agent.cookie },
      })
      return ((await response.json()) as { items: unknown[] }).items.length
    }
    expect(await ask()).toBe(0)
    await agreed('Solcelletak', 'Om solcelletak.')
    expect(await ask()).toBe(1)
  } finally {
    other.app.close()
  }
})

test('an answer follows its topic into the one that it is merged into, and comes back when that is undone', async () => {
  const { client } = await server.signIn('editor')
  const [one, other] = [await world.topic('Flytting'), await world.topic('Ny adresse')]
  const { answerId } = await client.answers.create({ topicId: one, title: 'Flytte', language: 'nb' })
  const { decision } = await client.topics.decide({
    decision: { kind: 'merge', topicIds: [one], into: other },
  })
  expect(await client.answers.get({ answerId })).toMatchObject({ topicId: other })
  await client.topics.undo({ decision })
  expect(await client.answers.get({ answerId })).toMatchObject({ topicId: one })
})
