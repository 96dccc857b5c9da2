/** How long a contact takes at each hour of the day, and how long people wait before they give up: from what was counted. */

export type CountedInterval = {
  readonly hour: number
  readonly offered: number
  readonly handled: number | null
  readonly abandoned: number | null
  readonly handleSeconds: number | null
  readonly waitSeconds: number | null
  readonly concurrent: number | null
}

export type HandleProfile = {
  /** Over all hours; null when nothing was counted. */
  readonly seconds: number | null
  /** Hours with contacts of their own, drawn towards the whole. */
  readonly hours: readonly { readonly hour: number; readonly seconds: number; readonly contacts: number }[]
}

/** What the counts of a queue say of it. */
export type Learned = {
  readonly handle: HandleProfile
  /** Null when too few have given up to tell. */
  readonly patienceSeconds: number | null
}

/** An hour with this many contacts lies half way between its own mean and that of all hours. */
const halfway = 200

/**
 * @param slowing of chats: what each parallel one adds to the time; their time alone is worked back from it
 * @example 200 contacts of 240 s at nine in a queue of 180 s: 210 s
 */
export function handleProfile(counted: readonly CountedInterval[], slowing: number | null): HandleProfile {
  const sums = new Map<number, { contacts: number; seconds: number }>()
  let [contacts, seconds] = [0, 0]
  for (const each of counted) {
    const handled = each.handled ?? each.offered
    if (each.handleSeconds === null || each.handleSeconds <= 0 || handled <= 0) continue
    const alone =
      slowing === null
        ? each.handleSeconds
        : each.handleSeconds / (1 + slowing * Math.max(0, (each.concurrent ?? 1) - 1))
    const hour = sums.get(each.hour) ?? { contacts: 0, seconds: 0 }
    hour.contacts += handled
    hour.seconds += handled * alone
    sums.set(each.hour, hour)
    contacts += handled
    seconds += handled * alone
  }
  if (contacts === 0) return { seconds: null, hours: [] }
  const all = seconds / contacts
  return {
    seconds: all,
    hours: [...sums]
      .sort(([a], [b]) => a - b)
      .map(([hour, own]) => ({
        hour,
        contacts: own.contacts,
        seconds: (own.seconds + halfway * all) / (own.contacts + halfway),
      })),
  }
}

/** Fewer say too little about patience. */
const fewestLost = 20

/**
 * Mean patience, exponential, from counts with the waits of those who were answered as censored ones: everybody's waiting
 * time ÷ how many gave up (the maximum likelihood estimate; Brown et al. 2005, J. Am. Stat. Assoc. 100:36). Null when
 * too few have given up. Example: 1,000 contacts that waited 9 s on average and 30 of them gave up: 300 s.
 */
export function countedPatience(counted: readonly CountedInterval[]): number | null {
  let [waited, lost] = [0, 0]
  for (const { offered, abandoned, waitSeconds } of counted) {
    if (abandoned === null || waitSeconds === null) continue
    waited += offered * waitSeconds
    lost += abandoned
  }
  return lost < fewestLost || waited === 0 ? null : Math.min(86_400, Math.max(1, waited / lost))
}
