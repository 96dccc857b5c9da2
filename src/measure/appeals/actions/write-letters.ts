/** Who is told by letter of an appeal and of its decision, each in the own language. */
import { formatDate } from '../../../kernel/format.ts'
import { toLocal } from '../../../kernel/zone.ts'
import { type Context, findPerson, listPeople, type SignInContext } from '../../../organisation/index.ts'
import type { Letter } from '../../../platform/mail/index.ts'
import type { AppealOutcome } from '../contract.ts'
import { arrivedLetter, decidedLetter } from '../rules/appeal-letters.ts'
import { decisionDays, endOfWorkingDays } from '../rules/appeal-window.ts'
import type { StoredAppeal } from '../store/appeal-store.ts'

export type Writing = Context & Pick<SignInContext, 'mail' | 'publicUrl'>

type AboutAppeal = {
  readonly edition: { readonly editionId: string; readonly name: string }
  readonly appeal: StoredAppeal
}

/** To all organisers; an admin who is no organiser has other work. */
export async function tellArrival(context: Writing, { edition, appeal }: AboutAppeal): Promise<void> {
  const { scope, db, publicUrl } = context
  const people = await listPeople(scope, db)
  const { participant, number, madeAt, appealId } = appeal
  const lastDay = toLocal(new Date(endOfWorkingDays(madeAt, decisionDays).getTime() - 1)).date
  const link = `${publicUrl}/measure/editions/${edition.editionId}/appeals/${appealId}`
  for (const { name, email, language } of people.filter(
    ({ active, roles }) => active && roles.includes('organiser'),
  )) {
    const decideBy = formatDate(lastDay, language)
    const facts = { name, edition: edition.name, participant, number, decideBy, link }
    await send(context, { to: email, ...arrivedLetter(language, facts) })
  }
}

/** To whoever made it, as long as that person still has a place here. */
export async function tellDecision(
  context: Writing,
  { edition, appeal, outcome }: AboutAppeal & { readonly outcome: AppealOutcome },
): Promise<void> {
  const madeBy = appeal.log.find(({ kind }) => kind === 'received')?.personId
  const person = madeBy === undefined ? undefined : await findPerson(context.scope, context.db, madeBy)
  if (!person?.active) return
  const { name, email, language } = person
  const link = `${context.publicUrl}/measure/editions/${edition.editionId}/appeals/contacts/${appeal.contactId}`
  const facts = { name, edition: edition.name, number: appeal.number, outcome, link }
  await send(context, { to: email, ...decidedLetter(language, facts) })
}

/** What was done stands whether or not its letter leaves: a failing letter is logged and never undoes it. */
async function send({ mail, log }: Writing, letter: Letter): Promise<void> {
  await mail
    .sendMail(letter)
    .catch((error: unknown) => log.error({ error }, 'a letter about an appeal was not sent'))
}
