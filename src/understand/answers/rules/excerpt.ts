import { contentWords } from './words/content-words.ts'

const excerptLength = 180

/** The sentence that has most of what was asked for, and what follows while there is room. */
export function excerptOf(text: string, query: string): string {
  const asked = new Set(contentWords(query))
  const sentences = text.replaceAll(/\n+[-\d.]*\s*/g, ' ').split(/(?<=[.!?])\s+/)
  const hits = sentences.map((sentence) => contentWords(sentence).filter((word) => asked.has(word)).length)
  const most = Math.max(0, ...hits)
  const start = most === 0 ? 0 : hits.indexOf(most)
  const excerpt = sentences.slice(start).join(' ')
  if (excerpt.length <= excerptLength) return excerpt
  return `${excerpt.slice(0, excerptLength).replace(/\s+\S*$/, '')} …`
}
