/** A small log of made Norwegian texts about known things, with vectors to go with it: for tests. */
import { type Dense, normaliseRows, zeros } from '../../matrix/dense.ts'
import { learnFeatures } from '../../text/text-features.ts'
import { textKey } from '../../text/text-key.ts'
import type { TextNeighbours } from '../suggest-merges.ts'

const ways = ['Hei! Hvor er', 'når får jeg', 'Jeg finner ikke', 'æ lure på korsen det e med', 'Hjelp meg med']

export const things = {
  parcel: ['pakken min', 'pakken fra dere', 'pakken jeg bestilte'],
  shipment: ['sendingen min', 'sendingen fra dere', 'sendingen jeg bestilte'],
  invoice: ['fakturaen for mai', 'fakturaen på strøm', 'fakturaen for juni'],
  password: ['passordet mitt', 'passordet til siden', 'passordet for innlogging'],
} as const

export type Thing = keyof typeof things

export type MadeLog = {
  readonly texts: readonly string[]
  readonly thing: readonly Thing[]
  readonly words: ReturnType<typeof learnFeatures>['words']
  readonly wordTerms: readonly string[]
  readonly vectors: Dense
  readonly neighbours: TextNeighbours
}

/** Vectors are the TF-IDF of n-grams, but a parcel and a shipment lie near each other, as a learner would find. */
export function madeLog(): MadeLog {
  const rows = Object.entries(things).flatMap(([thing, names]) =>
    ways.flatMap((way) => names.map((name) => ({ text: `${way} ${name}`, thing: thing as Thing }))),
  )
  const { words, wordTerms } = learnFeatures(rows.map(({ text }) => textKey(text)))
  const vectors = zeros(rows.length, wordTerms.length + 3)
  const corner = { parcel: 0, shipment: 0, invoice: 1, password: 2 }
  for (const [row, { thing }] of rows.entries()) {
    for (let place = words.start[row]!; place < words.start[row + 1]!; place++)
      vectors.value[row * vectors.columns + words.index[place]!] = 0.3
    vectors.value[row * vectors.columns + wordTerms.length + corner[thing]] = 1
  }
  normaliseRows(vectors)
  const [texts, thing] = [rows.map((row) => row.text), rows.map((row) => row.thing)]
  return { texts, thing, words, wordTerms, vectors, neighbours: neighboursOf(vectors, 6) }
}

function neighboursOf(vectors: Dense, count: number): TextNeighbours {
  const row = new Uint32Array(vectors.rows * count)
  const similarity = new Float32Array(vectors.rows * count)
  for (let text = 0; text < vectors.rows; text++) {
    const others = [...new Array(vectors.rows).keys()]
      .filter((other) => other !== text)
      .map((other) => ({ other, alike: cosine(vectors, text, other) }))
      .sort((a, b) => b.alike - a.alike || a.other - b.other)
    for (let place = 0; place < count; place++) {
      row[text * count + place] = others[place]!.other
      similarity[text * count + place] = others[place]!.alike
    }
  }
  return { count, row, similarity }
}

function cosine({ columns, value }: Dense, one: number, other: number): number {
  let sum = 0
  for (let at = 0; at < columns; at++) sum += value[one * columns + at]! * value[other * columns + at]!
  return sum
}
