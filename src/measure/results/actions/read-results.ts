/** The results of an edition and of one participant, as their pages show them. */
import { AppError } from '../../../kernel/errors.ts'
import type { Context } from '../../../organisation/index.ts'
import type { EditionMethod } from '../../edition/contract.ts'
import type {
  AnswerFigures,
  Certainty,
  CertaintyAnswer,
  NamedParticipant,
  ParticipantAnswer,
  ResultMethod,
  ResultsAnswer,
} from '../contract.ts'
import { compareAnswers } from '../rules/compare-answers.ts'
import { answersOfContacts } from '../rules/gather-contacts.ts'
import { smallestClass, visibleResults } from '../rules/visible-results.ts'
import { listScored } from '../store/scored-store.ts'
import { listParticipantNames } from '../store/viewer-store.ts'
import { type CurrentResults, currentResults } from './current-results.ts'
import { findViewer, isOwn, isVisible, type Viewer } from './viewer.ts'

type InEdition = { readonly editionId: string }

export async function readResults(context: Context, { editionId }: InEdition): Promise<ResultsAnswer> {
  const viewer = await findViewer(context, editionId)
  const current = await currentResults(context, viewer.edition)
  const { results } = current
  const ids = await idsByName(context, editionId)
  const shown =
    viewer.view === 'organiser'
      ? results
      : visibleResults(
          results,
          new Set([...ids].filter(([, id]) => isVisible(viewer, id)).map(([name]) => name)),
        )
  return {
    ...headOf(viewer, current),
    intervals: results.intervals,
    own: viewer.view === 'organiser' ? [] : [...viewer.own],
    all: results.all,
    participants: withIds(shown.participants, ids),
    classes: shown.classes,
    channels: shown.channels,
    ties: results.ties,
    rankings: shown.rankings,
    bands: shown.bands,
  }
}

/** What so many contacts can tell: about the edition as a whole, so the same for all who may read its results. */
export async function readCertainty(context: Context, { editionId }: InEdition): Promise<CertaintyAnswer> {
  const viewer = await findViewer(context, editionId)
  const current = await currentResults(context, viewer.edition)
  const { intervals, certainty } = current.results
  return {
    ...headOf(viewer, current),
    intervals,
    certainty: certainty && visibleCertainty(certainty, viewer),
  }
}

/** A participant sees no names of small classes, as on the other pages. */
function visibleCertainty(certainty: Certainty, { view }: Viewer): Certainty {
  const classes = certainty.classes.filter(
    ({ participants }) => view === 'organiser' || participants >= smallestClass,
  )
  return { ...certainty, classes }
}

async function idsByName({ scope, db }: Context, editionId: string): Promise<ReadonlyMap<string, string>> {
  const names = await listParticipantNames(scope, db, editionId)
  return new Map(names.map(({ name, participantId }) => [name, participantId]))
}

/** A participant that was deleted since the results were computed has no page and is left out. */
function withIds(
  participants: CurrentResults['results']['participants'],
  ids: ReadonlyMap<string, string>,
): NamedParticipant[] {
  return participants.flatMap((result) => {
    const participantId = ids.get(result.participant)
    return participantId === undefined ? [] : [{ ...result, participantId }]
  })
}

function headOf({ view, edition }: Viewer, { computedAt, contacts, counted, results }: CurrentResults) {
  return {
    editionId: edition.editionId,
    edition: edition.name,
    view,
    published: edition.state === 'published',
    computedAt: computedAt.toISOString(),
    contacts,
    counted,
    taking: results.participants.filter(({ rank }) => rank !== null).length,
    method: methodWords(edition.method),
  }
}

/** The words of a method that results are written with; areas without points are left out. */
export function methodWords(method: EditionMethod): ResultMethod {
  const scored = new Set(method.questions.filter((question) => question.scored).map(({ area }) => area))
  return {
    areas: method.areas.filter(({ id }) => scored.has(id)).map(({ id, name }) => ({ id, name })),
    bands: method.bands.map(({ id, name, from }) => ({ id, name, from })),
    channels: method.channels.map(({ id, name }) => ({ id, name })),
    contactsPerParticipant: method.contactsPerParticipant,
    total: method.score.total,
  }
}

/** @throws AppError not-found also for a participant that the person may not see, and one without any score */
export async function readParticipant(
  context: Context,
  { editionId, participantId }: InEdition & { readonly participantId: string },
): Promise<ParticipantAnswer> {
  const { scope, db } = context
  const viewer = await findViewer(context, editionId)
  if (!isVisible(viewer, participantId)) throw new AppError('not-found')
  const current = await currentResults(context, viewer.edition)
  const { results } = current
  const result = withIds(results.participants, await idsByName(context, editionId)).find(
    (one) => one.participantId === participantId,
  )
  if (!result) throw new AppError('not-found')
  const classResult = results.classes.find((one) => one.class === result.class)
  const classShown = classResult && (viewer.view === 'organiser' || classResult.participants >= smallestClass)
  const contacts = await listScored(scope, db, { editionId, participantIds: [participantId] })
  const { method } = viewer.edition
  const segment = `participant:${result.participant}`
  const own = answersOfContacts(method, segment, contacts)
  const ofClass: AnswerFigures | undefined = classShown
    ? results.answers.find((one) => one.segment === `class:${result.class}`)
    : undefined
  const segments = new Set([segment, 'all', ...(classShown ? [`class:${result.class}`] : [])])
  return {
    ...headOf(viewer, current),
    result,
    isOwn: isOwn(viewer, participantId),
    ...(classShown ? { classResult } : {}),
    ...compareAnswers(method, own, ofClass),
    bands: results.bands.filter((band) => segments.has(band.segment)),
  }
}
