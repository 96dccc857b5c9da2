/** Sets of texts with known topics, read where they lie; none of them is part of the project. */
import { existsSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { parse } from 'csv-parse/sync'
import { type Random, randomInteger } from '../../src/kernel/random.ts'

const folder = fileURLToPath(new URL('../../../shared/data/understand/', import.meta.url))

export type Row = Readonly<Record<string, string>>

export const haveData = existsSync(folder)
export const pathOf = (name: string) => `${folder}${name}.csv`

export function readSet(name: string): Row[] {
  return parse(readFileSync(pathOf(name), 'utf8'), { columns: true })
}

export type QualitySet = {
  readonly name: string
  /** The file whose texts are scored. */
  readonly scored: string
  /** Files whose texts, without their topics, are learned from as well. */
  readonly corpus: readonly string[]
  readonly topics: number
}

export const qualitySets: readonly QualitySet[] = [
  { name: 'CLINC150 test, + train', scored: 'clinc150_test', corpus: ['clinc150_train'], topics: 150 },
  {
    name: 'CLINC150 test, + train, val',
    scored: 'clinc150_test',
    corpus: ['clinc150_train', 'clinc150_val'],
    topics: 150,
  },
  { name: 'CLINC150 test alone', scored: 'clinc150_test', corpus: [], topics: 150 },
  {
    name: 'HWU64 test, + train, valid',
    scored: 'hwu64_test',
    corpus: ['hwu64_train', 'hwu64_valid'],
    topics: 64,
  },
  { name: 'NorSID dev (dialects)', scored: 'norsid_dev', corpus: [], topics: 15 },
]

/** So many texts from real ones, with the slips of the keyboard and the small words that people put in. */
export function perturbed(texts: readonly string[], count: number, random: Random): string[] {
  return Array.from({ length: count }, (_, at) => {
    let text = texts[at < texts.length ? at : randomInteger(random, texts.length)]!
    if (at < texts.length) return text
    const edits = 1 + randomInteger(random, 3)
    for (let edit = 0; edit < edits; edit++) text = edited(text, random)
    return text
  })
}

const fillers = ['please', 'hi', 'thanks', 'quickly', 'now', 'today', 'really', 'just', 'also', 'help']

function edited(text: string, random: Random): string {
  const words = text.split(' ')
  const place = randomInteger(random, words.length)
  const word = words[place]!
  const letter = randomInteger(random, Math.max(1, word.length - 1))
  switch (randomInteger(random, 5)) {
    case 0:
      words[place] = word.slice(0, letter) + word.slice(letter + 1)
      break
    case 1:
      words[place] = word.slice(0, letter + 1) + word.slice(letter)
      break
    case 2:
      words[place] =
        word.slice(0, letter) + (word[letter + 1] ?? '') + (word[letter] ?? '') + word.slice(letter + 2)
      break
    case 3:
      words.splice(place, 0, fillers[randomInteger(random, fillers.length)]!)
      break
    default:
      if (words.length > 3) words.splice(place, 1)
  }
  return words.join(' ')
}
