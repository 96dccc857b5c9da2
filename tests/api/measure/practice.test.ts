/** Targets, standards, training and teaching material of a centre, and figures over the editions. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { referenceMethod } from '../../../src/measure/edition/rules/reference/reference-method.ts'
import { problemOf } from '../../support/client.ts'
import { makeResultsWorld, type ResultsWorld, readsFor } from '../../support/results-world.ts'
import { type SignedIn, startTestServer, type TestServer } from '../../support/server.ts'

let server: TestServer
let world: ResultsWorld
let organiser: SignedIn['client']
let reader: SignedIn
let own: { editionId: string; participantId: string }
const run = (text: string, values: readonly unknown[]) => server.database.pool.query(text, [...values])
const refusal = (call: Promise<unknown>) =>
  call.then(
    () => undefined,
    (error: unknown) => problemOf(error),
  )

beforeAll(async () => {
  server = await startTestServer()
  world = await makeResultsWorld(server, 5)
  organiser = (await server.signIn('organiser')).client
  reader = await server.signInAnew('participant')
  await readsFor(server, world, reader.personId, { name: 'Fjordlinja' })
  own = { editionId: world.editionId, participantId: world.participants.get('Fjordlinja')! }
  await organiser.results.publish({ editionId: world.editionId, published: true })
})
afterAll(() => server.close())

describe('targets', () => {
  test('a centre sets a target, changes it and takes it away, and every change stays in the history', async () => {
    const { client } = reader
    await client.practice.setTarget({ ...own, figure: 'total', level: 95 })
    await client.practice.setTarget({ ...own, figure: 'total', level: 2 })
    await client.practice.setTarget({ ...own, figure: 'unanswered', level: 4 })
    const { targets, history, measured } = await client.practice.get(own)
    expect(measured).toMatchObject({ editionId: world.editionId, contacts: 7, isPreliminary: false })
    const total = targets.find(({ figure }) => figure === 'total')!
    const shown = await client.results.participant(own)
    expect(total.known).toEqual({ value: shown.result.totalResult, n: 7, interval: shown.result.interval })
    expect(total).toMatchObject({ level: 2, verdict: 'reached', isMet: true })
    expect(history.map(({ figure, level }) => `${figure} ${level}`)).toEqual([
      'unanswered 4',
      'total 2',
      'total 95',
    ])
    await client.practice.setTarget({ ...own, figure: 'total', level: null })
    expect((await client.practice.get(own)).targets.map(({ figure }) => figure)).toEqual(['unanswered'])
  })

  test('every figure of the method is offered, with shares from the bands', async () => {
    const { offered } = await reader.client.practice.get(own)
    const ids = offered.map(({ figure }) => figure)
    expect(ids).toEqual(
      expect.arrayContaining(['total', 'share:80', 'channel:chat', 'area:agent', 'question:listened']),
    )
    expect(offered.find(({ figure }) => figure === 'share:80')!.known!.n).toBe(7)
  })

  test('a figure that the method does not have, and an eighth essential performance, are refused', async () => {
    const { client } = reader
    expect(
      await refusal(client.practice.setTarget({ ...own, figure: 'question:nps', level: 3 })),
    ).toMatchObject({
      code: 'invalid-input',
    })
    const scored = referenceMethod.questions.filter((question) => question.scored).map(({ id }) => id)
    expect(
      await refusal(client.practice.setEssentials({ ...own, questions: scored.slice(0, 8) })),
    ).toMatchObject({
      code: 'invalid-input',
    })
    await client.practice.setEssentials({ ...own, questions: ['listened', 'findNeed'] })
    const { essentials } = await client.practice.get(own)
    expect(essentials.map(({ question }) => question)).toEqual(['listened', 'findNeed'])
    expect(essentials[1]!.class!.n).toBeGreaterThan(essentials[1]!.known!.n!)
  })

  test('the season ends with the whole of it', async () => {
    const { points } = await reader.client.practice.season({ ...own, figure: 'total' })
    const { result } = await reader.client.results.participant(own)
    expect(points.at(-1)!.n).toBe(7)
    expect(points.at(-1)!.value).toBeCloseTo(result.totalResult!, 9)
  })
})

describe('whose it is', () => {
  test('the organiser looks and does not write; another centre is not found', async () => {
    expect((await organiser.practice.get(own)).mayWrite).toBe(false)
    expect(await refusal(organiser.practice.setTarget({ ...own, figure: 'total', level: 80 }))).toMatchObject(
      {
        code: 'not-allowed',
      },
    )
    const other = { ...own, participantId: world.participants.get('Havblikk')! }
    for (const ask of [
      () => reader.client.practice.get(other),
      () => reader.client.practice.standards.list(other),
      () => reader.client.practice.training.list(other),
      () => reader.client.practice.material.list(other),
      () => reader.client.practice.trend(other),
      () => reader.client.practice.setTarget({ ...other, figure: 'total', level: 80 }),
    ])
      expect(await refusal(ask())).toMatchObject({ code: 'not-found' })
  })

  test('before the results are shared a participant writes, and sees no figure', async () => {
    const early = await makeResultsWorld(server, 6)
    await readsFor(server, early, reader.personId, { name: 'Kystbuss' })
    const input = { editionId: early.editionId, participantId: early.participants.get('Vidde')! }
    await readsFor(server, early, reader.personId, { name: 'Vidde' })
    await run('update participant set name = $1 where participant_id = $2', [
      'Ny og ukjent',
      input.participantId,
    ])
    await reader.client.practice.setTarget({ ...input, figure: 'total', level: 80 })
    const { measured, targets, offered } = await reader.client.practice.get(input)
    expect(measured).toBeNull()
    expect(targets[0]).toMatchObject({ level: 80, known: null, verdict: null })
    expect(offered.every(({ known }) => known === null)).toBe(true)
    expect((await reader.client.practice.trend(input)).own.series).toEqual([])
    await run('update edition set state = $1 where edition_id = $2', ['preparing', early.editionId])
  })
})

describe('standards', () => {
  const standard = {
    question: 'findNeed',
    channel: 'all',
    good: 'Vi spør til vi vet hva kunden trenger.',
    dos: ['Still et åpent spørsmål først'],
    donts: ['Gjett ikke'],
  } as const
  const list = async () => (await reader.client.practice.standards.list(own)).performances
  const find = async (question: string) => (await list()).find((one) => one.question === question)!

  test('a standard has versions, a distance, the class beside it and the contacts that missed it', async () => {
    const write = (good: string) =>
      reader.client.practice.standards.save({
        ...own,
        ...standard,
        good,
        dos: [...standard.dos],
        donts: [...standard.donts],
      })
    expect(await write('Vi spør.')).toEqual({ version: 1 })
    expect(await write(standard.good)).toEqual({ version: 2 })
    const { standards, known, draft } = await find('findNeed')
    expect(standards).toHaveLength(1)
    expect(standards[0]).toMatchObject({ version: 2, good: standard.good, dos: standard.dos, known })
    expect(standards[0]!.earlier.map(({ good }) => good)).toEqual(['Vi spør.'])
    expect(draft.asks.nb).toContain('stilte kundebehandleren spørsmål')
    const [missed] = standards[0]!.missed
    const submission = await reader.client.results.submission({
      editionId: own.editionId,
      contactId: missed!.contactId,
    })
    expect(submission.number).toBe(missed!.number)
  })

  test('an empty version takes a standard out of force, and a channel without the question is refused', async () => {
    await reader.client.practice.standards.save({ ...own, ...standard, good: '', dos: [], donts: [] })
    expect((await find('findNeed')).standards).toEqual([])
    const wrong = { ...own, question: 'listened', channel: 'email', good: 'x', dos: [], donts: [] } as const
    expect(
      await refusal(reader.client.practice.standards.save({ ...wrong, dos: [], donts: [] })),
    ).toMatchObject({
      code: 'invalid-input',
    })
  })
})

describe('training', () => {
  const training = {
    title: 'Lytt ferdig og oppsummer',
    what: 'Vi øver i par ti minutter hver fredag.',
    questions: ['findNeed'],
    channels: [],
    startsOn: '2026-01-13',
    ownerRole: 'teamleder',
    status: 'running',
  } as const
  const input = () => ({ ...own, ...training, questions: [...training.questions], channels: [] })

  test('a plan that names somebody is refused, and says which word', async () => {
    const problem = await refusal(
      reader.client.practice.training.add({ ...input(), what: 'Kari Nordmann skal øve på å lytte.' }),
    )
    expect(problem).toMatchObject({
      code: 'names-a-person',
      issues: [{ path: 'what', value: 'Kari Nordmann' }],
    })
  })

  test('with nothing before the start it is too early to tell', async () => {
    const { trainingId } = await reader.client.practice.training.add(input())
    const { items } = await reader.client.practice.training.list(own)
    const item = items.find((one) => one.trainingId === trainingId)!
    expect(item.effect).toMatchObject({ verdict: 'tooEarly', before: { n: 0 }, lift: null })
    expect(item.texts[0]!.nb).toContain('spørsmål')
  })

  test('contacts after the start are set against those before it and against the class', async () => {
    const { trainingId } = await reader.client.practice.training.add({ ...input(), startsOn: '2026-01-14' })
    const ids = world.contacts.map(({ contactId }) => contactId)
    // Every other contact of each centre is moved behind the start.
    await run('update contact set date = $1 where contact_id = any($2) and number % 2 = 0', [
      '2026-01-20',
      ids,
    ])
    const { items } = await reader.client.practice.training.list(own)
    const { effect } = items.find((one) => one.trainingId === trainingId)!
    expect(effect.before.n + effect.after.n).toBeLessThanOrEqual(7)
    expect(effect.verdict).toBe('tooEarly')
    await reader.client.practice.training.edit({
      ...input(),
      trainingId,
      status: 'stopped',
      startsOn: '2030-01-01',
    })
    const changed = (await reader.client.practice.training.list(own)).items.find(
      (one) => one.trainingId === trainingId,
    )!
    expect(changed).toMatchObject({ status: 'stopped', effect: { verdict: 'notStarted' } })
  })

  test("another centre's measure cannot be changed", async () => {
    const { trainingId } = await reader.client.practice.training.add(input())
    const other = await server.signInAnew('participant')
    await readsFor(server, world, other.personId, { name: 'Kystbuss' })
    const theirs = { editionId: own.editionId, participantId: world.participants.get('Kystbuss')! }
    expect(
      await refusal(other.client.practice.training.edit({ ...input(), ...theirs, trainingId })),
    ).toMatchObject({
      code: 'not-found',
    })
  })
})

describe('teaching material', () => {
  test('perfect contacts of others are shown only when they share, without name, number and date', async () => {
    const perfect = world.contacts.find(({ participant }) => participant === 'Kystbuss')!.contactId
    await run('update submission_score set score = 100, scored_at = now() where contact_id = $1', [perfect])
    await run('update submission set comments = $2 where contact_id = $1', [
      perfect,
      JSON.stringify({ commentAgent: 'Kari hos Kystbuss lyttet godt.' }),
    ])
    expect((await reader.client.practice.material.list(own)).others).toEqual([])
    const other = await server.signInAnew('participant')
    await readsFor(server, world, other.personId, { name: 'Kystbuss' })
    const theirs = { editionId: own.editionId, participantId: world.participants.get('Kystbuss')! }
    await other.client.practice.material.share({ ...theirs, shared: true })
    const material = await reader.client.practice.material.list(own)
    expect(material).toMatchObject({ sharing: 1, shares: false })
    expect(material.others).toHaveLength(1)
    expect(material.others[0]).toMatchObject({ contactId: null, number: null, date: null, score: 100 })
    const text = JSON.stringify(material.others)
    expect(text).toContain('lyttet godt')
    expect(text).not.toMatch(/Kari|Kystbuss/)
    await other.client.practice.material.share({ ...theirs, shared: false })
    expect((await reader.client.practice.material.list(own)).others).toEqual([])
  })

  test('a note is for own contacts only', async () => {
    const mine = world.contacts.find(({ participant }) => participant === 'Fjordlinja')!.contactId
    await run('update submission_score set score = 100, scored_at = now() where contact_id = $1', [mine])
    await reader.client.practice.material.note({ ...own, contactId: mine, note: 'Slik åpner vi.' })
    expect((await reader.client.practice.material.list(own)).own[0]).toMatchObject({ note: 'Slik åpner vi.' })
    const foreign = world.contacts.find(({ participant }) => participant === 'Vidde')!.contactId
    expect(
      await refusal(reader.client.practice.material.note({ ...own, contactId: foreign, note: 'x' })),
    ).toMatchObject({
      code: 'not-found',
    })
  })
})

describe('over the editions', () => {
  const header = 'Utgave;År;Klasse;Deltaker;Tall;Verdi;n;Nedre;Øvre'
  const file = (...lines: readonly string[]) =>
    new File([[header, ...lines].join('\n')], 'før.csv', { type: 'text/csv' })
  const total = (answer: { series: { figure: string }[] }) =>
    answer.series.find(({ figure }) => figure === 'total')!

  test('a file with a wrong line changes nothing and says which; a right one comes in and goes out again', async () => {
    const wrong = file(
      '2023;2023;Reise;Fjordlinja;total;71,4;25;63;80',
      '2023;2023;Reise;Fjordlinja;humør;50;;;',
    )
    const problem = await refusal(organiser.trend.earlier.import({ file: wrong }))
    expect(problem).toMatchObject({
      code: 'invalid-input',
      issues: [{ code: 'unknown-figure', line: 3, column: 'Tall' }],
    })
    expect((await organiser.trend.earlier.list()).items).toEqual([])
    const right = file(
      '2022;2022;Reise;Fjordlinja;Totalresultat;68;25;60;76',
      '2023;2023;Reise;Gamle Fjordlinja;Totalresultat;71,4;25;63,2;79,6',
      '2023;2023;Reise;;Totalresultat;69;125;;',
    )
    expect(await organiser.trend.earlier.import({ file: right })).toEqual({
      added: 3,
      changed: 0,
      unchanged: 0,
    })
    const again = (await organiser.trend.earlier.export()) as File
    expect(await organiser.trend.earlier.import({ file: again })).toEqual({
      added: 0,
      changed: 0,
      unchanged: 3,
    })
  })

  test('a centre that changed its name is one series when the organiser says so', async () => {
    const series = () => organiser.trend.series({ kind: 'participant', name: 'Fjordlinja' })
    expect(total(await series())).toMatchObject({
      points: [{ year: 2022 }, { edition: 'Utgaven 5', year: 2026 }],
    })
    expect((await organiser.trend.overview()).proposals).toContainEqual({
      kind: 'participant',
      name: 'Fjordlinja',
      sameAs: 'Gamle Fjordlinja',
    })
    await organiser.trend.tie({ kind: 'participant', name: 'Fjordlinja', sameAs: 'Gamle Fjordlinja' })
    const tied = await series()
    expect(tied.alsoNamed).toEqual(['Gamle Fjordlinja'])
    expect(total(tied)).toMatchObject({
      points: [{ year: 2022 }, { year: 2023, value: 71.4 }, { year: 2026 }],
    })
    const two = { kind: 'participant', name: 'Havblikk', sameAs: 'Kystbuss' } as const
    expect(await refusal(organiser.trend.tie(two))).toMatchObject({ code: 'same-edition' })
  })

  test('the line into the product breaks until it is declared comparable, and where a break is declared', async () => {
    const reasons = async () => {
      const { own: series } = await reader.client.practice.trend(own)
      return (total(series) as unknown as { steps: { reasons: string[] }[] }).steps.map(
        (step) => step.reasons,
      )
    }
    expect(await reasons()).toEqual([[], ['unknownMethod']])
    await organiser.trend.judge({ year: 2023, kind: 'break', reason: 'Nye spørsmål' })
    await organiser.trend.judge({ year: 2026, kind: 'comparable', reason: 'Samme skjema' })
    expect(await reasons()).toEqual([['declared'], []])
    await organiser.trend.unjudge({ year: 2023 })
    expect(await reasons()).toEqual([[], []])
  })

  test('a participant sees its class only where others cannot be read out of it', async () => {
    const { class: ofClass } = await reader.client.practice.trend(own)
    expect(total(ofClass)).toMatchObject({
      points: [
        { year: 2023, value: 69 },
        { year: 2026, n: 35 },
      ],
    })
  })

  test('targets follow the centre to the next edition, also under its new name', async () => {
    const next = await makeResultsWorld(server, 7)
    const participantId = next.participants.get('Fjordlinja')!
    await run('update participant set name = $1 where participant_id = $2', [
      'Fjordlinja Nord',
      participantId,
    ])
    await run('update edition set state = $1 where edition_id = $2', ['preparing', next.editionId])
    await readsFor(server, next, reader.personId, { name: 'Fjordlinja' })
    const input = { editionId: next.editionId, participantId }
    await reader.client.practice.setTarget({ ...own, figure: 'answered', level: 77 })
    expect((await reader.client.practice.get(input)).targets).toEqual([])
    await organiser.trend.tie({ kind: 'participant', name: 'Fjordlinja Nord', sameAs: 'Fjordlinja' })
    const { targets, measured } = await reader.client.practice.get(input)
    expect(targets.map(({ level }) => level)).toContain(77)
    expect(measured!.edition).toBe('Utgaven 5')
    await organiser.trend.untie({ kind: 'participant', name: 'Fjordlinja Nord', sameAs: 'Fjordlinja' })
    expect((await reader.client.practice.get(input)).measured).toBeNull()
  })
})
