/** The centre that somebody works with: who it is over the editions, what of it is measured, and who may write. */
import { AppError } from '../../../kernel/errors.ts'
import type { Context } from '../../../organisation/index.ts'
import { type Edition, loadEdition } from '../../edition/index.ts'
import { nameKey } from '../../participants/rules/import/read-import.ts'
import { listScored, type ScoredSubmission } from '../../results/index.ts'
import { editionsInOrder, figuresIn, listNamed, listTies } from '../../trend/index.ts'
import { nameInMethod } from '../../trend/rules/figure.ts'
import type { Measured as Figure } from '../../trend/rules/figures-of-edition.ts'
import { keysOfSeries } from '../../trend/rules/series-key.ts'
import type { PracticeHead } from '../contract.ts'
import { findCentreRow } from '../store/centre-store.ts'

export type InCentre = { readonly editionId: string; readonly participantId: string }

/** An edition in which the centre was measured, as far as the person may see it. */
export type MeasuredEdition = {
  readonly edition: Edition
  readonly participantId: string
  readonly class: string
  readonly contacts: readonly ScoredSubmission[]
}

export type Centre = InCentre & {
  readonly edition: Edition
  readonly name: string
  readonly class: string
  /** The keys of all its names; rows are written under the first. */
  readonly keys: readonly [string, ...string[]]
  readonly mayWrite: boolean
  readonly isOrganiser: boolean
}

/** @throws AppError not-found also for a centre that the person does not read for */
export async function findCentre(context: Context, { editionId, participantId }: InCentre): Promise<Centre> {
  const { scope, db } = context
  const edition = await loadEdition(context, editionId)
  const row = await findCentreRow(scope, db, { editionId, participantId })
  const isOrganiser = scope.roles.some((role) => role === 'organiser' || role === 'admin')
  if (!row || !(isOrganiser || row.isOwn)) throw new AppError('not-found')
  const ties = (await listTies(scope, db)).filter(({ kind }) => kind === 'participant')
  const [first, ...others] = keysOfSeries(row.name, ties)
  const mayWrite = row.isOwn && scope.roles.includes('participant')
  const { name, class: group } = row
  return {
    editionId,
    participantId,
    edition,
    name,
    class: group,
    keys: [first!, ...others],
    mayWrite,
    isOrganiser,
  }
}

/** @throws AppError not-found · not-allowed for somebody who may look, and not write */
export async function findOwnCentre(context: Context, input: InCentre): Promise<Centre> {
  const centre = await findCentre(context, input)
  if (!centre.mayWrite) throw new AppError('not-allowed')
  return centre
}

/** The editions with figures of the centre that the person may see: this one first, then the newest. */
export async function measuredEditions(
  context: Context,
  centre: Centre,
): Promise<readonly MeasuredEdition[]> {
  const { scope, db } = context
  const keys = new Set<string>(centre.keys)
  const rows = (await listNamed(scope, db)).filter(({ name }) => keys.has(nameKey(name)))
  const newestFirst = (await editionsInOrder(context)).toReversed()
  const inOrder = newestFirst.toSorted((a, b) => Number(isThis(b, centre)) - Number(isThis(a, centre)))
  const found: MeasuredEdition[] = []
  for (const edition of inOrder) {
    const row = rows.find(({ editionId }) => editionId === edition.editionId)
    if (!row || !isVisible(edition, centre)) continue
    const { editionId } = edition
    const contacts = await listScored(scope, db, { editionId, participantIds: [row.participantId] })
    if (contacts.length > 0)
      found.push({ edition, participantId: row.participantId, class: row.class, contacts })
  }
  return found
}

const isThis = ({ editionId }: Edition, centre: Centre) => editionId === centre.editionId

function isVisible({ state }: Edition, { isOrganiser }: Centre): boolean {
  return state === 'published' || (isOrganiser && state !== 'preparing')
}

export type CentreFigures = {
  readonly own: ReadonlyMap<string, Figure>
  /** Empty where the class is so small that its figures would give another centre away. */
  readonly class: ReadonlyMap<string, Figure>
}

export async function figuresOf(
  context: Context,
  centre: Centre,
  measured: MeasuredEdition | undefined,
): Promise<CentreFigures> {
  if (!measured) return { own: new Map(), class: new Map() }
  const keys = new Set<string>(centre.keys)
  const own = await figuresIn(context, measured.edition, { kind: 'participant', keys, guarded: false })
  const ofClass = await figuresIn(context, measured.edition, {
    kind: 'class',
    keys: new Set([nameKey(measured.class)]),
    guarded: !centre.isOrganiser,
  })
  return { own: own.figures, class: ofClass.figures }
}

export function headOf(centre: Centre, measured: MeasuredEdition | undefined): PracticeHead {
  const { edition, editionId, participantId, name, class: group, mayWrite } = centre
  const { method } = edition
  const scored = method.questions.filter((question) => question.scored)
  const areas = new Set(scored.map(({ area }) => area))
  return {
    editionId,
    edition: edition.name,
    participantId,
    name,
    class: group,
    mayWrite,
    measured: measured
      ? {
          editionId: measured.edition.editionId,
          edition: measured.edition.name,
          participantId: measured.participantId,
          contacts: measured.contacts.length,
          isPreliminary: measured.edition.state !== 'published',
        }
      : null,
    method: {
      contactsPerParticipant: method.contactsPerParticipant,
      areas: method.areas
        .filter(({ id }) => areas.has(id))
        .map(({ id, name: title }) => ({ id, name: title })),
      channels: method.channels.map(({ id, name: title }) => ({ id, name: title })),
      questions: scored.map(({ id, area, text, channels }) => ({
        id,
        area,
        text: nameInMethod({ kind: 'question', id }, method) ?? text,
        channels,
      })),
    },
  }
}

export function plainFigure(figure: Figure | undefined) {
  return figure ? { value: figure.value, n: figure.n, interval: figure.interval } : null
}

/** A figure of the class beside one's own. */
export function besideFigure(figure: Figure | undefined) {
  return figure?.n ? { n: figure.n, value: figure.value } : null
}
