/** Time and memory as the log grows: real texts, made many by slips of the keyboard and small words put in. */
import { seededRandom } from '../../src/kernel/random.ts'
import { askOurs } from './ask-ours.ts'
import { askPeer } from './peer.ts'
import { perturbed, readSet } from './sets.ts'

const files = ['clinc150_train', 'clinc150_test', 'clinc150_val']
const topics = 150
/** The peer is not asked for more: its k-means alone would take most of an hour. */
const mostForPeer = 100_000

export function measureGrowth(sizes: readonly number[]): void {
  console.log(`Growth, ${topics} topics`)
  let before: { size: number; busy: number } | undefined
  for (const size of sizes) {
    const run = askOurs({ files, topics, seed: 0, grownTo: size })
    const exponent = before ? Math.log(run.busy / before.busy) / Math.log(size / before.size) : undefined
    before = { size, busy: run.busy }
    const learned =
      run.learnedFrom < run.distinct ? `, learned from ${run.learnedFrom.toLocaleString('en')}` : ''
    console.log(
      `  ours          ${size.toLocaleString('en')} texts (${run.distinct.toLocaleString('en')} different${learned}): ` +
        `${run.seconds.toFixed(1)} s, ${run.busy.toFixed(1)} s of processor, ${Math.round(size / run.seconds).toLocaleString('en')} texts/s, ` +
        `peak ${run.megabytes.toFixed(0)} MB${exponent === undefined ? '' : `, exponent ${exponent.toFixed(2)}`}`,
    )
    if (size > mostForPeer) continue
    const read = files.flatMap((file) => readSet(file).map((row) => row.text!))
    const texts = perturbed(read.slice(0, size), size, seededRandom(1))
    const peer = askPeer<{ runs: { seconds: number; busy: number }[]; megabytes: number }>({
      texts,
      scored: 0,
      topics,
      seeds: [0],
    })
    const own = peer?.runs[0]
    console.log(
      own
        ? `  scikit-learn  ${own.seconds.toFixed(1)} s, ${own.busy.toFixed(1)} s of processor, ${Math.round(size / own.seconds).toLocaleString('en')} texts/s, peak ${peer.megabytes.toFixed(0)} MB`
        : '  scikit-learn  not installed, left out',
    )
  }
}
