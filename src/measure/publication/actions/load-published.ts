/** Everything that is told of an edition outside, put together from the current results and the organiser's choice. */
import { type Context, getOrganisation } from '../../../organisation/index.ts'
import { listPublicChanges } from '../../appeals/index.ts'
import { type Edition, loadEdition } from '../../edition/index.ts'
import type { EditionResults } from '../../results/contract.ts'
import { currentResults } from '../../results/index.ts'
import type { PublicationSettings } from '../contract.ts'
import { mayBeNamed, publicEdition, type Relationship } from '../rules/public-edition.ts'
import type { Published } from '../rules/published.ts'
import { findPublication, listRelationships, type Publication } from '../store/publication-store.ts'

/** What is chosen until somebody has chosen: nothing is shown, and only winners would be. */
export const untouched: PublicationSettings = {
  listing: 'winners',
  namesAll: false,
  licence: null,
  opensAt: null,
}

export type LoadedPublication = {
  readonly edition: Edition
  readonly published: Published
  readonly results: EditionResults
  /** Whether a participant may be named in the data, by its name in the results. */
  readonly isNamed: (participant: string) => boolean
}

export const pathOf = ({ address }: Pick<Publication, 'address'>): string => `/public/${address}`

/** Whether the page may be read: shared with the participants, announced, and the embargo is over. */
export function isOpenAt(
  edition: Pick<Edition, 'state'>,
  settings: Pick<PublicationSettings, 'opensAt'>,
  now: Date,
): boolean {
  return (
    edition.state === 'published' &&
    settings.opensAt !== null &&
    Date.parse(settings.opensAt) <= now.getTime()
  )
}

/** @throws AppError not-found */
export async function loadPublished(context: Context, editionId: string): Promise<LoadedPublication> {
  const { scope, db } = context
  const edition = await loadEdition(context, editionId)
  const publication = await findPublication(scope, db, editionId)
  const settings = publication ?? untouched
  const { results, computedAt } = await currentResults(context, edition)
  const people = await listRelationships(scope, db, editionId)
  const relationships = new Map(people.map(({ name, relationship }) => [name, relationship]))
  // Somebody who is not known any more is not named.
  const relationshipOf = (name: string): Relationship => relationships.get(name) ?? 'publicInterest'
  const byId = new Map(people.map((one) => [one.participantId, one]))
  const { method } = edition
  const changes = await listPublicChanges(scope, db, {
    editionId,
    method,
    isNamed: (participantId) => {
      const found = byId.get(participantId)
      return settings.listing === 'open' && found !== undefined && mayBeNamed(found.relationship, settings)
    },
  })
  const published: Published = {
    organisation: (await getOrganisation(scope, db)).name,
    edition: edition.name,
    path: pathOf(publication ?? { address: editionId }),
    method,
    results,
    computedAt: computedAt.toISOString(),
    settings,
    shown: publicEdition({ results, relationshipOf, settings }),
    changes,
  }
  const isNamed = (name: string) => settings.listing === 'open' && mayBeNamed(relationshipOf(name), settings)
  return { edition, published, results, isNamed }
}
