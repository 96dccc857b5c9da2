import { expect, test } from 'vitest'
import { languages } from '../../../../kernel/localized.ts'
import { contactDefinitions, sourceKinds } from './definitions.ts'
import { pathsOf } from './json/mapped-objects.ts'

test('every source tells what it counts, in every language and each in its own words', () => {
  for (const kind of sourceKinds) {
    const texts = languages.map((language) => contactDefinitions[kind][language])
    expect(new Set(texts).size).toBe(3)
    expect(texts.every((text) => /^\p{Lu}.*\.$/u.test(text))).toBe(true)
  }
})

test('the paths of JSON that a person can choose from', () => {
  expect(
    pathsOf([
      { id: 1, said: { text: 'Hei', by: null } },
      { id: 2, tags: ['a'] },
    ]),
  ).toEqual(['id', 'said.text', 'said.by', 'tags'])
})
