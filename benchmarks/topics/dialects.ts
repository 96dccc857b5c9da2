/** The same sentence in eleven writings: how often the nearest texts of a text are its other writings. */
import { fitTopics } from '../../src/understand/topics/fit/fit-topics.ts'
import { nearest } from '../../src/understand/topics/rules/learn/nearest.ts'
import { alone } from '../../src/understand/topics/rules/learn/row-work.ts'
import type { Dense } from '../../src/understand/topics/rules/matrix/dense.ts'
import { askPeer } from './peer.ts'
import { readSet } from './sets.ts'

export async function measureDialects(): Promise<void> {
  const rows = readSet('norsid_dev')
  const fit = await fitTopics(
    rows.map((row) => row.text!),
    { topics: 'auto', seed: 0 },
  )
  // Texts that are letter for letter the same count as one; each stands for the sentence it first came from.
  const firstRow = new Map<number, number>()
  for (const [place, key] of fit.keyOf.entries()) if (!firstRow.has(key)) firstRow.set(key, place)
  const sentence = Array.from(fit.learned, (key) => rows[firstRow.get(key)!]!.id!.split('/')[0]!)
  console.log(
    'The dialect set: nearest text is the same sentence, and share of its writings among the ten nearest',
  )
  const tell = (name: string, near: readonly (readonly number[])[]) => {
    const { first, found } = retrieval(sentence, near)
    console.log(`  ${name.padEnd(28)} ${(100 * first).toFixed(1)} %   ${(100 * found).toFixed(1)} %`)
  }
  tell('ours, joint vectors', tenNearest(fit.vectors.joint))
  tell('ours, drawn together', tenNearest(fit.vectors.diffused))
  const texts = Array.from(fit.learned, (key) => fit.keys[key]!)
  const peer = askPeer<{ nearest: number[][] }>({ nearest: true, texts })
  if (peer) tell('scikit-learn, n-gram TF-IDF', peer.nearest)
  else console.log('  scikit-learn is not installed, left out')
}

function tenNearest(vectors: Dense): number[][] {
  const found = nearest(vectors, { count: 10, seed: 0, run: alone, closest: alone })
  return Array.from({ length: vectors.rows }, (_, row) => [...found.row.subarray(row * 10, row * 10 + 10)])
}

function retrieval(sentence: readonly string[], near: readonly (readonly number[])[]) {
  const sizes = new Map<string, number>()
  for (const id of sentence) sizes.set(id, (sizes.get(id) ?? 0) + 1)
  let [first, found, counted] = [0, 0, 0]
  for (const [row, others] of near.entries()) {
    const writings = sizes.get(sentence[row]!)! - 1
    if (writings === 0) continue
    counted++
    if (sentence[others[0]!] === sentence[row]) first++
    found += others.filter((other) => sentence[other] === sentence[row]).length / Math.min(10, writings)
  }
  return { first: first / counted, found: found / counted }
}
