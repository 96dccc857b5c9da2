/**
 * How figures, dates and times are written in each language. Browsers often lack nynorsk, so its numbers
 * follow bokmål and its weekday names are our own.
 */
import type { Language } from './localized.ts'

const noBreakSpace = '\u00a0'
const minus = '\u2212'
const enDash = '\u2013'

const locales = { nb: 'nb-NO', nn: 'nb-NO', en: 'en-GB' } as const satisfies Record<Language, string>

const nynorskWeekdays = ['sundag', 'måndag', 'tysdag', 'onsdag', 'torsdag', 'fredag', 'laurdag'] as const
const months = {
  nb: 'januar februar mars april mai juni juli august september oktober november desember',
  nn: 'januar februar mars april mai juni juli august september oktober november desember',
  en: 'January February March April May June July August September October November December',
} as const satisfies Record<Language, string>

/** Making a writer takes a hundred times as long as writing a figure; there are few of them. */
const writers = new Map<string, Intl.NumberFormat>()

function writerFor(language: Language, decimals: number | undefined): Intl.NumberFormat {
  const key = `${language} ${decimals}`
  const known = writers.get(key)
  if (known) return known
  const digits =
    decimals === undefined
      ? { maximumFractionDigits: 2 }
      : { minimumFractionDigits: decimals, maximumFractionDigits: decimals }
  const writer = new Intl.NumberFormat(locales[language], { ...digits, signDisplay: 'negative' })
  writers.set(key, writer)
  return writer
}

/** 4319 → `4 319` with a no-break space (en: `4,319`); 88.34 with one decimal → `88,3`; a true minus sign. */
export function formatNumber(value: number, language: Language, decimals?: number): string {
  return writerFor(language, decimals)
    .format(value)
    .replaceAll(/[\u202f ]/g, noBreakSpace)
    .replace('-', minus)
}

/** 0.054 → `5 %` (en: `5%`); the share is between 0 and 1. */
export function formatPercent(share: number, language: Language, decimals = 0): string {
  const number = formatNumber(share * 100, language, decimals)
  return language === 'en' ? `${number}%` : `${number}${noBreakSpace}%`
}

/** A change with its sign: +4,1 or −0,6. */
export function formatChange(value: number, language: Language, decimals = 1): string {
  const text = formatNumber(value, language, decimals)
  return value > 0 ? `+${text}` : text
}

/** An interval of figures: `82,1–93,0`; with negative bounds `−0,6 til 1,2`, so that a dash is never a minus. */
export function formatInterval(low: number, high: number, language: Language, decimals = 1): string {
  const [from, to] = [formatNumber(low, language, decimals), formatNumber(high, language, decimals)]
  if (low >= 0) return `${from}${enDash}${to}`
  return language === 'en' ? `${from} to ${to}` : `${from} til ${to}`
}

function partsOf(date: string): { readonly year: number; readonly month: number; readonly day: number } {
  const local = date.endsWith('Z') ? osloClock.format(new Date(date)) : date
  const [year = 0, month = 1, day = 1] = local.slice(0, 10).split('-').map(Number)
  return { year, month, day }
}

function monthName(month: number, language: Language): string {
  return months[language].split(' ')[month - 1] ?? ''
}

/** A plain date 'YYYY-MM-DD', or an instant by its day on the Norwegian clock → `17. mai 2027`, en `17 May 2027`. */
export function formatDate(date: string, language: Language): string {
  const { year, month, day } = partsOf(date)
  return [`${day}${language === 'en' ? '' : '.'}`, monthName(month, language), year].join(noBreakSpace)
}

/** Without the year: `17. mai`. */
export function formatShortDate(date: string, language: Language): string {
  const { month, day } = partsOf(date)
  return [`${day}${language === 'en' ? '' : '.'}`, monthName(month, language)].join(noBreakSpace)
}

/** `mandag`, nn `måndag`, en `Monday`. */
export function formatWeekday(date: string, language: Language): string {
  const { year, month, day } = partsOf(date)
  const utc = new Date(Date.UTC(year, month - 1, day))
  if (language === 'nn') return nynorskWeekdays[utc.getUTCDay()] ?? ''
  return new Intl.DateTimeFormat(locales[language], { weekday: 'long', timeZone: 'UTC' }).format(utc)
}

/** A clock time 'HH:MM' or a pair: `09.00–15.00`, en `09:00–15:00`. */
export function formatTimes(from: string, to: string, language: Language): string {
  return `${formatTime(from, language)}${enDash}${formatTime(to, language)}`
}

export function formatTime(time: string, language: Language): string {
  return language === 'en' ? time.slice(0, 5) : time.slice(0, 5).replace(':', '.')
}

const osloClock = new Intl.DateTimeFormat('sv-SE', {
  timeZone: 'Europe/Oslo',
  dateStyle: 'short',
  timeStyle: 'short',
})

/** An instant (ISO 8601) on the Norwegian clock: `17. mai 2027 kl. 09.04`, en `17 May 2027, 09:04`. */
export function formatInstant(instant: string, language: Language): string {
  const local = osloClock.format(new Date(instant))
  const [date = '', time = ''] = local.split(' ')
  const clock = formatTime(time, language)
  return language === 'en'
    ? `${formatDate(date, language)}, ${clock}`
    : `${formatDate(date, language)} kl.${noBreakSpace}${clock}`
}

/** Seconds on a clock: 161 → `2:41`, 3700 → `1:01:40`. */
export function formatClock(seconds: number): string {
  const whole = Math.max(0, Math.floor(seconds))
  const [hours, minutes, rest] = [Math.floor(whole / 3600), Math.floor(whole / 60) % 60, whole % 60]
  const pad = (part: number): string => String(part).padStart(2, '0')
  return hours > 0 ? `${hours}:${pad(minutes)}:${pad(rest)}` : `${minutes}:${pad(rest)}`
}

export type Formats = {
  readonly number: (value: number, decimals?: number) => string
  readonly percent: (share: number, decimals?: number) => string
  readonly change: (value: number, decimals?: number) => string
  readonly interval: (low: number, high: number, decimals?: number) => string
  readonly date: (date: string) => string
  readonly shortDate: (date: string) => string
  readonly weekday: (date: string) => string
  readonly time: (time: string) => string
  readonly times: (from: string, to: string) => string
  readonly instant: (instant: string) => string
  readonly clock: (seconds: number) => string
}

export function formatsFor(language: Language): Formats {
  return {
    number: (value, decimals) => formatNumber(value, language, decimals),
    percent: (share, decimals) => formatPercent(share, language, decimals),
    change: (value, decimals) => formatChange(value, language, decimals),
    interval: (low, high, decimals) => formatInterval(low, high, language, decimals),
    date: (date) => formatDate(date, language),
    shortDate: (date) => formatShortDate(date, language),
    weekday: (date) => formatWeekday(date, language),
    time: (time) => formatTime(time, language),
    times: (from, to) => formatTimes(from, to, language),
    instant: (instant) => formatInstant(instant, language),
    clock: formatClock,
  }
}
