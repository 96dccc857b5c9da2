/**
 * A method together with what follows from it: the counts of the distribution key for every set of channels, the
 * contact windows and the attempt protocols by channel, and what each form can give. The document is itself a
 * method: what is derived is read past when it comes back in.
 */
import type { AttemptProtocol, ChannelId, EditionMethod } from '../contract.ts'
import { type DistributionKey, wholeKey } from './distribution-key.ts'
import { formFor } from './form.ts'

type PerChannel<T> = Readonly<Partial<Record<ChannelId, T>>>

export type DescribedMethod = EditionMethod & {
  readonly key: readonly DistributionKey[]
  readonly windows: PerChannel<{ readonly from: string; readonly to: string }>
  readonly attempts: PerChannel<AttemptProtocol>
  readonly forms: PerChannel<FormFigures>
}

export type FormFigures = {
  readonly questions: number
  readonly possible: number
  /** Points and share in per cent of each area. */
  readonly areas: Readonly<Record<string, { readonly possible: number; readonly share: number }>>
}

/** Example: the reference method's `key` gives 11, 8 and 6 contacts by phone, e-mail and chat. */
export function describeMethod(method: EditionMethod): DescribedMethod {
  return {
    ...method,
    key: wholeKey(method),
    windows: perChannel(method, (channel) => channel.window),
    attempts: perChannel(method, (channel) => channel.protocol),
    forms: perChannel(method, (channel) => formFigures(method, channel.id)),
  }
}

function perChannel<T>(
  method: EditionMethod,
  value: (channel: EditionMethod['channels'][number]) => T,
): PerChannel<T> {
  return Object.fromEntries(method.channels.map((channel) => [channel.id, value(channel)]))
}

function formFigures(method: EditionMethod, channel: ChannelId): FormFigures {
  const form = formFor(method, channel)
  const areas = form.parts.map(({ area, possible, share }) => [area.id, { possible, share }])
  return { questions: form.questions.length, possible: form.possible, areas: Object.fromEntries(areas) }
}
