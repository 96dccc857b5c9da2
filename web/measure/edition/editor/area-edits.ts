/** An area comes, or goes and leaves its questions, its comment fields and its weight to another one. */
import type { EditionMethod } from '../../../../src/measure/edition/contract.ts'
import { freshId } from './reorder.ts'

type Area = EditionMethod['areas'][number]

/** A new area weighs nothing until somebody says so: the sum of the weights is as it was. */
export function addArea(method: EditionMethod, name: Area['name']): void {
  method.areas.push({ id: freshId('area', method.areas), name, weight: 0 })
}

/** What belongs to an area, by id. */
export type AreaMembers = { readonly questions: readonly string[]; readonly comments: readonly string[] }

export function membersOf(
  { questions, comments }: Pick<EditionMethod, 'questions' | 'comments'>,
  area: string,
): AreaMembers {
  const own = (items: readonly { readonly id: string; readonly area: string }[]) =>
    items.filter((item) => item.area === area).map(({ id }) => id)
  return { questions: own(questions), comments: own(comments) }
}

/** An area on its way out: enough to put it back where it was. */
export type Leaving = {
  readonly area: Area
  readonly place: number
  /** The area that takes over. */
  readonly heir: string
  readonly members: AreaMembers
}

/** Example: «Velkomsten» (15 %) leaves its 11 questions to «Kundebehandleren» (50 %), which then weighs 65 %. */
export function removeArea(method: EditionMethod, { area, heir, members }: Leaving): void {
  method.areas = method.areas.filter(({ id }) => id !== area.id)
  addWeight(method, heir, area.weight)
  moveMembers(method, members, heir)
}

/** Takes the removal back; what has been changed since stays. */
export function restoreArea(method: EditionMethod, { area, place, heir, members }: Leaving): void {
  method.areas.splice(place, 0, area)
  addWeight(method, heir, -area.weight)
  moveMembers(method, members, area.id)
}

function addWeight(method: EditionMethod, id: string, weight: number): void {
  const own = method.areas.find((area) => area.id === id)
  if (own) own.weight = Math.max(0, Math.round((own.weight + weight) * 100) / 100)
}

function moveMembers(method: EditionMethod, { questions, comments }: AreaMembers, area: string): void {
  for (const question of method.questions) if (questions.includes(question.id)) question.area = area
  for (const comment of method.comments) if (comments.includes(comment.id)) comment.area = area
}
