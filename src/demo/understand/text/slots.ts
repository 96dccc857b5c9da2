/** What stands in the slots of the templates: sums, days, places. The places are invented. */
import type { Random } from '../../../kernel/random.ts'
import { pick } from './grammar.ts'

const monthsNb = [
  'januar',
  'februar',
  'mars',
  'april',
  'mai',
  'juni',
  'juli',
  'august',
  'september',
  'oktober',
  'november',
  'desember',
]
const monthsEn = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
]
const places = [
  'Solbakken',
  'Fossheim',
  'Nordvik',
  'Lyngmo',
  'Storvik',
  'Brevatn',
  'Myrdalsøy',
  'Sundet',
  'Øvre Dal',
  'Kvernbakken',
  'Tindheim',
  'Haugane',
]

/** Fills the slots as somebody would who writes on a day of the given month (0–11). */
export function slotsOf(month: number, random: Random): (slot: string) => string {
  const whole = (low: number, high: number) => low + Math.floor(random() * (high - low))
  const sum = () => {
    const amount = random() < 0.3 ? whole(39, 990) : whole(990, 7400)
    const spaced =
      amount >= 1000 && random() < 0.6
        ? `${Math.floor(amount / 1000)} ${String(amount % 1000).padStart(3, '0')}`
        : String(amount)
    return pick([`${spaced} kr`, `${spaced} kroner`, `kr ${spaced}`, `${spaced},-`], random)
  }
  const day = () =>
    pick(
      [`${whole(1, 29)}. ${monthsNb[month]}`, `${whole(1, 29)}.${month + 1}`, `den ${whole(1, 29)}.`],
      random,
    )
  const filled: Readonly<Record<string, () => string>> = {
    kr: sum,
    mnd: () => monthsNb[(month + 11) % 12]!,
    month: () => monthsEn[(month + 11) % 12]!,
    dato: day,
    date: () => `${whole(1, 29)} ${monthsEn[month]}`,
    kwh: () => `${whole(180, 3400)} kWh`,
    tall: () => String(whole(1200, 98000)),
    number: () => String(whole(1200, 98000)),
    sted: () => pick(places, random),
    place: () => pick(places, random),
    tid: () => pick([`${whole(6, 22)}`, `${whole(6, 22)}:${pick(['00', '15', '30', '40'], random)}`], random),
    time: () => `${whole(6, 22)}`,
  }
  return (slot) => filled[slot]?.() ?? ''
}
