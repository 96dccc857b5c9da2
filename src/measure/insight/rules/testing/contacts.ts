/** Contacts for the tests of insight: filled in by hand, or at random from a seed. */
import { type Random, randomInteger } from '../../../../kernel/random.ts'
import type { ChannelId, EditionMethod } from '../../../edition/contract.ts'
import { compileMethod } from '../../../results/rules/compiled-form.ts'
import { scoreSubmission } from '../../../results/rules/score-submission.ts'
import { scored } from '../../../results/rules/testing/small-method.ts'
import type { InsightContact } from '../insight-contact.ts'

type Filled = Partial<
  Pick<InsightContact, 'contactId' | 'participant' | 'class' | 'channel' | 'date' | 'hour' | 'answers'>
>

/** A scored contact; without answers nobody answered. */
export function insightContact(method: EditionMethod, filled: Filled): InsightContact {
  const { contactId = 'c', participant = 'P', class: className = 'A', channel = 'phone' } = filled
  const form = compileMethod(method).forms.get(channel)!
  const answers = filled.answers ?? {}
  const { kind: _, ...score } = scored(
    scoreSubmission(form, { answered: filled.answers !== undefined, answers }),
  )
  const when = {
    date: filled.date ?? '2026-01-13',
    ...(filled.hour === undefined ? {} : { hour: filled.hour }),
  }
  return {
    contactId,
    participantId: participant,
    participant,
    class: className,
    channel,
    answers,
    ...score,
    ...when,
  }
}

const channels: readonly ChannelId[] = ['phone', 'email', 'chat']

/** Any channels, about one in six unanswered, some questions not applicable; at least one is applicable. */
export function randomContacts(method: EditionMethod, count: number, random: Random): InsightContact[] {
  return Array.from({ length: count }, (_, index) => {
    const channel = channels[randomInteger(random, channels.length)]!
    const asked = method.questions.filter((one) => one.channels.includes(channel))
    const sure = randomInteger(random, asked.filter((one) => one.scored).length)
    const answers = Object.fromEntries(
      asked.map(({ id, options }, at) => [
        id,
        at !== sure && random() < 0.2 ? 'na' : options[randomInteger(random, options.length)]!.id,
      ]),
    )
    return insightContact(method, {
      contactId: `c${index}`,
      channel,
      ...(random() < 0.17 ? {} : { answers }),
    })
  })
}
