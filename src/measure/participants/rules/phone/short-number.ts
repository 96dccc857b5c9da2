/** Five digits are more often a postcode or an amount than a telephone number: what speaks for the telephone. */

export type ShortNumberPlace = {
  readonly raw: string
  /** The words before it on its line since the last number, or the line before when there are none. */
  readonly before: string
  readonly after: string
  readonly heading: string
}

const short = /^0[2-9]\d{3}$/
const group =
  'privat(?:e|kunde[rn]?|kundar|markede?t?|person(?:er|ar)?)?|bedrift(?:er|s?kunde[rn]?|s?kundar|smarkede?t?)?|næringsliv(?:et)?|nærings?kund(?:er|ar)|nye kund(?:er|ar)|kund(?:er|ar)|lag og (?:foreninger|foreiningar)|landbruk'
/** A customer group and nothing more: "Privatkunder:", "For bedrifter –", "Privat og bedrift". */
const onlyGroups = new RegExp(
  String.raw`^\P{L}*(?:for |til )?(?:${group})(?:(?: og |\s?[/&]\s?)(?:${group}))?\P{L}*$`,
  'iu',
)
const aboutCalling =
  /(?:^|\P{L})(?:ring (?:oss|til|kunde\p{L}*|når|på)|(?:kunde|service)?telefon(?:nummer|nummeret|numre|ar|er|en)?|tlf|sentralbord(?:et)?|call us)(?:\P{L}|$)/iu
/** Nothing behind it, or what does not belong to it: hours in brackets, the end of a sentence. */
const endsThere = /^\s*(?:$|\(|[.,;|–-]\s*(?:\D|$))/

/**
 * Does a five-digit number stand where a telephone number stands: alone after the name of a customer group, or at
 * the end of a short line under a heading about calling? Example: "Privatkunder: 09575".
 */
export function standsAsShortNumber({ raw, before, after, heading }: ShortNumberPlace): boolean {
  if (!short.test(raw.trim()) || !endsThere.test(after)) return false
  const isUnderHeading = heading.length <= 60 && aboutCalling.test(heading) && !/\d/.test(before)
  return onlyGroups.test(before) || (isUnderHeading && before.trim().length <= 40)
}
