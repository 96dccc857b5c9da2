import type { TopicLine } from '../../../src/understand/topics/contract.ts'

/**
 * Topics whose name holds every word that was written, in any order; those whose name begins with them first, then
 * the most asked. With nothing written all of them, as they come.
 *
 * @example matchTopics(topics, 'regn høy') // "Hvorfor er regningen så høy?"
 */
export function matchTopics(topics: readonly TopicLine[], words: string): readonly TopicLine[] {
  const wanted = words.trim().toLowerCase().split(/\s+/).filter(Boolean)
  if (wanted.length === 0) return topics
  const begins = ({ name }: TopicLine) => (name.toLowerCase().startsWith(words.trim().toLowerCase()) ? 0 : 1)
  return topics
    .filter(({ name, examples }) => {
      const text = [name, ...examples].join(' ').toLowerCase()
      return wanted.every((word) => text.includes(word))
    })
    .toSorted((one, other) => inName(one, wanted) - inName(other, wanted) || begins(one) - begins(other))
}

const inName = ({ name }: TopicLine, wanted: readonly string[]) =>
  wanted.every((word) => name.toLowerCase().includes(word)) ? 0 : 1
