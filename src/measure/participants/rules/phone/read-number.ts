import { type CountryCode, parsePhoneNumberFromString } from 'libphonenumber-js/max'

export type ReadNumber = {
  /** As a customer would dial or read it, e.g. '22 33 44 55'. */
  readonly number: string
  /** E.164, e.g. '+4722334455'; null for a short number, which has no such form. */
  readonly e164: string | null
  readonly country: string
}

/** A number that was never meant to be seen, such as that of a tel: link, written as people read it. */
export function readable(read: ReadNumber, home: string | undefined): ReadNumber {
  const parsed = read.e164 ? parsePhoneNumberFromString(read.e164) : undefined
  if (!parsed || /[\s\-./]/.test(read.number)) return read
  return { ...read, number: parsed.country === home ? parsed.formatNational() : parsed.formatInternational() }
}

/** Countries where a number inside the country is written with a leading 0. */
const withTrunkZero = new Set('SE DE AT CH GB FI NL FR BE IE AU NZ ZA JP RO UA'.split(' '))

const norwegianShort = /^0[2-9]\d{3}$/

function clean(raw: string): string {
  return raw
    .replace(/[–—‑·\u00a0]/g, ' ')
    .replace(/(\+\s?\d{1,3}\s?)\(0\)/, '$1')
    .replace(/\(\+/g, '+')
    .trim()
}

function international(raw: string, lenient: boolean): ReadNumber | undefined {
  const written = clean(raw)
    .replace(/^00(?=[1-9])/, '+')
    .replace(/^\+\s*(?:\((\d+)\))/, '+$1')
  if (!written.startsWith('+')) return undefined
  const parsed = parsePhoneNumberFromString(written)
  const accepted = parsed && (parsed.isValid() || (lenient && parsed.isPossible()))
  if (accepted) return { number: raw.trim(), e164: parsed.number, country: parsed.country ?? '' }
  const zeroLess = parsePhoneNumberFromString(written.replace(/^(\+\s?\d{2}\s?)0/, '$1'))
  if (zeroLess?.isValid())
    return { number: raw.trim(), e164: zeroLess.number, country: zeroLess.country ?? '' }
  return undefined
}

function national(raw: string, country: CountryCode, lenient: boolean): ReadNumber | undefined {
  const written = clean(raw)
  const digits = written.replace(/\D/g, '')
  if (withTrunkZero.has(country) && !digits.startsWith('0')) return undefined
  if ((country === 'US' || country === 'CA') && !/^1?[2-9]\d{9}$/.test(digits)) return undefined
  const parsed = parsePhoneNumberFromString(written, country)
  if (
    !parsed ||
    !(
      parsed.isValid() ||
      (lenient && withTrunkZero.has(country) && digits.length >= 7 && parsed.isPossible())
    )
  )
    return undefined
  if (norwegianShort.test(digits)) return undefined
  return { number: written.replace(/\s+/g, ' '), e164: parsed.number, country: parsed.country ?? country }
}

/**
 * The number written in `raw`, read as people in `countries` write it, or undefined.
 * `lenient` (the text says that it is a telephone number) also accepts lengths that are merely possible.
 * Examples: ('815 24 711', ['NO']) → +4781524711; ('02000', ['NO']) with lenient → short, e164 null.
 */
export function readNumber(
  raw: string,
  countries: readonly CountryCode[],
  lenient: boolean,
): ReadNumber | undefined {
  const digits = raw.replace(/\D/g, '')
  if (digits.length < 5 || digits.length > 17) return undefined
  const abroad = international(raw, lenient)
  if (abroad) return abroad
  if (/^\s*\+/.test(raw)) return undefined
  if (lenient && countries.includes('NO') && norwegianShort.test(digits))
    return { number: digits, e164: null, country: 'NO' }
  for (const country of countries) {
    const read = national(raw, country, lenient)
    if (read) return read
  }
  const lastResort = withoutPlus(raw, countries)
  return lenient ? lastResort : undefined
}

/** "47 22 33 44 55" and "tel:4722334455": the country code without its plus. */
function withoutPlus(raw: string, countries: readonly CountryCode[]): ReadNumber | undefined {
  const digits = raw.replace(/\D/g, '')
  if (digits.length < 10) return undefined
  const parsed = parsePhoneNumberFromString(`+${digits}`)
  if (!parsed?.isValid() || !countries.includes(parsed.country as CountryCode)) return undefined
  return { number: raw.trim(), e164: parsed.number, country: parsed.country ?? '' }
}

/**
 * One or several numbers in one run: "22 33 44 55 / 99 88 77 66" are two. Answers each with its place in
 * the run.
 */
export function readNumbers(
  raw: string,
  countries: readonly CountryCode[],
  lenient: boolean,
): readonly (ReadNumber & { readonly offset: number })[] {
  const whole = readNumber(raw, countries, lenient)
  if (whole) return [{ ...whole, offset: 0 }]
  for (const cut of [/\s\/\s|\s[-–—]\s/g, /\//g, /\s/g]) {
    const parts = cutAt(raw, cut)
    if (parts.length < 2 || (cut.source === '\\s' && raw.replace(/\D/g, '').length < 12)) continue
    const read = parts.flatMap(({ text, offset }) => {
      const number = readNumber(text, countries, lenient)
      return number ? [{ ...number, offset }] : []
    })
    if (read.length > 0) return read
  }
  return halves(raw, countries)
}

function cutAt(raw: string, cut: RegExp): readonly { text: string; offset: number }[] {
  const parts: { text: string; offset: number }[] = []
  let from = 0
  for (const match of raw.matchAll(cut)) {
    parts.push({ text: raw.slice(from, match.index), offset: from })
    from = match.index + match[0].length
  }
  parts.push({ text: raw.slice(from), offset: from })
  return parts
}

/** "22 33 44 55 66 77 88 99": two eight-digit numbers with nothing between. */
function halves(
  raw: string,
  countries: readonly CountryCode[],
): readonly (ReadNumber & { readonly offset: number })[] {
  const digits = raw.replace(/\D/g, '')
  if (digits.length !== 16 || (countries[0] !== 'NO' && countries[0] !== 'DK')) return []
  let seen = 0
  const middle = [...raw].findIndex((letter) => /\d/.test(letter) && ++seen > 8)
  const first = readNumber(raw.slice(0, middle), countries, true)
  const second = readNumber(raw.slice(middle), countries, true)
  return first && second
    ? [
        { ...first, offset: 0 },
        { ...second, offset: middle },
      ]
    : []
}
