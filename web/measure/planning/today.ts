import { toLocal } from '../../../src/kernel/zone.ts'

/** The date on the Norwegian calendar. */
export function today(): string {
  return toLocal(new Date()).date
}
