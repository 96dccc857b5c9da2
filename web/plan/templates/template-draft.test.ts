import { expect, test } from 'vitest'
import { faultsOf, fieldsOf, readLengths, type TemplateDraft, writeLengths } from './template-draft.ts'

const draft: TemplateDraft = {
  name: 'Kveldsvakt',
  weekdays: [5, 1, 2],
  earliestStart: '13:00',
  latestStart: '15:00',
  startEvery: 30,
  lengths: '7,5; 6 6',
  breaks: [{ key: 0, minutes: 30, earliest: 180, latest: 285 }],
}

test('lengths are hours with a comma or a point, each once, the shortest first', () => {
  expect(readLengths('8')).toEqual({ lengths: [480] })
  expect(readLengths(' 7,5;  4.25 8 8 ')).toEqual({ lengths: [255, 450, 480] })
  expect(readLengths('')).toEqual({ lengths: [] })
  expect(writeLengths([255, 480], (hours) => String(hours).replace('.', ','))).toBe('4,25; 8')
})

test('what is no length of whole quarters within the limits is named', () => {
  for (const wrong of ['lang', '0,5', '13,25', '7,1', '-8', '1e3', '8t'])
    expect(readLengths(`8 ${wrong}`)).toEqual({ wrong })
})

test('a draft says what is wrong where it is wrong', () => {
  expect(faultsOf(draft)).toEqual([])
  expect(faultsOf({ ...draft, name: ' ' })).toEqual([{ field: 'name' }])
  expect(faultsOf({ ...draft, weekdays: [] })).toEqual([{ field: 'weekdays' }])
  expect(faultsOf({ ...draft, latestStart: '12:45' })).toEqual([{ field: 'latestStart' }])
  expect(faultsOf({ ...draft, lengths: '' })).toEqual([{ field: 'lengths' }])
  expect(faultsOf({ ...draft, lengths: 'åtte' })).toEqual([{ field: 'lengths', word: 'åtte' }])
  const several = { ...draft, latestStart: '12:00', lengths: 'lang' }
  expect(faultsOf(several).map(({ field }) => field)).toEqual(['latestStart', 'lengths'])
  const backwards = [{ key: 0, minutes: 30, earliest: 300, latest: 180 }]
  expect(faultsOf({ ...draft, breaks: backwards })).toEqual([{ field: 'breaks' }])
  expect(faultsOf({ ...draft, earliestStart: '13:10' })).toEqual([{ field: 'starts' }])
  const breaks = [{ minutes: 30, earliest: 180, latest: 285 }]
  expect(fieldsOf(draft)).toEqual({ ...draft, weekdays: [1, 2, 5], lengths: [360, 450], breaks })
})
