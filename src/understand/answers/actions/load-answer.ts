/** A core answer as its page shows it, and as one line of the list. */
import { AppError } from '../../../kernel/errors.ts'
import type { Context } from '../../../organisation/index.ts'
import type { Db } from '../../../platform/database/index.ts'
import type { AnswerDetail, AnswerLine, ContentBody, SignOffLine, VersionView } from '../contract.ts'
import { missingSignOffs } from '../rules/answer-life.ts'
import { answerChannels } from '../rules/answer-words.ts'
import {
  type CoreContent,
  languagesOf,
  referencesIn,
  staleTranslations,
  textIn,
  wholeStamp,
} from '../rules/core-content.ts'
import { bodiesOf } from '../rules/shared-facts.ts'
import { referencesOf, type SharedFacts } from '../rules/text/fact-mark.ts'
import { listAnswers, type StoredAnswer } from '../store/answer-store.ts'
import { contactsByTopic } from '../store/enquiry-store.ts'
import { loadShared } from '../store/fact-store.ts'
import { type ChannelOwner, listOwners } from '../store/settings-store.ts'
import { countOpenComments, listComments, listSignOffs, type StoredSignOff } from '../store/talk-store.ts'
import { listVersions, type StoredVersion } from '../store/version-store.ts'
import { examined } from './examine.ts'

export type OfAnswer = { readonly answerId: string }

/** What every line is made with, read once for all of them. */
type Surroundings = {
  readonly shared: SharedFacts
  readonly owners: readonly ChannelOwner[]
  readonly signOffs: readonly StoredSignOff[]
  readonly comments: ReadonlyMap<string, number>
  readonly contacts: ReadonlyMap<string, number>
}

async function surroundingsOf({ scope, db, now }: Context, answer?: StoredAnswer): Promise<Surroundings> {
  const one = answer && { topicId: answer.topicId }
  return {
    shared: await loadShared(scope, db),
    owners: await listOwners(scope, db),
    signOffs: await listSignOffs(scope, db, answer?.answerId),
    comments: await countOpenComments(scope, db),
    contacts: await contactsByTopic(scope, db, { now, ...one }),
  }
}

export async function readLines(context: Context, { topic }: { readonly topic?: string | undefined }) {
  const { scope, db } = context
  const around = await surroundingsOf(context)
  const answers = await listAnswers(scope, db, topic === undefined ? {} : { topicId: topic })
  const versions = Map.groupBy(await listVersions(scope, db), ({ answerId }) => answerId)
  return {
    around,
    lines: answers.map((answer) => toLine(answer, versions.get(answer.answerId) ?? [], around)),
  }
}

function toLine(answer: StoredAnswer, versions: readonly StoredVersion[], around: Surroundings): AnswerLine {
  const { answerId, topicId, content, agreed, state } = answer
  const flags = versions.map((version) => ({ ...version, ...examined(answer, version, around.shared) }))
  const flagged = (is: 'stale' | 'wrong') =>
    answerChannels.filter((channel) => flags.some((each) => each.channel === channel && each[is]))
  return {
    answerId,
    topicId,
    topic: answer.topic,
    title: textIn(content, content.source).title,
    state,
    changing: agreed !== undefined && answer.revision !== answer.agreedRevision && state !== 'retired',
    revision: answer.revision,
    agreedRevision: answer.agreedRevision,
    ownerId: answer.ownerId,
    owner: answer.owner,
    languages: [...languagesOf(content)],
    staleLanguages: [...staleTranslations(content)],
    versions: versions.length,
    approvedVersions: flags.filter(({ approved }) => approved).length,
    stale: flagged('stale'),
    wrong: flagged('wrong'),
    openComments: around.comments.get(answerId) ?? 0,
    missingSignOffs: state === 'inReview' ? [...missingFor(answer, around)] : [],
    contacts: topicId === null ? null : Math.round(around.contacts.get(topicId) ?? 0),
    changedAt: answer.changedAt.toISOString(),
    changedBy: answer.changedBy,
  }
}

function missingFor({ answerId, content }: StoredAnswer, { owners, signOffs, shared }: Surroundings) {
  return missingSignOffs({
    channels: content.channels,
    owned: owners.map(({ channel }) => channel),
    signOffs: signOffs.filter((each) => each.answerId === answerId),
    stamp: wholeStamp(content, shared),
  })
}

/** @throws AppError not-found */
export async function findAnswer(
  { scope }: Pick<Context, 'scope'>,
  db: Db,
  answerId: string,
): Promise<StoredAnswer> {
  const [answer] = await listAnswers(scope, db, { answerId })
  if (!answer) throw new AppError('not-found')
  return answer
}

/** @throws AppError not-found */
export async function readAnswer(context: Context, { answerId }: OfAnswer): Promise<AnswerDetail> {
  const { scope, db } = context
  const answer = await findAnswer(context, db, answerId)
  const around = await surroundingsOf(context, answer)
  const versions = await listVersions(scope, db, [answerId])
  const comments = await listComments(scope, db, answerId)
  const { content, agreed } = answer
  const bodies = versions.flatMap(({ body, approvedBody }) => [body, approvedBody ?? ''])
  const named = [
    ...referencesIn(content),
    ...(agreed ? referencesIn(agreed) : []),
    ...bodies.flatMap(referencesOf),
  ]
  const may = (...roles: readonly string[]) => scope.roles.some((role) => roles.includes(role))
  return {
    ...toLine(answer, versions, around),
    content: toBody(content),
    agreedContent: agreed && answer.agreedRevision !== answer.revision ? toBody(agreed) : null,
    facts: bodiesOf(around.shared, named),
    versionList: versions.toSorted(byChannel).map((version) => toView(answer, version, around.shared)),
    comments: comments.map(({ answerId: _, at, resolvedAt, ...comment }) => ({
      ...comment,
      at: at.toISOString(),
      resolvedAt: resolvedAt?.toISOString() ?? null,
    })),
    signOffs: toSignOffs(answer, around, context),
    may: { write: may('editor', 'admin'), approve: may('editor', 'manager', 'admin') },
  }
}

export function toBody(content: CoreContent): ContentBody {
  return structuredClone(content) as ContentBody
}

const byChannel = (a: StoredVersion, b: StoredVersion): number =>
  answerChannels.indexOf(a.channel) - answerChannels.indexOf(b.channel) ||
  a.language.localeCompare(b.language)

function toView(answer: StoredAnswer, version: StoredVersion, shared: SharedFacts): VersionView {
  const { readability, facts, tone, ...rest } = examined(answer, version, shared)
  const { answerId: _, approvedStamp: __, ...stored } = version
  return {
    ...stored,
    ...rest,
    approvedAt: version.approvedAt?.toISOString() ?? null,
    changedAt: version.changedAt.toISOString(),
    facts: facts.map((fact) => ({ ...fact, found: [...fact.found] })),
    tone: tone.map((finding) => ({ ...finding, params: { ...finding.params } })),
    lix: readability.lix,
  }
}

function toSignOffs(answer: StoredAnswer, around: Surroundings, { scope }: Context): SignOffLine[] {
  const stamp = wholeStamp(answer.content, around.shared)
  return answer.content.channels.map((channel) => {
    const owner = around.owners.find((each) => each.channel === channel)
    const given = around.signOffs.find((each) => each.channel === channel && each.stamp === stamp)
    return {
      channel,
      ownerId: owner?.personId ?? null,
      owner: owner?.name ?? null,
      at: given?.at.toISOString() ?? null,
      by: given?.by ?? null,
      mine: maySignOff(scope, owner) && answer.state === 'inReview' && !given,
    }
  })
}

/** The channel's owner; an admin may stand in. */
export function maySignOff(scope: Context['scope'], owner: ChannelOwner | undefined): boolean {
  return owner !== undefined && (owner.personId === scope.personId || scope.roles.includes('admin'))
}
