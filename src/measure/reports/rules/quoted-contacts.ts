/** Which contacts a report quotes: those that somebody wrote about, the lowest and the highest. */
type Quotable = {
  readonly number: number
  readonly answered: boolean
  readonly score: number
  readonly comments: Readonly<Record<string, string>>
}

const atEachEnd = 3

/** The contacts whose comments may be quoted: twice as many from each end, since not everybody is written about. */
export function mayBeQuoted<Contact extends Omit<Quotable, 'comments'>>(contacts: readonly Contact[]) {
  const answered = contacts.filter((contact) => contact.answered).toSorted(byScore)
  const most = 2 * atEachEnd
  return answered.filter((_, at) => at < most || at >= answered.length - most)
}

const byScore = (a: Omit<Quotable, 'comments'>, b: Omit<Quotable, 'comments'>): number =>
  a.score - b.score || a.number - b.number

/**
 * The answered contacts with comments that are quoted, lowest first; at most three from each end, none twice.
 * Example: four told contacts → two low and two high.
 */
export function quotedContacts<Contact extends Quotable>(contacts: readonly Contact[]) {
  const told = contacts
    .filter(
      ({ answered, comments }) => answered && Object.values(comments).some((text) => text.trim() !== ''),
    )
    .toSorted(byScore)
  const low = told.slice(0, Math.min(atEachEnd, Math.ceil(told.length / 2)))
  return { low, high: told.slice(low.length).slice(-atEachEnd) }
}
