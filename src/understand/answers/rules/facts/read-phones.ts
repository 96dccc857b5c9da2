/** Norwegian phone numbers of eight digits however they are grouped, and five-digit ones that start with 0. */
import { valueAt } from './read-numbers.ts'
import type { Value } from './values.ts'

const phone =
  /(?<![\d.,\w+])(?:(?:\+|00)47[ \u00a0]?)?((?:[2-9]\d[ \u00a0]\d{2}[ \u00a0]\d{2}[ \u00a0]\d{2})|(?:[2-9]\d{2}[ \u00a0]\d{2}[ \u00a0]\d{3})|(?:[2-9]\d{7})|(?:0[2-9]\d{3})|(?:0[2-9]\d[ \u00a0]\d{2}))(?![\d]|[.,]\d)/gu

export function readPhones(text: string): readonly Value[] {
  return [...text.matchAll(phone)].map((match) =>
    valueAt(match, { kind: 'phone', key: (match[1] ?? '').replaceAll(/\D/g, ''), unit: null }),
  )
}
