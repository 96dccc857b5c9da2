/** An edition of any size with fictional contacts, for tests and benchmarks: seeded, so that it is always the same. */
import { addDays } from '../../../../kernel/calendar.ts'
import { type Random, seededRandom } from '../../../../kernel/random.ts'
import type { ChannelId, EditionMethod } from '../../../edition/contract.ts'
import { referenceMethod } from '../../../edition/rules/reference/reference-method.ts'
import { type CompiledForm, compileMethod, notApplicable } from '../../../results/rules/compiled-form.ts'
import { resultsOfContacts } from '../../../results/rules/gather-contacts.ts'
import { scoreSubmission } from '../../../results/rules/score-submission.ts'
import type { ToldContact } from '../gather-report.ts'
import type { EditionFacts } from '../report-input.ts'

const channels: readonly ChannelId[] = ['phone', 'phone', 'phone', 'email', 'email', 'chat', 'chat']

export type SampleSize = {
  readonly participants: number
  readonly classes?: number
  readonly contacts?: number
  readonly resamples?: number
}

export function sampleEdition({ participants, classes = 4, contacts = 25, resamples = 400 }: SampleSize) {
  const classNames = Array.from({ length: classes }, (_, at) => `Klasse ${at + 1}`)
  const { score } = referenceMethod
  const method: EditionMethod = {
    ...referenceMethod,
    classes: classNames,
    score: { ...score, interval: { ...score.interval, resamples } },
  }
  const compiled = compileMethod(method)
  const told = Array.from({ length: participants }, (_, at): ToldContact[] => {
    const random = seededRandom(`sample ${at}`)
    const skill = 0.55 + random() * 0.4
    return Array.from({ length: contacts }, (_, nth): ToldContact => {
      const channel = channels[nth % channels.length]!
      const form = compiled.forms.get(channel)!
      const answered = random() > 0.1
      const answers = answered ? fillIn(form, skill, random) : {}
      const outcome = scoreSubmission(form, { answered, answers })
      if (outcome.kind !== 'scored') throw new Error('a sample contact without a score')
      const { kind: _kind, ...scored } = outcome
      return {
        ...scored,
        participant: `Senter ${String(at + 1).padStart(3, '0')}`,
        class: classNames[at % classes]!,
        channel,
        answers,
        contactId: `${at}-${nth}`,
        participantId: `${at}`,
        number: at * contacts + nth + 1,
        date: addDays(method.calendar.start, nth * 4),
        scenario: '',
        comments: answered
          ? Object.fromEntries(
              method.comments.map(({ id }) => [id, 'Fikk et klart svar og takk for praten.']),
            )
          : {},
      }
    })
  }).flat()
  const results = resultsOfContacts(method, told)
  const facts: EditionFacts = {
    organisation: 'Fjordprisen',
    edition: 'Utgave 2026',
    method,
    methodVersion: method.methodVersion,
    intervals: results.intervals,
    computedAt: '2026-06-01T10:00:00.000Z',
    contacts: told.length,
    counted: told.length,
    taking: participants,
  }
  return { method, contacts: told, results, facts }
}

/** The better the skill, the better the answers; the options' order in the method does not matter. */
function fillIn(form: CompiledForm, skill: number, random: Random): Record<string, string> {
  return Object.fromEntries(
    form.questions.map(({ id, optionIds, points, scored }) => {
      if (scored && id === 'wouldBuy' && random() < 0.3) return [id, notApplicable]
      const wanted = Math.min(1, Math.max(0, skill + (random() - 0.5) * 0.7))
      const ordered = optionIds.toSorted(
        (a, b) => points[optionIds.indexOf(a)]! - points[optionIds.indexOf(b)]!,
      )
      const list = scored ? ordered : optionIds
      return [id, list[Math.min(list.length - 1, Math.floor(wanted * list.length))]!]
    }),
  )
}
