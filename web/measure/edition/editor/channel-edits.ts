/** A channel comes into an edition, or leaves it, with everything that speaks of it. */
import type { ChannelId, EditionMethod } from '../../../../src/measure/edition/contract.ts'
import { referenceMethod } from '../../../../src/measure/edition/rules/reference/reference-method.ts'

export function removeChannel(method: EditionMethod, channel: ChannelId): void {
  const others = (channels: readonly ChannelId[]) => channels.filter((id) => id !== channel)
  method.channels = method.channels.filter(({ id }) => id !== channel)
  method.channelSlots = method.channelSlots.map(others).filter((slot) => slot.length > 0)
  method.keyTieOrder = others(method.keyTieOrder)
  for (const item of [...method.questions, ...method.scenarios]) item.channels = others(item.channels)
  method.questions = method.questions.filter(({ channels }) => channels.length > 0)
  method.scenarios = method.scenarios.filter(({ channels }) => channels.length > 0)
}

/** As the reference method has it: definition, a place of its own, its questions; every scenario suits it. */
export function addChannel(method: EditionMethod, channel: ChannelId): void {
  const source = structuredClone(referenceMethod)
  const definition = source.channels.find(({ id }) => id === channel)
  if (!definition || method.channels.some(({ id }) => id === channel)) return
  method.channels.push(definition)
  method.channelSlots.push([channel])
  method.keyTieOrder.push(channel)
  for (const question of source.questions.filter(({ channels }) => channels.includes(channel))) {
    const own = method.questions.find(({ id }) => id === question.id)
    if (own) own.channels.push(channel)
    else if (method.areas.some(({ id }) => id === question.area))
      method.questions.push({ ...question, channels: [channel] })
  }
  for (const scenario of method.scenarios) scenario.channels.push(channel)
}
