import { expect, test } from 'vitest'
import { cardsFor, type HomeCard } from './slots.ts'

const Nothing = (): null => null
const forAll: HomeCard = { id: 'all', component: Nothing }
const forObservers: HomeCard = { id: 'observers', roles: ['observer'], component: Nothing }

test('a card for everybody and one for a role are seen by that role, in order', () => {
  expect(cardsFor([forAll, forObservers], ['observer', 'agent'])).toEqual([forAll, forObservers])
})

test('a person without the role does not see its card', () => {
  expect(cardsFor([forAll, forObservers], ['planner'])).toEqual([forAll])
})
