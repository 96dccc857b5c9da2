/** Where an edition is in its year: what is done, what is going on, what is still to come. */
import { type EditionCounts, type EditionState, type Stage, type StageId, stageIds } from '../contract.ts'

export type EditionYear = {
  readonly state: EditionState
  readonly counts: EditionCounts
  /** Broken invariants of the method. */
  readonly issues: number
}

type Progress = { readonly finished: boolean; readonly done?: number; readonly of?: number }

const afterFieldwork: readonly EditionState[] = ['review', 'published']

/** Each stage on its own terms. Appeals and learning are counted from records; nothing is done by the clock. */
const progressOf: Readonly<Record<StageId, (year: EditionYear) => Progress>> = {
  prepare: ({ state, issues, counts }) => ({
    finished: state !== 'preparing' || (issues === 0 && counts.participants > 0),
  }),
  findChannels: ({ state, counts }) => ({
    finished: state !== 'preparing' || all(counts.confirmed, counts.participants),
    done: counts.confirmed,
    of: counts.participants,
  }),
  plan: ({ counts }) => ({ finished: counts.contacts > 0 }),
  fieldwork: ({ state, counts }) => ({
    finished: afterFieldwork.includes(state),
    done: counts.handedIn,
    of: counts.contacts,
  }),
  review: ({ state, counts }) => ({
    finished: state === 'published' || (state === 'review' && all(counts.approved, counts.contacts)),
    done: counts.approved,
    of: counts.contacts,
  }),
  appeals: ({ state, counts }) => ({ finished: state === 'published' && counts.appealed === 0 }),
  results: ({ state }) => ({ finished: state === 'published' }),
  announcement: ({ state }) => ({ finished: state === 'published' }),
  learn: () => ({ finished: false }),
}

function all(done: number, of: number): boolean {
  return of > 0 && done >= of
}

/**
 * Every stage with its state: the first unfinished one is current, and so is a stage that runs beside it because
 * some of it is done. Example: while fieldwork runs and some submissions are approved, both are current.
 */
export function stagesOf(year: EditionYear): Stage[] {
  const progress = stageIds.map((id) => ({ id, ...progressOf[id](year) }))
  const first = progress.findIndex(({ finished }) => !finished)
  return progress.map(({ id, finished, done, of }, index) => {
    const begun = index > first && (done ?? 0) > 0
    return {
      id,
      state: finished ? 'done' : index === first || begun ? 'current' : 'coming',
      ...(of !== undefined && of > 0 ? { done: done ?? 0, of } : {}),
    }
  })
}
