/** The time of a day as `HH:MM` and as minutes since midnight. */

/** @example minutesOf('08:15') // 495, as it is of '08:15:00' */
export const minutesOf = (time: string): number => Number(time.slice(0, 2)) * 60 + Number(time.slice(3, 5))

/** @example clockOf(495) // '08:15' */
export const clockOf = (minutes: number): string =>
  `${String(Math.floor(minutes / 60)).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}`
