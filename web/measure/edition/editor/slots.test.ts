import { describe, expect, it } from 'vitest'
import type { EditionMethod } from '../../../../src/measure/edition/contract.ts'
import { placeOf, putInPlace } from './slots.ts'

const method = (): Pick<EditionMethod, 'channelSlots'> => ({
  channelSlots: [['phone'], ['email'], ['chat', 'messenger']],
})

describe('the priority of channels', () => {
  it('is a place for each', () => {
    expect(placeOf(method(), 'messenger')).toBe(3)
  })

  it('gives a channel a place of its own', () => {
    const own = method()
    putInPlace(own, 'messenger', 4)
    expect(own.channelSlots).toEqual([['phone'], ['email'], ['chat'], ['messenger']])
  })

  it('closes up where a place is left empty', () => {
    const own = method()
    putInPlace(own, 'phone', 2)
    expect(own.channelSlots).toEqual([
      ['email', 'phone'],
      ['chat', 'messenger'],
    ])
  })
})
