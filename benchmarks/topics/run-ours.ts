/** One fit in a process of its own, so that its peak memory is its own: a job as JSON in, figures as JSON out. */
import { text } from 'node:stream/consumers'
import { seededRandom } from '../../src/kernel/random.ts'
import { fitTopics } from '../../src/understand/topics/fit/fit-topics.ts'
import { perturbed, readSet } from './sets.ts'

export type OurJob = {
  readonly files: readonly string[]
  readonly topics: number | 'auto'
  readonly seed: number
  /** Made up to so many texts by perturbation. */
  readonly grownTo?: number
}

export type OurAnswer = {
  /** Of each text. */
  readonly groups: readonly number[]
  readonly found: number
  readonly seconds: number
  /** Of all threads. */
  readonly busy: number
  readonly megabytes: number
  readonly learnedFrom: number
  readonly distinct: number
}

const job: OurJob = JSON.parse(await text(process.stdin))
const read = job.files.flatMap((file) => readSet(file).map((row) => row.text!))
const texts = job.grownTo ? perturbed(read.slice(0, job.grownTo), job.grownTo, seededRandom(1)) : read
const [start, cpu] = [performance.now(), process.cpuUsage()]
const fit = await fitTopics(texts, { topics: job.topics, seed: job.seed })
const { user, system } = process.cpuUsage(cpu)
const answer: OurAnswer = {
  groups: job.grownTo ? [] : Array.from(fit.keyOf, (key) => fit.group[key]!),
  found: fit.groups,
  seconds: (performance.now() - start) / 1000,
  busy: (user + system) / 1e6,
  megabytes: process.resourceUsage().maxRSS / 1024,
  learnedFrom: fit.learned.length,
  distinct: fit.keys.length,
}
process.stdout.write(JSON.stringify(answer))
