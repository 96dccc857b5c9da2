/** The editions of an organisation in order, with what is known about one series in each. */
import type { Context } from '../../../organisation/index.ts'
import { type Edition, listEditions } from '../../edition/index.ts'
import { nameKey } from '../../participants/rules/import/read-import.ts'
import { currentResults, listParticipantNames, listScored } from '../../results/index.ts'
import { answersOfContacts } from '../../results/rules/gather-contacts.ts'
import { smallestClass } from '../../results/rules/visible-results.ts'
import type { SeriesKind } from '../contract.ts'
import { figuresOfEdition, type Measured } from '../rules/figures-of-edition.ts'

/** Oldest first. An edition belongs to the year in which its fieldwork begins. */
export async function editionsInOrder({ scope, db }: Context): Promise<readonly Edition[]> {
  return [...(await listEditions(scope, db))].reverse()
}

export function yearOf({ method }: Edition): number {
  return Number(method.calendar.start.slice(0, 4))
}

export type Wanted = {
  readonly kind: SeriesKind
  /** Keys of the names of the class or the centre. */
  readonly keys: ReadonlySet<string>
  /** Leaves out the figures of a class so small that they would give a centre away. */
  readonly guarded: boolean
}

export type EditionFigures = {
  readonly figures: ReadonlyMap<string, Measured>
  readonly isPreliminary: boolean
  /** Who the centre is in the edition. */
  readonly participantId?: string
}

const none: EditionFigures = { figures: new Map(), isPreliminary: false }

const seen = new WeakMap<Context, Map<string, ReturnType<typeof currentResults>>>()

/** One request asks for a centre and for its class, and reads the edition's results once. */
function resultsOnce(context: Context, edition: Edition): ReturnType<typeof currentResults> {
  const known = seen.get(context) ?? new Map<string, ReturnType<typeof currentResults>>()
  seen.set(context, known)
  const results = known.get(edition.editionId) ?? currentResults(context, edition)
  known.set(edition.editionId, results)
  return results
}

/** Nothing where the edition has no scores yet, or does not know the name. */
export async function figuresIn(context: Context, edition: Edition, wanted: Wanted): Promise<EditionFigures> {
  if (edition.state === 'preparing') return none
  const { results, contacts, counted } = await resultsOnce(context, edition)
  if (counted === 0) return none
  const { level } = edition.method.score.interval
  const isPreliminary = edition.state !== 'published'
  const isWanted = (name: string) => wanted.keys.has(nameKey(name))
  const answersOf = (segment: string) => results.answers.find((one) => one.segment === segment)
  const found = (figures: ReadonlyMap<string, Measured>) => ({
    figures,
    isPreliminary: isPreliminary || counted < contacts,
  })
  if (wanted.kind === 'edition') {
    const { all: scores, channels } = results
    return found(figuresOfEdition({ scores, channels, answers: answersOf('all'), level }))
  }
  if (wanted.kind === 'class') {
    const scores = results.classes.find((one) => isWanted(one.class))
    if (!scores || (wanted.guarded && scores.participants < smallestClass)) return none
    return found(figuresOfEdition({ scores, answers: answersOf(`class:${scores.class}`), level }))
  }
  const own = results.participants.find(({ participant }) => isWanted(participant))
  const { scope, db } = context
  const named = (await listParticipantNames(scope, db, edition.editionId)).find(({ name }) => isWanted(name))
  if (!own || !named) return none
  const { participantId } = named
  const answers = await answersOfOne(context, edition, participantId)
  const figures = figuresOfEdition({ scores: own, channels: own.channels, answers, level })
  return { ...found(figures), participantId }
}

async function answersOfOne({ scope, db }: Context, { editionId, method }: Edition, participantId: string) {
  const contacts = await listScored(scope, db, { editionId, participantIds: [participantId] })
  return answersOfContacts(method, 'own', contacts)
}
