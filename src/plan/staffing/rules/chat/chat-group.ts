/**
 * Agents who answer several chats at once. A chat among k parallel ones takes a(1 + b(k − 1)): alone it takes a, and
 * every further one slows all of an agent's chats by the share b of that. New chats go to whoever has fewest, so that j
 * chats lie as evenly on n agents as they can; the number of chats is then a birth–death chain, solved exactly, with the
 * same queue behind it as behind a group of telephones (after Tezcan & Zhang 2014, Oper. Res. 62:943, whose routing to
 * the lightest loaded this is).
 */
import { nobodyAnswers, nobodyComes, type QueueFigures } from '../erlang/figures.ts'
import { queueBehind } from '../erlang/queue.ts'

export type ChatGroup = {
  readonly chatsPerSecond: number
  /** a: how long a chat takes whoever has no other. */
  readonly aloneSeconds: number
  /** b: 0 parallel chats cost nothing, 1 they gain nothing. */
  readonly slowing: number
  /** The most chats that an agent has at once. */
  readonly most: number
  readonly patienceSeconds: number | null
  readonly withinSeconds: number
}

export type ChatFigures = QueueFigures & {
  /** Chats that an agent has at once, over those agents' time who have any. */
  readonly parallel: number
  /** How long a chat takes on average, the slowing included. */
  readonly handleSeconds: number
}

/** Chats that one agent finishes in a second with k at once. */
export function chatRate({ aloneSeconds, slowing }: ChatGroup, k: number): number {
  return k === 0 ? 0 : k / (aloneSeconds * (1 + slowing * (k - 1)))
}

/** Load in agents who would be busy with as many chats as they may have: what the requirement starts from. */
export const chatLoad = (group: ChatGroup) => group.chatsPerSecond / chatRate(group, group.most)

/** With one chat at a time this is `solveErlang`. */
export function solveChats(group: ChatGroup, agents: number): ChatFigures {
  const { chatsPerSecond: arrivals, most, patienceSeconds: patience, withinSeconds: within } = group
  if (arrivals === 0) return { ...nobodyComes, parallel: 0, handleSeconds: group.aloneSeconds }
  if (agents === 0) return { ...nobodyAnswers(group), parallel: 0, handleSeconds: group.aloneSeconds }
  const chain = chainOf(group, agents)
  const capacity = agents * chatRate(group, most)
  const figures = queueBehind({ blocking: chain.blocking, arrivals, capacity, patience, within })
  // While nobody waits the chain has its own shares; while somebody does, all agents have as many as they may.
  const full = figures.pWait
  const busy = (1 - full) * chain.busyBelow + full
  const held = (1 - full) * chain.chatsBelow + full * agents * most
  const served = arrivals * (1 - figures.pAbandon)
  return {
    ...figures,
    occupancy: Math.min(1, busy),
    parallel: held / (agents * busy),
    handleSeconds: held / served,
  }
}

/** The chain below a full group, each state relative to the largest so that nothing overflows. */
function chainOf(group: ChatGroup, agents: number) {
  const places = agents * group.most
  const rates = Array.from({ length: group.most + 1 }, (_, k) => chatRate(group, k))
  let state = 1
  let below = 0
  let chats = 0
  let busy = 0
  for (let j = 0; j < places; j++) {
    below += state
    chats += j * state
    busy += Math.min(1, j / agents) * state
    const next = j + 1
    const each = Math.floor(next / agents)
    const more = next - each * agents
    const rate = more === 0 ? agents * rates[each]! : more * rates[each + 1]! + (agents - more) * rates[each]!
    state *= group.chatsPerSecond / rate
    if (state > 1e250) {
      state *= 1e-250
      below *= 1e-250
      chats *= 1e-250
      busy *= 1e-250
    }
  }
  return { blocking: state / (below + state), chatsBelow: chats / below, busyBelow: busy / below }
}
