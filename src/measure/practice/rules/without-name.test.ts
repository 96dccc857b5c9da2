import { expect, test } from 'vitest'
import { withoutName } from './without-name.ts'

test('the name of the centre, whole, in short and in the genitive, gives way', () => {
  expect(withoutName('Havblikk svarte raskt.', 'Havblikk Bank')).toBe('[–] svarte raskt.')
  expect(withoutName('Hos havblikk bank fikk jeg Havblikks beste råd.', 'Havblikk Bank')).toBe(
    'Hos [–] fikk jeg [–] beste råd.',
  )
})

test('a word that only begins like it stays', () => {
  expect(withoutName('Havblikket var fint.', 'Havblikk Bank')).toBe('Havblikket var fint.')
})
