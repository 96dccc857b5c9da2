import { expect, test } from 'vitest'
import { languages } from '../../src/kernel/localized.ts'
import { defineTexts, type Texts, type Tree, translator } from './define-texts.ts'

const texts = defineTexts('trial', {
  nb: { hello: 'Hei, {{name}}', deep: { rows_one: '{{count}} rad', rows_other: '{{count}} rader' } },
  nn: { hello: 'Hei, {{name}}', deep: { rows_one: '{{count}} rad', rows_other: '{{count}} rader' } },
  en: { hello: 'Hello, {{name}}', deep: { rows_one: '{{count}} row', rows_other: '{{count}} rows' } },
})

test('a text is given in the language asked for, with its values in place', () => {
  expect(translator(texts, 'nb')('hello', { name: 'Kari & Ola' })).toBe('Hei, Kari & Ola')
  expect(translator(texts, 'en')('hello', { name: 'Kari' })).toBe('Hello, Kari')
})

test('a count chooses singular or plural and is written like every other figure', () => {
  expect(translator(texts, 'nb')('deep.rows', { count: 1 })).toBe('1 rad')
  expect(translator(texts, 'nn')('deep.rows', { count: 1 })).toBe('1 rad')
  expect(translator(texts, 'nb')('deep.rows', { count: 4319 })).toBe('4\u00a0319 rader')
  expect(translator(texts, 'en')('deep.rows', { count: 4319 })).toBe('4,319 rows')
})

test('each of several numbers in a sentence chooses its own singular or plural', () => {
  const several = defineTexts('several', {
    nb: {
      season: '{{days, plural(# åpen dag|# åpne dager)}} i {{weeks, plural(# uke|# uker)}} fra {{start}}',
    },
    nn: {
      season: '{{days, plural(# open dag|# opne dagar)}} i {{weeks, plural(# veke|# veker)}} frå {{start}}',
    },
    en: {
      season: '{{days, plural(# open day|# open days)}} in {{weeks, plural(# week|# weeks)}} from {{start}}',
    },
  })
  const [nb, en] = [translator(several, 'nb'), translator(several, 'en')]
  expect(nb('season', { days: 5, weeks: 1, start: '2. mars' })).toBe('5 åpne dager i 1 uke fra 2. mars')
  expect(nb('season', { days: 1, weeks: 4319, start: '1' })).toBe('1 åpen dag i 4\u00a0319 uker fra 1')
  expect(en('season', { days: '1', weeks: 1.5, start: 'May' })).toBe('1 open day in 1.5 weeks from May')
  expect(en('season', { days: 0, weeks: 1, start: 'May' })).toBe('0 open days in 1 week from May')
  // @ts-expect-error the weeks are missing
  nb('season', { days: 5, start: '2. mars' })
})

test('the type refuses an unknown key and a forgotten value', () => {
  const t = translator(texts, 'nb')
  // @ts-expect-error there is no such key
  t('hallo')
  // @ts-expect-error the name is missing
  t('hello')
  // @ts-expect-error the count is missing
  t('deep.rows')
  expect(t('hello', { name: 'Kari' })).toBe('Hei, Kari')
})

/** Every text file of the product, by its path. */
const files = import.meta.glob<Record<string, unknown>>(['./*.ts', '!./*.test.ts'], { eager: true })

function isTexts(value: unknown): value is Texts<Tree> {
  return typeof value === 'object' && value !== null && 'namespace' in value && 'texts' in value
}

const namespaces = Object.values(files)
  .flatMap((file) => Object.values(file))
  .filter(isTexts)

function flat(tree: Tree, prefix = ''): readonly (readonly [string, string])[] {
  return Object.entries(tree).flatMap(([key, value]) =>
    typeof value === 'string' ? [[prefix + key, value] as const] : flat(value, `${prefix}${key}.`),
  )
}

const placeholders = (text: string): readonly string[] =>
  [...new Set([...text.matchAll(/\{\{(\w+)/g)].map(([, name = '']) => name))].sort()

test('no two files share a namespace', () => {
  const names = namespaces.map((texts) => texts.namespace)
  expect(names.length).toBeGreaterThan(3)
  expect(new Set(names).size).toBe(names.length)
})

test.each(namespaces.map((texts) => [texts.namespace, texts] as const))(
  'every text of %s has the same values in every language, and none is empty',
  (_name, { texts }) => {
    for (const language of languages) {
      const translated = new Map(flat(texts[language]))
      for (const [key, source] of flat(texts.nb)) {
        const text = translated.get(key) ?? ''
        expect(text.trim(), `${language} ${key}`).not.toBe('')
        expect(placeholders(text), `${language} ${key}`).toEqual(placeholders(source))
      }
    }
  },
)
