/**
 * The model behind variance and severity: a contact's score = its class's mean + participant + participant on this
 * channel + channel + observer + scenario + rest, all but the class's mean random.
 */
import type { ComponentId } from '../contract.ts'
import type { QualityContact } from './contact.ts'
import { designOf, type Factor, factorOf, type MixedDesign } from './mixed-design.ts'

export type ScoreModel = { readonly design: MixedDesign; readonly values: Float64Array }

const fewestContacts = 30

/** Undefined where there is too little to tell a participant from a contact, or an observer from a participant. */
export function scoreModel(contacts: readonly QualityContact[]): ScoreModel | undefined {
  const fixed = factorOf(
    'class',
    contacts.map((contact) => contact.class),
  )
  const factors = randomFactors(contacts)
  const participants = new Set(contacts.map(({ participantId }) => participantId)).size
  if (contacts.length < fewestContacts || participants < fixed.levels + 2) return undefined
  if (!factors.some(({ name }) => name === 'observer')) return undefined
  return { design: designOf(fixed, factors), values: Float64Array.from(contacts, ({ score }) => score) }
}

/** Factors of one level tell nothing; one that is the same as another cannot be told from it. */
function randomFactors(contacts: readonly QualityContact[]): Factor[] {
  const names: readonly (readonly [ComponentId, (contact: QualityContact) => string])[] = [
    ['participant', ({ participantId }) => participantId],
    ['channel', ({ channel }) => channel],
    ['observer', ({ observerId }) => observerId],
    ['scenario', ({ scenario }) => scenario],
    ['participantChannel', ({ participantId, channel }) => `${participantId} ${channel}`],
  ]
  const factors: Factor[] = []
  for (const [name, of] of names) {
    const factor = factorOf(name, contacts.map(of))
    const isNew = factors.every((other) => !sameGroups(other, factor))
    if (factor.levels > 1 && factor.levels < contacts.length && isNew) factors.push(factor)
  }
  return factors
}

function sameGroups(one: Factor, other: Factor): boolean {
  if (one.levels !== other.levels) return false
  const met = new Map<number, number>()
  return one.of.every((level, at) => {
    const known = met.get(level)
    if (known === undefined) met.set(level, other.of[at]!)
    return known === undefined || known === other.of[at]
  })
}
