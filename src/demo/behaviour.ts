/**
 * How the invented contact centres meet their customers. Each channel behaves as in the published figures of a
 * large Nordic programme in 2020: how many contacts get everything right, 80 or more, and below 70.
 */
import { hashText, type Random } from '../kernel/random.ts'
import type { ChannelId, QuestionMethod } from '../measure/edition/contract.ts'

export type ChannelBehaviour = {
  /** Mean and spread of the quality of answered contacts, in latent units where 0.7 is the best degree. */
  readonly mean: number
  readonly spread: number
  /** Disagreement between the questions of one contact. */
  readonly noise: number
  /** Chance that nobody answers in the first attempt, and then not in the second either. */
  readonly firstMissed: number
  readonly secondMissed: number
  /** Typical wait in seconds (for e-mail in office hours) and its spread on a log scale. */
  readonly wait: number
  readonly waitSpread: number
}

export const behaviours: Readonly<Record<ChannelId, ChannelBehaviour>> = {
  phone: {
    mean: 0.62,
    spread: 0.95,
    noise: 0.36,
    firstMissed: 0.12,
    secondMissed: 0.3,
    wait: 45,
    waitSpread: 1.1,
  },
  email: { mean: 0.3, spread: 0.7, noise: 0.42, firstMissed: 0.155, secondMissed: 1, wait: 6, waitSpread: 1 },
  chat: {
    mean: 0.36,
    spread: 0.72,
    noise: 0.38,
    firstMissed: 0.3,
    secondMissed: 0.45,
    wait: 40,
    waitSpread: 1.1,
  },
  messenger: {
    mean: 0.32,
    spread: 0.85,
    noise: 0.34,
    firstMissed: 0.55,
    secondMissed: 0.56,
    wait: 420,
    waitSpread: 1,
  },
}

/** Where quality must lie for each of five steps, best first. */
const thresholds = [0.7, -0.1, -0.9, -1.7]

/** A number from the normal distribution (Box–Muller). */
export function normal(random: Random): number {
  return Math.sqrt(-2 * Math.log(1 - random())) * Math.cos(2 * Math.PI * random())
}

export function waitFor(behaviour: ChannelBehaviour, strength: number, random: Random): number {
  return behaviour.wait * Math.exp(behaviour.waitSpread * normal(random) - 0.35 * strength)
}

/** How one contact is answered; `remembered` gathers what the customer liked or missed, until it is asked how it felt. */
export type ContactMood = {
  readonly quality: number
  readonly noise: number
  readonly random: Random
  readonly remembered: { sum: number }
}

/** What customers are pleased by beyond a good contact in general: being listened to, and getting what they need. */
const pleases: Readonly<Record<string, number>> = {
  listened: 0.75,
  understood: 0.75,
  solution: 0.7,
  findNeed: 0.5,
  goodAdvice: 0.4,
  valued: 0.35,
  easyToReach: 0.25,
}

/** The option that a contact of this quality leads to; the questions differ a little in difficulty. */
export function chooseOption(
  question: QuestionMethod,
  { quality, noise, random, remembered }: ContactMood,
): string {
  if (question.notApplicable && random() < 0.12) return 'na'
  const chance = noise * normal(random)
  const felt = quality + chance - difficulty(question.id)
  if (question.kind === 'scale') return scaleOption(question, felt + remembered.sum)
  remembered.sum += chance * (pleases[question.id] ?? 0)
  if (!question.scored) return question.options[random() < 0.15 ? 0 : question.options.length - 1]!.id
  const best = question.options.toSorted((a, b) => b.points - a.points)
  const step = thresholds.findIndex((threshold) => felt > threshold)
  const place = Math.floor(((step < 0 ? 4 : step) / 5) * best.length)
  return best[Math.min(place, best.length - 1)]!.id
}

function difficulty(questionId: string): number {
  return ((hashText(questionId) % 100) / 100 - 0.5) * 0.5
}

/** A row of numbers: quality 1.2 and above is the top, −2.2 the bottom. */
function scaleOption({ options }: QuestionMethod, felt: number): string {
  const share = Math.min(1, Math.max(0, (felt + 2.2) / 3.4))
  return options[Math.round(share * (options.length - 1))]!.id
}
