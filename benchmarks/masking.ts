/**
 * Masking at the door: what is found of drawn identifiers and of real addresses, what is masked that should stay, and
 * how fast. Run: node benchmarks/masking.ts [FOLDER]. Parts whose data are not there are skipped, and say so.
 */
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { parse } from 'csv-parse/sync'
import fc from 'fast-check'
import * as drawn from '../src/masking/rules/testing/identifiers.ts'
import { type MaskedText, maskAtTheDoor } from '../src/understand/intake/rules/masking/mask-text.ts'
import { ordinarySentences } from '../src/understand/intake/rules/masking/testing/ordinary-sentences.ts'

const folder = process.argv[2] ?? join(import.meta.dirname, '../../shared/data/understand')
const mask = maskAtTheDoor({})
const draws = 5000

const kinds: Readonly<Record<string, fc.Arbitrary<string>>> = {
  nationalId: drawn.spelled(drawn.nationalId),
  account: drawn.spelled(drawn.account),
  organisationNumber: drawn.spelled(drawn.organisationNumber),
  card: drawn.spelled(drawn.card),
  iban: drawn.spelled(drawn.iban),
  phone: drawn.phone,
  email: drawn.email,
}

const found = ({ counts }: MaskedText): number => Object.values(counts).reduce((sum, count) => sum + count, 0)
const digitsIn = (text: string): number => text.replaceAll(/\P{Nd}/gu, '').length
const percent = (part: number, of: number): string => `${((100 * part) / of).toFixed(2)} %`

function drawnIdentifiers(): void {
  for (const [kind, spelled] of Object.entries(kinds)) {
    const texts = fc.sample(drawn.inText(spelled), { numRuns: draws, seed: 4 })
    const masked = texts.map(mask)
    const whole = masked.filter((one) => found(one) > 0 && digitsIn(one.text) < 2).length
    console.log(`${kind}: ${whole} of ${draws} masked whole`)
  }
}

/** How many numbers of so many digits, drawn evenly, are masked though nothing says what they are. */
function plainNumbers(): void {
  for (const length of [5, 6, 7, 8, 9, 10, 11, 12, 16]) {
    const digits = fc.array(fc.integer({ min: 0, max: 9 }), { minLength: length, maxLength: length })
    const numbers = fc.sample(digits, { numRuns: draws, seed: 4 }).map((all) => all.join(''))
    const alone = numbers.filter((number) => found(mask(`Saken ${number} er ikke løst`)) > 0).length
    const said = numbers.filter((number) => found(mask(`Ordrenummer ${number} mangler`)) > 0).length
    console.log(
      `${length} digits: ${percent(alone, draws)} masked, ${percent(said, draws)} behind "ordrenummer"`,
    )
  }
}

function rowsOf(file: string): readonly Readonly<Record<string, string>>[] {
  const path = join(folder, file)
  if (existsSync(path)) return parse(readFileSync(path), { columns: true })
  console.log(`SKIPPED: ${file} is not there`)
  return []
}

function realAddresses(): void {
  const cells = rowsOf('nyc311_channel_1000.csv').map((row) => row['Incident Address'] ?? '')
  const houses = cells.filter((cell) => /^\d+(?:-\d+)? +\S+ +\S|^\d+ [A-Z]{2,}WAY/.test(cell))
  const whole = houses.filter((cell) => mask(cell).text === '[adresse]').length
  if (houses.length > 0) console.log(`real addresses: ${whole} of ${houses.length} masked whole`)
}

function ordinaryTexts(): void {
  const changed = ordinarySentences.filter((text) => mask(text).text !== text).length
  console.log(`ordinary sentences: ${changed} of ${ordinarySentences.length} changed`)
  for (const file of ['clinc150_train.csv', 'clinc150_test.csv', 'hwu64_train.csv']) {
    const masked = rowsOf(file).map((row) => mask(row.text ?? ''))
    const names = masked.filter(({ counts }) => counts.name > 0).length
    const others = masked.filter((one) => found(one) > one.counts.name).length
    if (masked.length > 0)
      console.log(`${file}: ${masked.length} texts, ${names} with a name, ${others} with another kind`)
  }
}

function speed(): void {
  const texts = ordinarySentences.flatMap((text) => [text, `${text} Ring 912 34 567. Mvh Kari Hansen`])
  const rounds = 100
  const before = process.cpuUsage()
  for (let round = 0; round < rounds; round++) for (const text of texts) mask(text)
  const { user, system } = process.cpuUsage(before)
  console.log(`speed: ${((user + system) / (rounds * texts.length)).toFixed(0)} µs of one core for each text`)
}

drawnIdentifiers()
plainNumbers()
realAddresses()
ordinaryTexts()
speed()
