/**
 * The public test case of M7.3: an edition made to the published counts of 2020, scored by the command, gives back
 * every published percentage. The split over e-mail, chat and Messenger and the number of unanswered contacts are
 * not published; these are one choice that agrees with all that is.
 */
import { existsSync, readFileSync } from 'node:fs'
import { PassThrough, Readable } from 'node:stream'
import { text } from 'node:stream/consumers'
import { expect, test } from 'vitest'
import type { ChannelId } from '../measure/edition/contract.ts'
import { referenceMethod } from '../measure/edition/rules/reference/reference-method.ts'
import type { EditionResults } from '../measure/results/contract.ts'
import { scoreCommand } from './score.ts'

const published = new URL('../../../shared/data/measure/bands_2020.csv', import.meta.url)
const there = existsSync(published)
if (!there) console.warn('SKIPPED: the published figures of 2020 are not on this machine')

/** Contacts at 100, in [80,100), in [70,80), answered below 70, and unanswered. */
const counts: Readonly<Record<ChannelId, readonly [number, number, number, number, number]>> = {
  phone: [156, 944, 219, 430, 135],
  email: [40, 400, 221, 380, 140],
  chat: [25, 200, 101, 186, 70],
  messenger: [13, 188, 107, 214, 150],
}
/** How many of the first scored questions are answered with their worst option, to land in each band. */
const levels = [100, 85, 75, 40]

function answersFor(channel: ChannelId, level: number): string[] {
  const asked = referenceMethod.questions.filter(({ channels }) => channels.includes(channel))
  const best = (options: (typeof asked)[number]['options']) =>
    Math.max(...options.map(({ points }) => points))
  const total = asked.reduce((sum, { scored, options }) => sum + (scored ? best(options) : 0), 0)
  let points = total
  const chosen = new Map<string, string>()
  for (const { id, scored, options } of asked) {
    const lower = scored && ((points - best(options)) * 100) / total >= level
    const wanted = lower ? 0 : scored ? best(options) : 0
    if (lower) points -= best(options)
    chosen.set(id, options.find((option) => option.points === wanted)!.id)
  }
  return referenceMethod.questions.map(({ id }) => chosen.get(id) ?? '')
}

function* submissions(): Generator<string> {
  const ids = referenceMethod.questions.map(({ id }) => id)
  yield `contact,participant,class,channel,answered,${ids.join(',')}\n`
  let contact = 0
  for (const [channel, [...bands]] of Object.entries(counts)) {
    const filled = levels.map((level) => answersFor(channel as ChannelId, level).join(','))
    for (const [band, count] of bands.entries()) {
      for (let index = 0; index < count; index++, contact++) {
        const answers = filled[band] ?? ids.map(() => '').join(',')
        yield `C${contact},P${contact % 181},K${(contact % 181) % 23},${channel},${band < 4 ? 'yes' : 'no'},${answers}\n`
      }
    }
  }
}

test.skipIf(!there)('the published percentages of 2020 come back', async () => {
  const [stdout, stderr] = [new PassThrough(), new PassThrough()]
  const io = { stdin: Readable.from(submissions()), stdout, stderr, cwd: '.' }
  const printed = Promise.all([text(stdout), text(stderr)])
  expect(await scoreCommand(['reference', '-', '--json'], io)).toBe(0)
  stdout.end()
  stderr.end()
  const results: EditionResults = JSON.parse((await printed)[0])
  expect(results.all).toMatchObject({ n: 4319, nAnswered: 4319 - 495 })

  const band = (segment: string, ...bands: string[]) => {
    const own = results.bands.filter((one) => one.segment === segment)
    const n = own.reduce((sum, { count }) => sum + count, 0)
    const count = own.filter((one) => bands.includes(one.band)).reduce((sum, one) => sum + one.count, 0)
    return { count, percent: (count * 100) / n }
  }
  const bandsOf: Record<string, string[]> = {
    'score = 100': ['=100'],
    '80 <= score < 100': ['[80,100)'],
    '70 <= score < 80': ['[70,80)'],
    'score < 70': ['<70'],
    'score >= 80': ['=100', '[80,100)'],
  }
  const lines = readFileSync(published, 'utf8').trim().split('\n').slice(1)
  for (const line of lines) {
    const [segment, measure, percent, exact, least, most] = line.split(',')
    const { count, percent: ours } = band(segment!, ...bandsOf[measure!]!)
    if (percent?.startsWith('a little over')) expect(Math.floor(ours), line).toBe(35)
    else if (percent) expect(ours.toFixed(percent.includes('.') ? 1 : 0), line).toBe(percent)
    if (exact) expect(count, line).toBe(Number(exact))
    if (least) expect(count, line).toBeGreaterThanOrEqual(Number(least))
    if (most) expect(count, line).toBeLessThanOrEqual(Number(most))
  }
  expect(lines).toHaveLength(12)
  const unanswered = results.bands.filter(({ segment }) => segment === 'all').map((one) => one.unanswered)
  expect(unanswered).toEqual([0, 0, 0, 495])
  expect(results.all.answeredScore! * results.all.nAnswered).toBeCloseTo(results.all.totalResult! * 4319, 4)
})
