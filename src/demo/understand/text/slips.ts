/** Slips of the keyboard: a letter left out, doubled, swapped with the next, or one beside it; a compound split. */
import type { Random } from '../../../kernel/random.ts'
import { pick } from './grammar.ts'

const beside: Readonly<Record<string, string>> = {
  a: 'sq',
  e: 'rw',
  i: 'ou',
  o: 'ip',
  r: 'et',
  t: 'ry',
  n: 'bm',
  s: 'ad',
  l: 'kø',
  k: 'jl',
  g: 'fh',
  d: 'sf',
  m: 'n',
  v: 'bc',
  å: 'p',
  ø: 'æl',
}

const compounds = [
  'strøm|regning',
  'betalings|utsettelse',
  'måler|stand',
  'flytte|melding',
  'nett|leie',
  'prisen|dring',
  'kunde|senter',
  'strøm|avtale',
  'oppsigelses|tid',
  'kapasitets|ledd',
]

/** @example withSlips('strømregning', 1, random) // 'strøm regning', 'strømregnign' … */
export function withSlips(text: string, chance: number, random: Random): string {
  if (random() >= chance) return text
  if (random() < 0.25) {
    for (const compound of compounds) {
      const joined = compound.replace('|', '')
      if (text.includes(joined)) return text.replace(joined, compound.replace('|', ' '))
    }
  }
  const words = text.split(' ')
  const times = random() < 0.3 ? 2 : 1
  for (let time = 0; time < times; time++) {
    const at = Math.floor(random() * words.length)
    if (words[at]!.length > 3 && !/[\d[]/.test(words[at]!)) words[at] = slip(words[at]!, random)
  }
  return words.join(' ')
}

function slip(word: string, random: Random): string {
  const at = 1 + Math.floor(random() * (word.length - 2))
  const before = word.slice(0, at)
  const letter = word[at]!
  const kind = random()
  if (kind < 0.35) return before + word.slice(at + 1)
  if (kind < 0.55) return before + letter + word.slice(at)
  if (kind < 0.8) return before + word[at + 1]! + letter + word.slice(at + 2)
  const near = beside[letter]
  return near ? before + pick([...near], random) + word.slice(at + 1) : before + word.slice(at + 1)
}
