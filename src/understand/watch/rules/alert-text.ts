/** Alarms in words: one line each in a letter, and a letter of several. */
import type { Language } from '../../../kernel/localized.ts'
import type { EnquiryChannel } from '../../intake/rules/enquiry-words.ts'
import type { AlarmFigures } from '../contract.ts'
import type { AlarmKind } from './kinds.ts'

export type ToldAlarm = {
  readonly alarmId: string
  readonly kind: AlarmKind
  readonly topic: string | null
  readonly channel: EnquiryChannel | null
  readonly source: string | null
  readonly day: string
  readonly figures: AlarmFigures
}

const channels: Readonly<Record<Language, Readonly<Record<string, string>>>> = {
  nb: {
    phone: 'telefon',
    email: 'e-post',
    social: 'sosiale medier',
    web: 'nett',
    post: 'brev',
    inPerson: 'oppmøte',
  },
  nn: {
    phone: 'telefon',
    email: 'e-post',
    social: 'sosiale medium',
    web: 'nett',
    post: 'brev',
    inPerson: 'oppmøte',
  },
  en: {
    phone: 'phone',
    email: 'e-mail',
    social: 'social media',
    web: 'web',
    post: 'letters',
    inPerson: 'in person',
  },
}

type Facts = {
  readonly what: string
  readonly where: string
  readonly count: string
  readonly expected: string
  readonly before: string
  readonly now: string
  readonly days: string
}

const lines: Readonly<Record<Language, Readonly<Record<AlarmKind, (facts: Facts) => string>>>> = {
  nb: {
    spike: ({ what, where, count, expected }) =>
      `${what}: ${count} henvendelser på ${where}, ventet ${expected}.`,
    emerging: ({ what, count }) => `Nytt spørsmål: ${what} (${count} henvendelser så langt).`,
    search: ({ before, now }) => `Flere søk uten treff i kjernesvarene: ${now}, mot ${before} før.`,
    consistency: ({ what, before, now }) =>
      `Flere svar går imot kjernesvaret om ${what}: ${now}, mot ${before} før.`,
    stale: ({ what, count }) => `Utdaterte kanalversjoner av kjernesvaret om ${what}: ${count}.`,
    silent: ({ what, days }) => `Kilden ${what} har ikke levert noe på ${days} dager.`,
  },
  nn: {
    spike: ({ what, where, count, expected }) =>
      `${what}: ${count} førespurnader på ${where}, venta ${expected}.`,
    emerging: ({ what, count }) => `Nytt spørsmål: ${what} (${count} førespurnader så langt).`,
    search: ({ before, now }) => `Fleire søk utan treff i kjernesvara: ${now}, mot ${before} før.`,
    consistency: ({ what, before, now }) =>
      `Fleire svar går imot kjernesvaret om ${what}: ${now}, mot ${before} før.`,
    stale: ({ what, count }) => `Utdaterte kanalversjonar av kjernesvaret om ${what}: ${count}.`,
    silent: ({ what, days }) => `Kjelda ${what} har ikkje levert noko på ${days} dagar.`,
  },
  en: {
    spike: ({ what, where, count, expected }) =>
      `${what}: ${count} contacts by ${where}, ${expected} expected.`,
    emerging: ({ what, count }) => `A new question: ${what} (${count} contacts so far).`,
    search: ({ before, now }) =>
      `More searches without result in the core answers: ${now}, against ${before} before.`,
    consistency: ({ what, before, now }) =>
      `More replies contradict the core answer on ${what}: ${now}, against ${before} before.`,
    stale: ({ what, count }) => `Outdated channel versions of the core answer on ${what}: ${count}.`,
    silent: ({ what, days }) => `The source ${what} has delivered nothing for ${days} days.`,
  },
}

/** @example alarmLine('nb', spike) // Faktura: 31 henvendelser på telefon, ventet 12. */
export function alarmLine(language: Language, alarm: ToldAlarm): string {
  const { figures, channel } = alarm
  const whole = (value: number | undefined) => String(Math.round(value ?? 0))
  const percent = (value: number | undefined) => `${Math.round((value ?? 0) * 100)} %`
  const words = figures.words?.join(', ')
  return lines[language][alarm.kind]({
    what: alarm.topic ?? alarm.source ?? words ?? '–',
    where: channel === null ? '' : (channels[language][channel] ?? channel),
    count: whole(figures.count),
    expected: whole(figures.expected),
    before: percent(figures.before),
    now: percent(figures.now),
    days: whole(figures.days),
  })
}

const frames = {
  nb: {
    subject: (count: number) => (count === 1 ? 'Ett varsel fra Lyttepost' : `${count} varsler fra Lyttepost`),
    test: 'Dette er en prøve: varsler fra Lyttepost kommer fram hit.',
    see: 'Se alle varsler og hva de bygger på:',
    stop: 'Du får dette fordi du har bedt om det. Det slår du av på samme side.',
  },
  nn: {
    subject: (count: number) => (count === 1 ? 'Eitt varsel frå Lyttepost' : `${count} varsel frå Lyttepost`),
    test: 'Dette er ein prøve: varsel frå Lyttepost kjem fram hit.',
    see: 'Sjå alle varsel og kva dei byggjer på:',
    stop: 'Du får dette fordi du har bede om det. Det slår du av på same sida.',
  },
  en: {
    subject: (count: number) => (count === 1 ? 'One alert from Lyttepost' : `${count} alerts from Lyttepost`),
    test: 'This is a test: alerts from Lyttepost reach this address.',
    see: 'See all alerts and what they rest on:',
    stop: 'You get this because you asked for it. Turn it off on the same page.',
  },
} as const

/** Without alarms it is a test. */
export function alertLetter(
  language: Language,
  { alarms, url }: { readonly alarms: readonly ToldAlarm[]; readonly url: string },
): { subject: string; text: string } {
  const frame = frames[language]
  const said = alarms.length === 0 ? [frame.test] : alarms.map((alarm) => `– ${alarmLine(language, alarm)}`)
  return {
    subject: frame.subject(Math.max(1, alarms.length)),
    text: `${said.join('\n')}\n\n${frame.see}\n${url}\n\n${frame.stop}\n`,
  }
}
