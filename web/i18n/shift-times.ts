import { defineTexts } from './define-texts.ts'

/** When shifts are, and how long. */
export const shiftTimesTexts = defineTexts('shiftTimes', {
  nb: {
    day: '{{weekday}} {{date}}',
    span: '{{day}} kl. {{hours}}',
    long: '{{from}} kl. {{fromTime}} til {{to}} kl. {{toTime}}',
    week: 'Uke {{week}}',
    hours: '{{hours}} t',
  },
  nn: {
    day: '{{weekday}} {{date}}',
    span: '{{day}} kl. {{hours}}',
    long: '{{from}} kl. {{fromTime}} til {{to}} kl. {{toTime}}',
    week: 'Veke {{week}}',
    hours: '{{hours}} t',
  },
  en: {
    day: '{{weekday}} {{date}}',
    span: '{{day}}, {{hours}}',
    long: '{{from}} at {{fromTime}} to {{to}} at {{toTime}}',
    week: 'Week {{week}}',
    hours: '{{hours}} h',
  },
})
