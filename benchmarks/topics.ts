/**
 * Topics: how well texts are grouped without labels (NMI, ARI, ACC), how well the dialects of one sentence find each
 * other, and how time and memory grow. Beside scikit-learn's TF-IDF + SVD(100) + k-means on the same texts.
 * Run: npm run bench topics [-- PART …] [--seeds N] [--only WORDS] [--million]. Parts: quality, dialects, few-shot
 * (topics from examples, new texts, out of scope), suggestions (merges, splits), growth; all without one. `--only`
 * takes the sets whose name holds the words; `--million` grows to a million texts too. The texts and the peer are left
 * out, and said so, where they are not installed.
 */
import { parseArgs } from 'node:util'
import { measureDialects } from './topics/dialects.ts'
import { measureFewShot } from './topics/few-shot.ts'
import { measureGrowth } from './topics/growth.ts'
import { measureQuality } from './topics/quality.ts'
import { haveData } from './topics/sets.ts'
import { measureSuggestions } from './topics/suggestions.ts'

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    seeds: { type: 'string', default: '5' },
    only: { type: 'string' },
    million: { type: 'boolean', default: false },
  },
})

const parts: Readonly<Record<string, () => void | Promise<void>>> = {
  quality: () => measureQuality([...Array(Number(values.seeds)).keys()], values.only),
  dialects: measureDialects,
  'few-shot': () => measureFewShot(Math.min(2, Number(values.seeds)), values.only),
  suggestions: () => measureSuggestions(values.only),
  growth: () => measureGrowth([13_000, 100_000, ...(values.million ? [1_000_000] : [])]),
}

const asked = positionals.length > 0 ? positionals : Object.keys(parts)
const unknown = asked.filter((name) => !Object.hasOwn(parts, name))
if (unknown.length > 0) {
  console.error(`There is no part ${unknown.join(', ')}; there are: ${Object.keys(parts).join(', ')}`)
  process.exitCode = 2
} else if (!haveData) {
  console.log('The sets of texts are not here: nothing measured.')
} else {
  for (const name of asked) {
    await parts[name]!()
    console.log('')
  }
}
