/** Sentences from templates: `{a|b}` is a choice, also inside one another, and `<kr>` a slot that is filled. */
import type { Random } from '../../../kernel/random.ts'

const choice = /\{([^{}]*)\}/

/** @example write('{hei|hallo}, <kr>', () => '100 kr', random) // 'hallo, 100 kr' */
export function write(template: string, fill: (slot: string) => string, random: Random): string {
  let text = template
  for (let found = choice.exec(text); found; found = choice.exec(text)) {
    const picked = pick(found[1]!.split('|'), random)
    text = text.slice(0, found.index) + picked + text.slice(found.index + found[0].length)
  }
  return text
    .replaceAll(/<([a-zæøå]+)>/g, (_, slot: string) => fill(slot))
    .replaceAll(/ {2,}/g, ' ')
    .replaceAll(/ ([?,.!])/g, '$1')
    .trim()
}

export function pick<T>(items: readonly T[], random: Random): T {
  return items[Math.floor(random() * items.length)]!
}

/** Picks the key of a table of weights. */
export function pickWeighted<K extends string>(
  weights: Readonly<Partial<Record<K, number>>>,
  random: Random,
): K {
  const entries = Object.entries(weights) as [K, number][]
  let left = random() * entries.reduce((sum, [, weight]) => sum + weight, 0)
  for (const [key, weight] of entries) {
    left -= weight
    if (left < 0) return key
  }
  return entries.at(-1)![0]
}
