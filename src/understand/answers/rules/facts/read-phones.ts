/** Norwegian phone numbers of eight digits however they are grouped, and five-digit ones that start with 0. */
import { valueAt } from './read-numbers.ts'
import type { Value } from './values.ts'

/** Numbers of other things have eight digits too; these words before one say that it is not to be called. */
const otherNumber =
  '(?<!(?:ordre|ordrenr|faktura|fakturanr|kunde|kundenr|saks?|saksnr|referanse|ref|måler|målernr|kid|order|invoice|case)(?:nummer|number)?[.:]?\\s?(?:nr|no)?[.:]?\\s)'
const eight =
  '[2-9]\\d[ \u00a0]\\d{2}[ \u00a0]\\d{2}[ \u00a0]\\d{2}|[2-9]\\d{2}[ \u00a0]\\d{2}[ \u00a0]\\d{3}|[2-9]\\d{7}'
const five = '0[2-9]\\d{3}|0[2-9][ \u00a0]\\d{3}'
const phone = new RegExp(
  `${otherNumber}(?<![\\d.,\\w+])(?:(?:\\+|00)47[ \u00a0]?)?(${eight}|${five})(?![\\d]|[.,]\\d)`,
  'giu',
)

export function readPhones(text: string): readonly Value[] {
  return [...text.matchAll(phone)].map((match) =>
    valueAt(match, { kind: 'phone', key: (match[1] ?? '').replaceAll(/\D/g, ''), unit: null }),
  )
}
