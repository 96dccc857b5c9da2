export type Channel = 'phone' | 'email' | 'chat' | 'messenger'

/**
 * The channels that are measured, in priority order: telephone, e-mail or form, and one of chat and
 * Messenger; where both exist only chat is used. At most three.
 * Example: all four available → phone, email, chat.
 */
export function chooseChannels(available: Readonly<Record<Channel, boolean>>): readonly Channel[] {
  const third = available.chat ? 'chat' : available.messenger ? 'messenger' : undefined
  const order: readonly (Channel | undefined)[] = [
    available.phone ? 'phone' : undefined,
    available.email ? 'email' : undefined,
    third,
  ]
  return order.filter((channel) => channel !== undefined)
}
