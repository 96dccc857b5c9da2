/** How many agents a target takes: the fewest with which every part of it is met, and which part asks for most. */
import { growsWithoutEnd, type QueueFigures } from './erlang/figures.ts'
import { meetsPart, partsOf, type ServiceTarget, type TargetPart } from './service-target.ts'

export type FiguresOf = (agents: number) => QueueFigures

export type Needed = {
  readonly agents: number
  /** The part that asks for the most; null when nobody is needed. */
  readonly binding: TargetPart | null
  /** How many each part would take by itself. */
  readonly alone: Readonly<Partial<Record<TargetPart, number>>>
  readonly warnings: readonly TargetWarning[]
}

/**
 * What a target overlooks. `below-load`: fewer than the work itself keeps busy, so that the target is met only because
 * people give up. `many-give-up`: more than this share gives up and no part of the target says how many may.
 */
export type TargetWarning = 'below-load' | 'many-give-up'

/** Above this share of lost calls a target without a cap on them is warned about. */
export const manyGiveUp = 0.05

/** More is nobody's contact centre; a search that ends here has found a target that cannot be reached. */
const mostAgents = 200_000

/**
 * @param figuresOf the queue's figures for a whole number of agents
 * @param load offered load in erlangs; the search starts near it
 * @throws RangeError for a target without parts, or one that no number of agents reaches
 */
export function agentsNeeded(figuresOf: FiguresOf, load: number, target: ServiceTarget): Needed {
  const parts = partsOf(target)
  if (parts.length === 0) throw new RangeError('a target without parts')
  if (load === 0) return { agents: 0, binding: null, alone: {}, warnings: [] }
  const alone: Partial<Record<TargetPart, number>> = {}
  let agents = 0
  let binding: TargetPart | null = null
  for (const part of parts) {
    const own = fewest((n) => meetsPart(figuresOf(n), target, part), load)
    alone[part] = own
    if (own > agents) [agents, binding] = [own, part]
  }
  return { agents, binding, alone, warnings: warningsOf(figuresOf(agents), { agents, load, target }) }
}

/** Only the number: one search for all parts together. */
export function fewestAgents(figuresOf: FiguresOf, load: number, target: ServiceTarget): number {
  if (load === 0) return 0
  const parts = partsOf(target)
  return fewest((n) => {
    const figures = figuresOf(n)
    return parts.every((part) => meetsPart(figures, target, part))
  }, load)
}

export function warningsOf(
  figures: QueueFigures,
  {
    agents,
    load,
    target,
  }: { readonly agents: number; readonly load: number; readonly target: ServiceTarget },
): TargetWarning[] {
  const warnings: TargetWarning[] = []
  if (agents < load && !growsWithoutEnd(figures)) warnings.push('below-load')
  if (target.maxAbandon === null && figures.pAbandon > manyGiveUp) warnings.push('many-give-up')
  return warnings
}

/** Strides from near the load until it is met (or no longer is), then halves the gap: every part is monotone in agents. */
function fewest(met: (agents: number) => boolean, load: number): number {
  const start = Math.max(1, Math.ceil(load + 0.5 * Math.sqrt(load)))
  const startMet = met(start)
  let stride = Math.max(1, Math.ceil(Math.sqrt(load) / 4))
  let [low, high] = startMet ? [0, start] : [start, mostAgents + 1]
  let at = start
  for (;;) {
    at = startMet ? at - stride : at + stride
    stride *= 2
    if (startMet && at <= low) break
    if (!startMet && at > mostAgents) {
      if (!met(mostAgents)) throw new RangeError('no number of agents reaches the target')
      high = mostAgents
      break
    }
    const isMet = met(at)
    if (isMet) high = at
    else low = at
    if (isMet !== startMet) break
  }
  while (high - low > 1) {
    const middle = (low + high) >>> 1
    if (met(middle)) high = middle
    else low = middle
  }
  return high
}
