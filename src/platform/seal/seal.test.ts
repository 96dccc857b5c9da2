import fc from 'fast-check'
import { expect, test } from 'vitest'
import { createSeals } from './index.ts'

const seals = createSeals('a-secret-of-at-least-32-characters!')

test('what is sealed opens to the same bytes, and never looks the same twice', () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 5000 }), fc.string(), (bytes, purpose) => {
      const sealed = seals.seal(bytes, purpose)
      expect(new Uint8Array(seals.open(sealed, purpose))).toEqual(bytes)
      expect(seals.seal(bytes, purpose).equals(sealed)).toBe(false)
    }),
  )
})

test('it opens under no other secret and for no other purpose, nor with a bit changed', () => {
  const sealed = seals.seal(Buffer.from('passord'), 'mailbox 1')
  expect(() => seals.open(sealed, 'mailbox 2')).toThrow()
  expect(() => createSeals('another-secret-of-32-characters-or-more').open(sealed, 'mailbox 1')).toThrow()
  for (let place = 0; place < sealed.length; place++) {
    const changed = Buffer.from(sealed)
    changed[place] = changed[place]! ^ 1
    expect(() => seals.open(changed, 'mailbox 1')).toThrow()
  }
})
