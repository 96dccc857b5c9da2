import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  addLedgers,
  comings,
  countLedger,
  emptyCounts,
  goings,
  joinLedgers,
  type LedgerCounts,
  ledgerFault,
  makeLedger,
} from './ledger.ts'

const contacts = fc.array(fc.record({ came: fc.constantFrom(...comings), went: fc.constantFrom(...goings) }))

describe('the ledger of contacts', () => {
  it('names the one contact that is missing', () => {
    expect(ledgerFault({ ...emptyCounts, first: 10, handled: 9 })).toEqual({
      kind: 'unbalanced',
      difference: 1,
    })
    expect(() => makeLedger({ ...emptyCounts, first: 10, handled: 11 })).toThrow('"difference":-1')
  })

  it('takes whole contacts only, and none below nothing', () => {
    expect(ledgerFault({ ...emptyCounts, first: 0.5, handled: 0.5 })).toMatchObject({ kind: 'notWhole' })
    expect(ledgerFault({ ...emptyCounts, first: -1, handled: -1 })).toMatchObject({ kind: 'negative' })
    expect(ledgerFault({ ...emptyCounts, first: Number.NaN })).toMatchObject({ kind: 'notWhole' })
  })

  it('is exact where floating point is not: a thousand million million contacts and one', () => {
    const many = 9_007_199_254_740_990
    expect(ledgerFault({ ...emptyCounts, first: many, handled: many - 1 })).toMatchObject({ difference: 1 })
  })

  it('balances whatever happens to contacts that are counted one by one', () => {
    fc.assert(
      fc.property(contacts, (all) => {
        expect(countLedger(all).contactsIn).toBe(all.length)
      }),
    )
  })

  it('sees any single contact that is lost or doubled', () => {
    fc.assert(
      fc.property(contacts, fc.constantFrom(...comings, ...goings), (all, entry) => {
        const ledger = countLedger(all)
        const wrong: LedgerCounts = { ...ledger, [entry]: ledger[entry] + 1 }
        expect(ledgerFault(wrong)?.kind).toBe('unbalanced')
      }),
    )
  })

  it('adds up over queues, and joins days by what waited between them', () => {
    const monday = makeLedger({ ...emptyCounts, first: 40, handled: 30, waitingAtClose: 10 })
    const tuesday = makeLedger({ ...emptyCounts, waitingAtOpen: 10, first: 20, handled: 30 })
    expect(addLedgers([monday, tuesday]).contactsIn).toBe(70)
    expect(joinLedgers([monday, tuesday])).toEqual(makeLedger({ ...emptyCounts, first: 60, handled: 60 }))
    expect(() => joinLedgers([tuesday, monday, monday])).toThrow('10 waited at close, 0 at the next opening')
  })
})
