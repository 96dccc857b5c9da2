/**
 * The home page's places, which features fill without knowing one another. A feature writes
 * `export const fieldworkHome: HomeCards = { tasks: [MyAssignments], loop: { measure: EditionFigure } }`
 * and is added to `homeCards` in `cards.ts`. Each card fetches its own data and draws nothing when it has
 * nothing to say.
 */
import type { ComponentType } from 'react'
import type { Role } from '../../src/organisation/rules/roles.ts'

export type Section = 'measure' | 'understand' | 'plan'

export type HomeCard = {
  readonly id: string
  /** Who sees it; absent: everybody. */
  readonly roles?: readonly Role[]
  readonly component: ComponentType
}

export type HomeCards = {
  /** What needs the person, with deadlines; list items of "my tasks". */
  readonly tasks?: readonly HomeCard[]
  /** The headline figure of a section, inside its loop card. */
  readonly loop?: Partial<Record<Section, HomeCard>>
  /** Events that matter, newest first. */
  readonly feed?: readonly HomeCard[]
}

/** The cards of one place that a person with these roles sees, in the order of the features. */
export function cardsFor(cards: readonly HomeCard[], held: readonly Role[]): readonly HomeCard[] {
  return cards.filter((card) => card.roles === undefined || card.roles.some((role) => held.includes(role)))
}
