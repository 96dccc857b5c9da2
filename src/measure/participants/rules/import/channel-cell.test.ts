import { expect, test } from 'vitest'
import { saysNo, saysYes } from './channel-cell.ts'

test.each(['', ' ', 'Nei', 'no', 'FALSE', '0', '-', '–', 'null', 'n/a'])(
  '%j says that there is none',
  (cell) => {
    expect([saysNo(cell), saysYes(cell)]).toEqual([true, false])
  },
)

test.each(['Ja', 'yes', 'TRUE', '1', ' x ', 'Sann'])('%j says that there is one', (cell) => {
  expect([saysNo(cell), saysYes(cell)]).toEqual([false, true])
})

test.each(['02000', 'a@b.no', 'https://f.no/kontakt', 'm.me/f', 'Zendesk', 'nede til høyre'])(
  '%j is a place',
  (cell) => {
    expect([saysNo(cell), saysYes(cell)]).toEqual([false, false])
  },
)
