/** Insight as its pages show it: no more than the person who asks may see. */
import { AppError } from '../../../kernel/errors.ts'
import type { Context } from '../../../organisation/index.ts'
import type { EditionMethod } from '../../edition/contract.ts'
import {
  findViewer,
  isOwn,
  isVisible,
  listMaskedTexts,
  listParticipantNames,
  listScored,
  methodWords,
  type Viewer,
} from '../../results/index.ts'
import { smallestClass } from '../../results/rules/visible-results.ts'
import type { InsightAnswer, ParticipantInsightAnswer, ShownGap } from '../contract.ts'
import { outcomesOf } from '../rules/drivers/driver-rows.ts'
import { gapToWanted } from '../rules/work-out.ts'
import { listContacts, listMembers, type Member } from '../store/insight-store.ts'
import { participantInsight, scopeInsight } from './current-insight.ts'

type InEdition = { readonly editionId: string }
type OfParticipant = InEdition & { readonly participantId: string }

/** Examples of good contacts that are named at most. */
const mostExamples = 3

/** @throws AppError not-found also for a class that the person may not see */
export async function readInsight(
  context: Context,
  { editionId, class: className }: InEdition & { readonly class?: string | undefined },
): Promise<InsightAnswer> {
  const viewer = await findViewer(context, editionId)
  const classes = visibleClasses(viewer, await listMembers(context.scope, context.db, editionId))
  if (className !== undefined && !classes.includes(className)) throw new AppError('not-found')
  const subject =
    className === undefined ? ({ kind: 'edition' } as const) : ({ kind: 'class', class: className } as const)
  const insight = await scopeInsight(context, viewer.edition, subject)
  return {
    ...headOf(viewer),
    ...(className === undefined ? {} : { class: className }),
    classes: [...classes],
    insight: { ...insight, good: insight.good.map((good) => ({ ...good, examples: [] })) },
    examples: await examplesOf(context, viewer, insight.good),
  }
}

/** A participant sees its own classes, where they are large enough not to give another away. */
function visibleClasses(viewer: Viewer, members: readonly Member[]): readonly string[] {
  const classes = [...Map.groupBy(members, (member) => member.class)].filter(
    ([, own]) =>
      viewer.view === 'organiser' ||
      (own.length >= smallestClass && own.some(({ participantId }) => isOwn(viewer, participantId))),
  )
  return classes.map(([name]) => name).sort()
}

type Good = readonly {
  readonly from: number
  readonly examples: readonly { readonly contactId: string; readonly participantId: string }[]
}[]

/** The newest good contacts that the person may open, with what the observer wrote. */
async function examplesOf(context: Context, viewer: Viewer, good: Good): Promise<InsightAnswer['examples']> {
  const { editionId, method } = viewer.edition
  const listed = await Promise.all(
    good.map(({ examples }) => {
      const readable = examples.filter(({ participantId }) => isOwn(viewer, participantId))
      const contactIds = readable.map(({ contactId }) => contactId)
      return listContacts(context.scope, context.db, { editionId, contactIds, most: mostExamples })
    }),
  )
  const texts = await listMaskedTexts(context, editionId, listed.flat())
  return good.map(({ from }, at) => ({
    from,
    items: listed[at]!.map(({ version: _, ...contact }) => ({
      ...contact,
      comments: commentsOf(method, texts.get(contact.contactId)?.comments ?? {}),
    })),
  }))
}

function commentsOf({ comments }: EditionMethod, written: Readonly<Record<string, string>>) {
  return comments.flatMap(({ id, text }) => {
    const comment = written[id]?.trim()
    return comment ? [{ text, comment }] : []
  })
}

function headOf({ view, edition }: Viewer) {
  const { method } = edition
  return {
    editionId: edition.editionId,
    edition: edition.name,
    view,
    method: methodWords(method),
    questions: method.questions.filter(({ scored }) => scored).map(wordsOf),
    outcomes: outcomesOf(method).map(wordsOf),
    level: method.score.interval.level,
  }
}

const wordsOf = ({ id, text, area, channels }: EditionMethod['questions'][number]) => ({
  id,
  text,
  area,
  channels,
})

/** @throws AppError not-found also for a participant that is not the person's own, and one without any score */
export async function readParticipantInsight(
  context: Context,
  { editionId, participantId }: OfParticipant,
): Promise<ParticipantInsightAnswer> {
  const { scope, db } = context
  const viewer = await findViewer(context, editionId)
  if (!isOwn(viewer, participantId)) throw new AppError('not-found')
  const insight = await participantInsight(context, viewer.edition, participantId)
  if (!insight) throw new AppError('not-found')
  const members = await listMembers(scope, db, editionId)
  const size = members.filter((member) => member.class === insight.class).length
  const maySeeClass = viewer.view === 'organiser' || size >= smallestClass
  const names = new Map(
    (await listParticipantNames(scope, db, editionId)).map((one) => [one.participantId, one.name]),
  )
  const { classMonths, gaps, channels, ...shown } = insight
  return {
    ...headOf(viewer),
    ...shown,
    participantId,
    isOwn: true,
    gaps: gaps.flatMap((gap) => shownGap(gap, { viewer, maySeeClass, names })),
    channels: channels.map(({ others, ...reading }) =>
      maySeeClass && others ? { ...reading, others } : reading,
    ),
    ...(maySeeClass ? { classMonths } : {}),
  }
}

type Showing = {
  readonly viewer: Viewer
  readonly maySeeClass: boolean
  readonly names: ReadonlyMap<string, string>
}

/** One participant's own figures are shown to those who may see it; a class's where it gives nobody away. */
function shownGap(
  { members, ...gap }: ShownGapSource,
  { viewer, maySeeClass, names }: Showing,
): readonly ShownGap[] {
  const isNamed = gap.reference === 'winner' || gap.reference === 'best'
  if (isNamed && !members.every((id) => isVisible(viewer, id))) return []
  if ((gap.reference === 'half' || gap.reference === 'class') && !maySeeClass) return []
  return [{ ...gap, names: isNamed ? members.map((id) => names.get(id) ?? '') : [] }]
}

type ShownGapSource = Omit<ShownGap, 'reference' | 'names'> & {
  readonly reference: Exclude<ShownGap['reference'], 'target'>
  readonly members: readonly string[]
}

/** One participant's two dozen contacts: worked out at once, in a few hundredths of a second. */
export async function readTarget(
  context: Context,
  { editionId, participantId, total }: OfParticipant & { readonly total: number },
): Promise<{ gap: ShownGap | null }> {
  const viewer = await findViewer(context, editionId)
  if (!isOwn(viewer, participantId)) throw new AppError('not-found')
  const contacts = await listScored(context.scope, context.db, { editionId, participantIds: [participantId] })
  if (contacts.length === 0) throw new AppError('not-found')
  const gap = gapToWanted(viewer.edition.method, contacts, total)
  return { gap: gap ? { ...gap, reference: 'target', names: [] } : null }
}
