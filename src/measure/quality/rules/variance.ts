/**
 * Where the differences between scores come from, with intervals from the parametric bootstrap (copies of the season
 * drawn from the fitted model and fitted again; Efron and Tibshirani 1993, ch. 6), and how reliable the totals are
 * (generalisability theory; Brennan 2001).
 */
import { type Random, seededRandom } from '../../../kernel/random.ts'
import { type Interval, middleOf } from '../../../kernel/statistics.ts'
import { type ChannelId, channelIds } from '../../edition/contract.ts'
import type { Component, ComponentId, Variance } from '../contract.ts'
import { componentIds } from '../contract.ts'
import type { QualityContact } from './contact.ts'
import type { MixedDesign } from './mixed-design.ts'
import { fitMixed, type MixedFit } from './mixed-model.ts'
import { normal } from './normal.ts'
import { contactsForReliability, type Facets, reliabilityOf, type Variances } from './reliability.ts'
import { scoreModel } from './score-model.ts'

/** Fewer copies where the equations are many, so that the whole stays a matter of seconds. */
const drawsFor = ({ size }: MixedDesign) => (size <= 120 ? 200 : 60)
const level = 0.95
const goal = 0.8
const curvePoints = [5, 10, 15, 20, 25, 30, 40, 50, 75, 100]

export function varianceOf(contacts: readonly QualityContact[], seed: string): Variance | null {
  const model = scoreModel(contacts)
  if (!model) return null
  const { design, values } = model
  const fit = fitMixed(design, values)
  if (fit.residual === 0) return null
  const random = seededRandom(`${seed}\u0000variance`)
  const draws = drawsFor(design)
  const copies = Array.from({ length: draws }, () =>
    variancesOf(design, fitMixed(design, simulate(design, fit, random), { start: fit, precision: 1e-4 })),
  )
  const seen = variancesOf(design, fit)
  return {
    contacts: contacts.length,
    draws,
    components: components(seen, copies),
    reliability: mixesOf(contacts).map(({ channels, participants, facets }) => ({
      channels: [...channels],
      participants,
      contacts: facets.contacts,
      value: reliabilityOf(seen, facets, facets.contacts),
      interval: intervalOf(copies.map((copy) => reliabilityOf(copy, facets, facets.contacts))),
      needed: contactsForReliability(seen, facets, goal),
      curve: curvePoints.map((n) => ({ contacts: n, value: reliabilityOf(seen, facets, n) })),
    })),
  }
}

function variancesOf(design: MixedDesign, fit: MixedFit): Variances {
  const of = (name: ComponentId) => {
    const at = design.factors.findIndex((factor) => factor.name === name)
    return at < 0 ? 0 : fit.variances[at]!
  }
  const random = componentIds.filter((id) => id !== 'rest').map((id) => [id, of(id)])
  return { ...Object.fromEntries(random), rest: fit.residual } as Variances
}

const sumOf = (variances: Variances) => componentIds.reduce((sum, id) => sum + variances[id], 0)

function components(seen: Variances, copies: readonly Variances[]): Component[] {
  return componentIds.map((id) => ({
    component: id,
    variance: seen[id],
    share: seen[id] / sumOf(seen),
    interval: intervalOf(copies.map((copy) => copy[id] / sumOf(copy))),
  }))
}

const intervalOf = (values: readonly number[]): Interval | null =>
  values.length === 0 ? null : middleOf(Float64Array.from(values), level)

/** Scores of a season that could have been, if the fitted model were the truth. */
function simulate(
  { fixed, factors, observations }: MixedDesign,
  fit: MixedFit,
  random: Random,
): Float64Array {
  const effects = factors.map(({ levels }, factor) => {
    const sd = Math.sqrt(fit.variances[factor]!)
    return Float64Array.from({ length: levels }, () => sd * normal(random))
  })
  const sd = Math.sqrt(fit.residual)
  return Float64Array.from({ length: observations }, (_, at) => {
    let value = fit.means[fixed.of[at]!]! + sd * normal(random)
    for (let factor = 0; factor < factors.length; factor++)
      value += effects[factor]![factors[factor]!.of[at]!]!
    return value
  })
}

type Mix = { readonly channels: readonly ChannelId[]; readonly participants: number; readonly facets: Facets }

/** The sets of channels that participants have, the most usual first, with how their contacts are spread. */
function mixesOf(contacts: readonly QualityContact[]): Mix[] {
  const people = [...Map.groupBy(contacts, ({ participantId }) => participantId).values()]
  const observers = new Set(contacts.map(({ observerId }) => observerId)).size
  const scenarios = new Set(contacts.map(({ scenario }) => scenario)).size
  const sets = Map.groupBy(people, (own) => [...new Set(own.map(({ channel }) => channel))].sort().join(' '))
  return [...sets.values()]
    .map((members): Mix => {
      const channels = [...new Set(members[0]!.map(({ channel }) => channel))].sort(inOrder)
      return {
        channels,
        participants: members.length,
        facets: {
          contacts: Math.round(mean(members.map((own) => own.length))),
          channelWeight: mean(members.map((own) => 1 / spreadOver(own.map(({ channel }) => channel)))),
          observersEach: mean(members.map((own) => spreadOver(own.map(({ observerId }) => observerId)))),
          scenariosEach: mean(members.map((own) => spreadOver(own.map(({ scenario }) => scenario)))),
          observers,
          scenarios,
        },
      }
    })
    .toSorted(
      (a, b) => b.participants - a.participants || a.channels.join().localeCompare(b.channels.join(), 'en'),
    )
}

/** Phone first, as everywhere. */
const inOrder = (a: ChannelId, b: ChannelId) => channelIds.indexOf(a) - channelIds.indexOf(b)

const mean = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0) / values.length

/** How many equal parts would spread as much: 1 ÷ Σ share². Example: a a b b → 2. */
function spreadOver(names: readonly string[]): number {
  const counts = new Map<string, number>()
  for (const name of names) counts.set(name, (counts.get(name) ?? 0) + 1)
  return names.length ** 2 / [...counts.values()].reduce((sum, count) => sum + count * count, 0)
}
