import { expect, test } from 'vitest'
import { labelTopics } from './label-topic.ts'
import { asHeading, phrasesOf } from './readable-phrase.ts'
import { suggestMerges } from './suggest-merges.ts'
import { suggestSplits } from './suggest-splits.ts'
import { madeLog, type Thing } from './testing/made-log.ts'
import { topicTree } from './topic-tree.ts'

const log = madeLog()
const numbers: Readonly<Record<Thing, number>> = { parcel: 0, shipment: 1, invoice: 2, password: 3 }
const group = log.thing.map((thing) => numbers[thing])

test('a phrase reads as a heading', () => {
  expect(asHeading('hvor er pakken min.')).toBe('Hvor er pakken min?')
  expect(asHeading('endre adresse, ')).toBe('Endre adresse')
  expect(asHeading('kan jeg si opp?')).toBe('Kan jeg si opp?')
  expect(phrasesOf('Hei! Vennligst send regningen. Mvh Kari')).toEqual(['send regningen.'])
})

test('a topic is named by what its texts ask, in the standard language, each by another name', () => {
  const labels = labelTopics({ ...log, group, groups: 4 })
  const things = [/pakken/, /sendingen/, /fakturaen/, /passordet/]
  for (const [at, { label, words, typical, odd }] of labels.entries()) {
    expect(label).toMatch(things[at]!)
    expect(label).not.toMatch(/korsen|^Hei/)
    expect(label[0]).toBe(label[0]!.toUpperCase())
    expect(words[0]).toMatch(things[at]!)
    expect(typical).toHaveLength(5)
    for (const text of [...typical, ...odd]) expect(group[text]).toBe(at)
  }
  expect(new Set(labels.map(({ label }) => label)).size).toBe(4)
})

test('groups with the very same texts still have different names, and an empty group has none', () => {
  const same = log.texts.map((_, at) => at % 2)
  const labels = labelTopics({
    ...log,
    texts: log.texts.map(() => 'Hvor er pakken min?'),
    group: same,
    groups: 3,
  })
  expect(labels[0]!.label).not.toBe(labels[1]!.label)
  expect(labels[2]!.typical).toEqual([])
})

test('what is cut in two by chance is suggested as one, with a reason', () => {
  const halved = group.map((of, at) => (of === 2 && at % 2 ? 4 : of))
  const suggestions = suggestMerges({ ...log, diffused: log.vectors, group: halved, groups: 5 }, 10)
  expect([suggestions[0]!.one, suggestions[0]!.other]).toEqual([2, 4])
  expect(suggestions[0]!.sharedWords).toContain('fakturaen')
  expect(suggestions[0]!.neighbourShare).toBeGreaterThan(0.5)
  const [one, other] = suggestions[0]!.closest!
  expect([halved[one], halved[other]]).toEqual([2, 4])
  expect(suggestions[0]!.strength).toBeGreaterThan(suggestions[1]!.strength)
  const refused = suggestMerges(
    { ...log, diffused: log.vectors, group: halved, groups: 5, isRefused: (a, b) => a === 2 && b === 4 },
    10,
  )
  expect(refused.some(({ one: a, other: b }) => a === 2 && b === 4)).toBe(false)
})

test('a topic of two things is suggested to be split between them', () => {
  const mixed = group.map((of) => (of === 3 ? 2 : of))
  const [first] = suggestSplits({ ...log, group: mixed, groups: 3, seed: 0 }, 5)
  expect(first!.group).toBe(2)
  const parts = first!.parts.map(({ texts }) => new Set(texts.map((text) => log.thing[text])))
  expect(parts.map(({ size }) => size)).toEqual([1, 1])
  expect(first!.parts.flatMap(({ texts }) => [...texts]).sort((a, b) => a - b)).toEqual(
    mixed.flatMap((of, at) => (of === 2 ? [at] : [])),
  )
  expect(first!.parts.map(({ words }) => words[0]).sort()).toEqual(['fakturaen', 'passordet'])
})

test('the tree has two levels, and every topic stands in it once', () => {
  const fine = log.texts.map((_, at) => Math.floor(at / 5))
  const groups = log.texts.length / 5
  const sizes = new Array<number>(groups).fill(5)
  const middles = {
    rows: groups,
    columns: log.vectors.columns,
    value: new Float32Array(groups * log.vectors.columns),
  }
  for (const [at, of] of fine.entries())
    for (let column = 0; column < middles.columns; column++)
      middles.value[of * middles.columns + column]! += log.vectors.value[at * middles.columns + column]! / 5
  const labels = labelTopics({ ...log, group: fine, groups }).map(({ label }) => label)
  const tree = topicTree({ ...log, group: fine, groups, middles, sizes, labels })
  expect(tree.flatMap((branch) => branch.groups).sort((a, b) => a - b)).toEqual([...sizes.keys()])
  expect(tree.length).toBeGreaterThan(1)
  expect(tree.length).toBeLessThan(groups)
  expect(new Set(tree.map(({ name }) => name)).size).toBe(tree.length)
  for (const { groups: own } of tree) {
    const things = new Set(
      own.flatMap((of) => fine.flatMap((one, at) => (one === of ? [log.thing[at]!] : []))),
    )
    // A parcel and a shipment lie near each other, and far from the rest.
    const delivery = [...things].filter((thing) => thing === 'parcel' || thing === 'shipment')
    expect([0, things.size]).toContain(delivery.length)
  }
})
