/**
 * A classifier as bytes, for keeping: only the features that any class gives a weight, in the order of the machine
 * that wrote them (little-endian everywhere that Node runs).
 */
import type { LinearClassifier } from './linear-classifier.ts'

const mark = 0x4c504331

/** Header (mark, classes, features, kept features), the kept features' numbers, then the weights class by class. */
export function classifierToBytes({ features, weights }: LinearClassifier): Uint8Array {
  const kept = usedFeatures(features, weights)
  const header = Uint32Array.of(mark, weights.length, features, kept.length)
  const bytes = new Uint8Array(4 * (header.length + kept.length * (1 + weights.length)))
  bytes.set(new Uint8Array(header.buffer))
  bytes.set(new Uint8Array(kept.buffer, kept.byteOffset, kept.byteLength), 16)
  const values = new Float32Array(bytes.buffer, 16 + 4 * kept.length)
  for (const [at, own] of weights.entries())
    for (let place = 0; place < kept.length; place++) values[at * kept.length + place] = own[kept[place]!]!
  return bytes
}

/** @throws RangeError for bytes that are no classifier */
export function classifierFromBytes(given: Uint8Array): LinearClassifier {
  const bytes = given.slice()
  if (bytes.length < 16 || bytes.length % 4 !== 0) throw new RangeError('these bytes are no classifier')
  const [found, classes, features, count] = new Uint32Array(bytes.buffer, 0, 4)
  const whole = 4 * (4 + count! * (1 + classes!))
  if (found !== mark || bytes.length !== whole) throw new RangeError('these bytes are no classifier')
  const kept = new Uint32Array(bytes.buffer, 16, count)
  const values = new Float32Array(bytes.buffer, 16 + 4 * count!)
  const weights = Array.from({ length: classes! }, (_, at) => {
    const own = new Float32Array(features!)
    for (let place = 0; place < kept.length; place++) own[kept[place]!] = values[at * count! + place]!
    return own
  })
  return { features: features!, weights }
}

function usedFeatures(features: number, weights: readonly Float32Array[]): Uint32Array {
  const used = new Uint8Array(features)
  for (const own of weights) for (let at = 0; at < features; at++) if (own[at] !== 0) used[at] = 1
  const kept: number[] = []
  for (let at = 0; at < features; at++) if (used[at]) kept.push(at)
  return Uint32Array.from(kept)
}
