/** The single submissions behind every figure (M7.7). */
import { toEpochDay, weekdayOf } from '../../../kernel/calendar.ts'
import { AppError } from '../../../kernel/errors.ts'
import { toLocal } from '../../../kernel/zone.ts'
import type { Context } from '../../../organisation/index.ts'
import type { EditionMethod } from '../../edition/contract.ts'
import { formFor } from '../../edition/rules/form.ts'
import type { SubmissionAnswer, SubmissionFilter, SubmissionLine, SubmissionsAnswer } from '../contract.ts'
import { bandOf } from '../rules/band-of.ts'
import { writeSubmissions } from '../rules/write-submissions.ts'
import { listClockLog, listFirstAttempts, listScored, type ScoredSubmission } from '../store/scored-store.ts'
import { type MaskedTexts, maskedTextsOf } from './masked-texts.ts'
import { methodWords } from './read-results.ts'
import { findViewer, isOwn } from './viewer.ts'

type InEdition = { readonly editionId: string }

export async function listSubmissions(
  context: Context,
  { editionId, ...filter }: InEdition & SubmissionFilter,
): Promise<SubmissionsAnswer> {
  const { scope, db } = context
  const viewer = await findViewer(context, editionId, { preliminary: true })
  const { method, name } = viewer.edition
  const readable = viewer.view === 'organiser' ? undefined : [...viewer.own]
  const wanted = filter.participantId
  if (wanted !== undefined && !isOwn(viewer, wanted)) throw new AppError('not-found')
  const participantIds = wanted === undefined ? readable : [wanted]
  const all = await listScored(scope, db, { editionId, ...(participantIds ? { participantIds } : {}) })
  const { hour } = filter
  const begun = hour === undefined ? undefined : await listFirstAttempts(scope, db, editionId)
  const beganIn = ({ contactId }: ScoredSubmission): boolean => {
    const at = begun?.get(contactId)
    return begun === undefined || (at !== undefined && toLocal(at).time.slice(0, 2) === hour)
  }
  const items = all
    .filter((submission) => matches(submission, filter) && beganIn(submission))
    .map((submission) => toLine(method, submission))
    .filter(({ band }) => filter.band === undefined || band === filter.band)
  return { edition: name, method: methodWords(method), named: namesOf(method, filter, all), items }
}

function namesOf(
  method: EditionMethod,
  filter: SubmissionFilter,
  submissions: readonly ScoredSubmission[],
): SubmissionsAnswer['named'] {
  const question = method.questions.find(({ id }) => id === filter.question)
  const option = question?.options.find(({ id }) => id === filter.option)
  const participant = filter.participantId === undefined ? undefined : submissions[0]?.participant
  return {
    ...(participant === undefined ? {} : { participant }),
    ...(question ? { question: question.text } : {}),
    ...(option ? { option: option.label } : {}),
  }
}

function matches(submission: ScoredSubmission, filter: SubmissionFilter): boolean {
  const { question, option } = filter
  const answer = question === undefined ? undefined : submission.answers[question]
  return (
    (filter.class === undefined || submission.class === filter.class) &&
    (filter.channel === undefined || submission.channel === filter.channel) &&
    (filter.answered === undefined || submission.answered === (filter.answered === 'yes')) &&
    (question === undefined || (submission.answered && answer !== undefined && answer !== '')) &&
    (option === undefined || answer === option) &&
    (filter.from === undefined || submission.date >= filter.from) &&
    (filter.to === undefined || submission.date <= filter.to) &&
    (filter.weekday === undefined || weekdayOf(toEpochDay(submission.date)) === Number(filter.weekday))
  )
}

function toLine(method: EditionMethod, submission: ScoredSubmission): SubmissionLine {
  const { contactId, number, date, participantId, participant, channel, answered, score } = submission
  return {
    contactId,
    number,
    date,
    participantId,
    participant,
    class: submission.class,
    channel,
    answered,
    score,
    band: method.bands[bandOf(method.bands, score)]!.id,
    areas: Object.fromEntries(Object.entries(submission.areas).map(([id, area]) => [id, area.score])),
  }
}

/** @throws AppError not-found also for a submission about somebody else than the person's own participants */
export async function readSubmission(
  context: Context,
  { editionId, contactId }: InEdition & { readonly contactId: string },
): Promise<SubmissionAnswer> {
  const { scope, db } = context
  const viewer = await findViewer(context, editionId, { preliminary: true })
  const [submission] = await listScored(scope, db, { editionId, contactId })
  if (!submission || !isOwn(viewer, submission.participantId)) throw new AppError('not-found')
  const { method, name } = viewer.edition
  const scenario = method.scenarios.find(({ id }) => id === submission.scenario)
  const texts = await maskedTextsOf(context, editionId, submission)
  const log = await listClockLog(scope, db, { editionId, contactId })
  return {
    ...toLine(method, submission),
    edition: name,
    points: submission.points,
    possible: submission.possible,
    ...(scenario ? { scenario: { title: scenario.title, briefing: scenario.briefing } } : {}),
    parts: partsOf(method, submission, texts.comments),
    ...(texts.transcript === null ? {} : { transcript: texts.transcript }),
    log: log.map(({ kind, at }) => ({ kind, at: at.toISOString() })),
  }
}

function partsOf(
  method: EditionMethod,
  submission: ScoredSubmission,
  written: MaskedTexts['comments'],
): SubmissionAnswer['parts'] {
  return formFor(method, submission.channel).parts.map(({ area, questions, comments }) => {
    const score = submission.areas[area.id]?.score
    return {
      area: area.id,
      name: area.name,
      ...(score === undefined ? {} : { score }),
      questions: questions.map(({ id, text, options, scored }) => {
        const answer = submission.answers[id]
        return { id, text, options, scored, ...(answer === undefined || answer === '' ? {} : { answer }) }
      }),
      comments: comments.flatMap(({ id, text }) => {
        const comment = written[id]?.trim()
        return comment ? [{ id, text, comment }] : []
      }),
    }
  })
}

/** The file that `lyttepost score` reads: anybody who has it and the method can compute every figure again. */
export async function exportSubmissions(context: Context, { editionId }: InEdition): Promise<File> {
  const { scope, db } = context
  const { edition } = await findViewer(context, editionId)
  const rows = await listScored(scope, db, { editionId })
  const text = writeSubmissions(edition.method, rows)
  return new File([text], `submissions-${edition.method.id}.csv`, { type: 'text/csv; charset=utf-8' })
}
