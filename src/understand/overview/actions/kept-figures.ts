/** Sees to it that kept figures are there and tells whether they are of today: made at once for small logs, by a job for large ones. */
import { addDays } from '../../../kernel/calendar.ts'
import type { Context } from '../../../organisation/index.ts'
import { inTransaction, refreshStatistics } from '../../../platform/database/index.ts'
import {
  buildCases,
  buildDays,
  buildLegs,
  buildSpans,
  dropOtherVersions,
  recordSpan,
  sliceEnd,
} from '../store/build-store.ts'
import {
  abandonBuild,
  claimBuild,
  type FigureStamp,
  findStamp,
  finishBuild,
  readFingerprint,
} from '../store/stamp-store.ts'

export const buildFiguresJob = 'overview.build'
export type BuildPayload = { readonly organisationId: string; readonly personId: string }

/** Logs up to this many records are counted while somebody waits: a second or two. */
const atOnce = 60_000
/** Records in a slice of days, about. */
const recordsInSlice = 80_000

export type KeptFigures = FigureStamp & { readonly isOld: boolean }

/**
 * The figures to show. Old ones are shown as such while new ones are on their way; only where there are none at all
 * does somebody wait for a large log.
 */
export async function keptFigures(context: Context): Promise<KeptFigures | undefined> {
  const { scope, db } = context
  const stamp = await findStamp(scope, db)
  const fingerprint = await readFingerprint(scope, db)
  if (stamp?.fingerprint === fingerprint) return { ...stamp, isOld: false }
  const { records } = stamp ?? (await recordSpan(scope, db))
  if (records === 0 && !stamp && (await recordSpan(scope, db)).records === 0) return undefined
  if (records <= atOnce) {
    const built = await buildFigures(context)
    if (built) return { ...built, isOld: false }
  } else {
    const { organisationId, personId } = scope
    await context.jobs.send(buildFiguresJob, { organisationId, personId }, { organisationId })
  }
  return stamp && { ...stamp, isOld: true }
}

/** What a build needs of a request. */
type Building = Pick<Context, 'scope' | 'db' | 'now'>
type Watch = { readonly signal?: AbortSignal; readonly progress?: (part: number) => void }

/** Makes the next version and takes it into use; nothing when another server is at it. */
export async function buildFigures(context: Building, watch: Watch = {}): Promise<FigureStamp | undefined> {
  const { scope, db } = context
  const started = performance.now()
  const version = await claimBuild(scope, db, context.now)
  if (version === undefined) return undefined
  try {
    const fingerprint = await readFingerprint(scope, db)
    const span = await recordSpan(scope, db)
    await buildVersion(context, { version, span, watch })
    const stamp = {
      version,
      fingerprint,
      records: span.records,
      firstDay: span.first,
      lastDay: span.last,
      builtAt: context.now,
    }
    const seconds = (performance.now() - started) / 1000
    await finishBuild(scope, db, { ...stamp, seconds })
    await dropOtherVersions(scope, db, { version })
    return stamp
  } catch (error) {
    await abandonBuild(scope, db)
    throw error
  }
}

type Version = {
  readonly version: number
  readonly span: Awaited<ReturnType<typeof recordSpan>>
  readonly watch: Watch
}

async function buildVersion({ scope, db }: Building, { version, span, watch }: Version): Promise<void> {
  // What a build that died has left of this number.
  await dropOtherVersions(scope, db, { version: version - 1 })
  await refreshStatistics(db, ['enquiry', 'enquiry_leg', 'text_topic', 'code_topic'])
  await inTransaction(db, (trx) => buildLegs(scope, trx))
  if (span.first === null || span.last === null) return
  const tell = (part: number) => {
    watch.signal?.throwIfAborted()
    watch.progress?.(part)
  }
  const days = (Date.parse(span.last) - Date.parse(span.first)) / 86_400_000 + 1
  const sliceDays = Math.max(1, Math.ceil((days * recordsInSlice) / span.records))
  for (let day = 0; day < days; day += sliceDays) {
    tell(0.1 + (0.4 * day) / days)
    const from = addDays(span.first, day)
    await buildDays(scope, db, { version, from, to: addDays(from, sliceDays - 1) })
  }
  let after = ''
  for (let slice = 0; ; slice++) {
    tell(1 - 0.5 / (1 + slice / 4))
    const upTo = await sliceEnd(scope, db, after)
    const until = span.last
    await inTransaction(db, (trx) => buildCases(scope, trx, { version, after, upTo, until }))
    if (upTo === undefined) break
    after = upTo
  }
  await buildSpans(scope, db, { version })
}
