/** Each language keeps to itself: tell-tale words of one form of Norwegian never stand in a text of the other. */
import { expect, test } from 'vitest'
import { type Language, languages } from '../../src/kernel/localized.ts'
import { issueTexts } from '../../src/measure/edition/rules/invariants/texts.ts'
import { referenceMethod } from '../../src/measure/edition/rules/reference/reference-method.ts'
import { publicTexts } from '../../src/measure/publication/rules/texts.ts'
import { reportTexts } from '../../src/measure/reports/rules/texts/report-texts.ts'
import { invitationLetter } from '../../src/organisation/rules/invitation-letter.ts'
import { findingTexts } from '../../src/plan/shifts/rules/finding-texts.ts'
import type { Texts, Tree } from './define-texts.ts'

type Line = { readonly key: string; readonly text: string }

const files = import.meta.glob<Record<string, unknown>>(['./*.ts', '!./*.test.ts'], { eager: true })

function isTexts(value: unknown): value is Texts<Tree> {
  return typeof value === 'object' && value !== null && 'namespace' in value && 'texts' in value
}

function flat(tree: Tree, prefix: string): readonly Line[] {
  return Object.entries(tree).flatMap(([key, value]) =>
    typeof value === 'string' ? [{ key: prefix + key, text: value }] : flat(value, `${prefix}${key}.`),
  )
}

/** The texts of one language anywhere inside a method: every `{ nb, nn, en }`. */
function localized(value: unknown, language: Language, key: string): readonly Line[] {
  if (typeof value !== 'object' || value === null) return []
  const own = (value as Record<string, unknown>)[language]
  if (typeof own === 'string') return [{ key, text: own }]
  return Object.entries(value).flatMap(([name, part]) => localized(part, language, `${key}.${name}`))
}

const letter = { name: '{{name}}', organisation: '{{organisation}}', link: '{{link}}' }

function linesOf(language: Language): readonly Line[] {
  const pages = Object.values(files)
    .flatMap((file) => Object.values(file))
    .filter(isTexts)
    .flatMap(({ namespace, texts }) => flat(texts[language], `${namespace}.`))
  return [
    ...pages,
    ...localized(issueTexts, language, 'issue'),
    ...localized(findingTexts, language, 'finding'),
    ...localized(reportTexts, language, 'report'),
    ...localized(publicTexts, language, 'public'),
    ...localized(referenceMethod, language, 'method'),
    ...flat(invitationLetter(language, letter), 'letter.'),
  ]
}

/** The words of a text in lower case, without the names of its values and without web addresses. */
function wordsOf(text: string): readonly string[] {
  return text
    .replaceAll(/\{\{?\w+(\}?\}|, plural)|www\.\S+/g, ' ')
    .toLowerCase()
    .split(/[^\p{L}]+/u)
}

const bokmal = `
  ikke hvordan hva hvem hvor hvorfor hvilken hvilket hvilke jeg noe noen henvendelse henvendelsen henvendelser
  henvendelsene besvarelse besvarelser en et fra mer være ble uke uka uker bare selv deltaker deltakere deltakerne
  utgave utgaven gjøre gjør dem dere deres sammen mangler kommer navn tall uten mulig svarer siden filen listen
  spørre finnes vises ennå annen annet egne egen lenke lenken endret lagret besvart kundebehandler rollespill`
const nynorsk = `
  ikkje korleis kva kven kvar kvart kvifor kor eg noko nokon nokre førespurnad førespurnaden førespurnader
  førespurnadene ein ei eit frå meir vere vart veke veka veker berre sjølv sjølve deltakar deltakarar deltakarane
  utgåve utgåva gjere gjer dei dykk saman manglar kjem namn tal utan mogleg svarar svara sida fila lista spørje
  finst enno annan anna eigne eigen lenkje lenkja endra lagra òg no kundebehandlar rollespel`

const words = (list: string): ReadonlySet<string> => new Set(list.trim().split(/\s+/))
const foreign = { nn: words(bokmal), nb: words(nynorsk) }

test.each(['nb', 'nn'] as const)('no text in %s has a word of the other form of Norwegian', (language) => {
  const lines = linesOf(language)
  expect(lines.length).toBeGreaterThan(900)
  const strays = lines.flatMap(({ key, text }) =>
    wordsOf(text)
      .filter((word) => foreign[language].has(word))
      .map((word) => `${key}: ${word}`),
  )
  expect(strays).toEqual([])
})

test('a word that was left for another one does not come back', () => {
  const left: Readonly<Record<Language, RegExp>> = {
    nb: /kontaktmåte|tilstand\b|i felt\b/i,
    nn: /kontaktmåte|kontaktmåta|tilstand\b|i felt\b/i,
    en: /\bmend\b|\brole play\b|\bin the field\b/i,
  }
  const strays = languages.flatMap((language) =>
    linesOf(language).filter(({ text }) => left[language].test(text.replaceAll(/\{\{?\w+\}?\}/g, ''))),
  )
  expect(strays).toEqual([])
})

test('no text shouts', () => {
  const shouts = languages.flatMap((language) => linesOf(language).filter(({ text }) => text.includes('!')))
  expect(shouts).toEqual([])
})

test('a noun after a count has a singular of its own', () => {
  // 'And 3 more' needs no noun, and the rules of a plan are always many.
  const fixed = ['participants.import.more', 'planning.findings.more', 'planning.proof.show']
  const alone = languages.flatMap((language) =>
    linesOf(language).filter(
      ({ key, text }) =>
        /\{\{count\}\} \p{L}/u.test(text) && !/_(one|other)$/.test(key) && !fixed.includes(key),
    ),
  )
  expect(alone.map(({ key, text }) => `${key}: ${text}`)).toEqual([])
})

test('a noun after any other number has a singular of its own too', () => {
  // A limit or a number of rounds is never one, and the fields here are always several.
  const many = ['most', 'count', 'rounds', 'word', 'leaders', 'level', 'needed', 'from']
  const nouns =
    /\{\{(\w+)\}\} (?:\p{Ll}+ )?(henvendelser|deltakere|observatører|uker|dager|rader|klasser|linjer|rapporter|førespurnader|deltakarar|observatørar|veker|dagar|klassar|rapportar|contacts|participants|observers|weeks|days|rows|classes|lines|reports)(?!\p{L})/u
  const alone = languages.flatMap((language) =>
    linesOf(language).filter(({ text }) => {
      const [, name] = nouns.exec(text) ?? []
      return name !== undefined && !many.includes(name)
    }),
  )
  expect(alone.map(({ key, text }) => `${key}: ${text}`)).toEqual([])
})
