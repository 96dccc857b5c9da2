/** Contacts are made inside their windows, on open days, with attempts that end (M3.3, M4). */
import { addDays, type PlainDate } from '../../../../kernel/calendar.ts'
import { isWorkingDay } from '../../../../kernel/holidays.ts'
import type { EditionMethod } from '../../contract.ts'
import { type Invariant, issue } from './issue.ts'

/** E-mails and forms leave before this, so that the sending day's afternoon is working day 1 (M4). */
export const lastSending = '12:00'

export const windowsAreOpen: Invariant = (method) =>
  method.channels.flatMap(({ id, window }, index) =>
    window.from < window.to
      ? []
      : [issue('empty-window', `channels.${index}.window`, { channel: id, ...window })],
  )

export const lettersLeaveBeforeNoon: Invariant = (method) =>
  method.channels.flatMap(({ id, window, protocol }, index) =>
    protocol.unit === 'workingDays' && window.to > lastSending
      ? [
          issue('sent-too-late', `channels.${index}.window.to`, {
            channel: id,
            to: window.to,
            last: lastSending,
          }),
        ]
      : [],
  )

/** Working days take one attempt and minutes suit a conversation: an e-mail's clock is counted in days. */
export const protocolsSuitChannels: Invariant = (method) =>
  method.channels.flatMap(({ id, protocol, form }, index) => [
    ...((id === 'email') === (protocol.unit === 'workingDays')
      ? []
      : [issue('protocol-unit', `channels.${index}.protocol.unit`, { channel: id, unit: protocol.unit })]),
    ...((id === 'phone') === (form === 'spoken')
      ? []
      : [issue('form-kind', `channels.${index}.form`, { channel: id, form })]),
  ])

/** An attempt that is begun at the window's end must still be over by midnight. */
export const attemptsEndTheSameDay: Invariant = (method) =>
  method.channels.flatMap(({ id, window, protocol }, index) => {
    if (protocol.unit !== 'minutes') return []
    const [hours, minutes] = window.to.split(':').map(Number)
    return hours! * 60 + minutes! + protocol.wait <= 24 * 60
      ? []
      : [issue('wait-past-midnight', `channels.${index}.protocol.wait`, { channel: id, wait: protocol.wait })]
  })

/** The days on which contacts may be made. */
export function openDays(calendar: EditionMethod['calendar']): readonly PlainDate[] {
  const closed = new Set(calendar.closedDays)
  return Array.from({ length: calendar.weeks * 7 }, (_, day) => addDays(calendar.start, day)).filter((date) =>
    isWorkingDay(date, closed),
  )
}

export const seasonHasOpenDays: Invariant = ({ calendar }) =>
  openDays(calendar).length > 0
    ? []
    : [issue('no-open-days', 'calendar', { start: calendar.start, weeks: calendar.weeks })]
