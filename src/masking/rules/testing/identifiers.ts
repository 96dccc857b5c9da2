/** Valid identifiers drawn at random, in every way that people, programs and copying write digits. For tests. */
import fc from 'fast-check'

const digits = (length: number): fc.Arbitrary<string> =>
  fc
    .array(fc.integer({ min: 0, max: 9 }), { minLength: length, maxLength: length })
    .map((all) => all.join(''))

const two = (value: number): string => String(value).padStart(2, '0')
const control = (text: string, weights: readonly number[]): number =>
  (11 - (weights.reduce((sum, weight, index) => sum + weight * Number(text[index]), 0) % 11)) % 11

/** Ordinary, D-number, H-number, and the synthetic months. */
export const nationalId: fc.Arbitrary<string> = fc
  .record({
    day: fc.integer({ min: 1, max: 28 }),
    month: fc.integer({ min: 1, max: 12 }),
    rest: digits(5),
    dayPlus: fc.constantFrom(0, 0, 40),
    monthPlus: fc.constantFrom(0, 0, 40, 80),
  })
  .map(({ day, month, rest, dayPlus, monthPlus }) => `${two(day + dayPlus)}${two(month + monthPlus)}${rest}`)
  .map((nine) => [nine, control(nine, [3, 7, 6, 1, 8, 9, 4, 5, 2])] as const)
  .filter(([, one]) => one < 10)
  .map(([nine, one]) => [`${nine}${one}`, control(`${nine}${one}`, [5, 4, 3, 2, 7, 6, 5, 4, 3, 2])] as const)
  .filter(([, two]) => two < 10)
  .map(([ten, last]) => `${ten}${last}`)

export const account: fc.Arbitrary<string> = digits(10)
  .map((ten) => [ten, control(ten, [5, 4, 3, 2, 7, 6, 5, 4, 3, 2])] as const)
  .filter(([ten, last]) => last < 10 && ten !== '0000000000')
  .map(([ten, last]) => `${ten}${last}`)

export const organisationNumber: fc.Arbitrary<string> = fc
  .tuple(fc.constantFrom('8', '9'), digits(7))
  .map(([first, rest]) => first + rest)
  .map((eight) => [eight, control(eight, [3, 2, 7, 6, 5, 4, 3, 2])] as const)
  .filter(([, last]) => last < 10)
  .map(([eight, last]) => `${eight}${last}`)

const luhnDigit = (text: string): number => {
  let sum = 0
  for (let index = 0; index < text.length; index++) {
    const value = Number(text[text.length - 1 - index]) * (index % 2 === 0 ? 2 : 1)
    sum += value > 9 ? value - 9 : value
  }
  return (10 - (sum % 10)) % 10
}
export const card: fc.Arbitrary<string> = fc
  .constantFrom(
    ['4', 16],
    ['51', 16],
    ['55', 16],
    ['2221', 16],
    ['34', 15],
    ['37', 15],
    ['6011', 16],
    ['3528', 16],
    ['36', 14],
    ['62', 16],
  )
  .chain(([begins, length]) =>
    digits(Number(length) - 1 - String(begins).length).map((rest) => `${begins}${rest}`),
  )
  .map((text) => `${text}${luhnDigit(text)}`)

export const iban: fc.Arbitrary<string> = fc
  .constantFrom(['NO', 11], ['SE', 20], ['DK', 14], ['DE', 18], ['FI', 14])
  .chain(([country, length]) => digits(Number(length)).map((rest) => [String(country), rest] as const))
  .map(([country, rest]) => {
    const turned = `${rest}${[...country].map((letter) => Number.parseInt(letter, 36)).join('')}00`
    return `${country}${two(Number(98n - (BigInt(turned) % 97n)))}${rest}`
  })

/** Eight digits in the ways that telephone numbers are set apart, with and without the country. */
export const phone: fc.Arbitrary<string> = fc
  .record({
    first: fc.constantFrom('4', '9', '22', '51', '67', '73'),
    rest: digits(7),
    shape: fc.constantFrom([8], [3, 2, 3], [2, 2, 2, 2], [3, 3, 2], [1, 1, 1, 1, 1, 1, 1, 1]),
    mark: fc.constantFrom(' ', '.', '-', '\u00a0', '\u2009', '\u2011'),
    before: fc.constantFrom('', '+47', '+47 ', '0047 ', '(+47) '),
  })
  .filter(({ rest }) => !/00/.test(rest))
  .map(({ first, rest, shape, mark, before }) => {
    const all = (first + rest).slice(0, 8)
    const starts = shape.map((_, index) => shape.slice(0, index).reduce((sum, length) => sum + length, 0))
    return before + shape.map((length, index) => all.slice(starts[index], starts[index]! + length)).join(mark)
  })

const word = fc.stringMatching(/^[a-z]{2,8}$/)
export const email: fc.Arbitrary<string> = fc
  .record({
    local: fc.tuple(word, fc.constantFrom('', '.', '-', '_', '+'), word).map((parts) => parts.join('')),
    sign: fc.constantFrom('@', ' @ ', '＠', '(at)', ' [at] ', ' (alfakrøll) '),
    host: word,
    dot: fc.constantFrom('.', '.', ' (dot) ', '[punktum]'),
    top: fc.constantFrom('no', 'com', 'co.uk'),
  })
  .map(({ local, sign, host, dot, top }) => `${local}${sign}${host}${dot}${top}`)

const marks = [
  ' ',
  '.',
  '-',
  '–',
  '/',
  '\u00a0',
  '\u2009',
  '\u202f',
  '  ',
  ' - ',
  '\n',
  '\r\n',
  '\n> ',
  '\u200b',
  '\u00ad',
]
const alphabets: readonly ((digit: string) => string)[] = [
  (digit) => digit,
  (digit) => String.fromCodePoint(0xff10 + Number(digit)),
  (digit) => String.fromCodePoint(0x0660 + Number(digit)),
  (digit) => String.fromCodePoint(0x1d7ce + Number(digit)),
]

/** The digits cut anywhere, with any of the marks between, in one of four alphabets. */
export function spelled(identifier: fc.Arbitrary<string>): fc.Arbitrary<string> {
  return fc
    .record({
      text: identifier,
      cuts: fc.array(fc.constantFrom('', '', '', ...marks), { minLength: 40, maxLength: 40 }),
      alphabet: fc.constantFrom(...alphabets, alphabets[0]!, alphabets[0]!),
    })
    .map(({ text, cuts, alphabet }) =>
      [...text]
        .map((one, index) => (index > 0 ? cuts[index]! : '') + (/\d/.test(one) ? alphabet(one) : one))
        .join(''),
    )
}

const before = ['', 'fnr', 'fnr:', 'Mitt nummer er ', '(', '«', 'abc', 'Hei!\n', 'nr. ', 'x=', '#', ', ']
const after = ['', '.', ',', ')', '»', 'x', ' er mitt', '\nMvh', ';', '?', ' takk']

/** In the middle of what people write. */
export function inText(identifier: fc.Arbitrary<string>): fc.Arbitrary<string> {
  return fc
    .tuple(fc.constantFrom(...before), identifier, fc.constantFrom(...after))
    .map(([front, middle, back]) => front + middle + back)
}
