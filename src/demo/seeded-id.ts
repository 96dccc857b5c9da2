/** Identifiers of the demo world: UUID version 7 like all others, but the same ones from the same seed. */
import type { Random } from '../kernel/random.ts'

export function seededId(random: Random, at: Date): string {
  const time = at.getTime().toString(16).padStart(12, '0')
  const digits = (count: number) =>
    Array.from({ length: count }, () => Math.floor(random() * 16).toString(16)).join('')
  return `${time.slice(0, 8)}-${time.slice(8)}-7${digits(3)}-${'89ab'[Math.floor(random() * 4)]}${digits(3)}-${digits(12)}`
}
