import type { AlarmView } from '../../../src/understand/watch/contract.ts'
import { understandTexts } from '../../i18n/understand.ts'
import { useFormats, useTexts } from '../../i18n/use-texts.ts'
import { watchTexts } from '../../i18n/watch.ts'

/** What an alarm says, in one sentence, and what it rests on. */
export function useAlarmWords(): (alarm: AlarmView) => { readonly said: string; readonly detail: string } {
  const t = useTexts(watchTexts)
  const words = useTexts(understandTexts)
  const { number, percent } = useFormats()
  return ({ kind, topic, channel, source, figures }) => {
    const whole = (value: number | undefined) => number(Math.round(value ?? 0))
    const name = topic?.name ?? '–'
    const shares = { now: percent(figures.now ?? 0), before: percent(figures.before ?? 0) }
    switch (kind) {
      case 'spike':
        return {
          said: t('said.spike', {
            topic: name,
            channel: channel ? words(`channel.${channel}`).toLowerCase() : '–',
            number: Math.round(figures.count ?? 0),
            expected: number(figures.expected ?? 0, 1),
          }),
          detail: t('detail.spike', {
            usual: whole(figures.usualUpTo),
            chance: chanceText(figures.chance ?? 0, number),
          }),
        }
      case 'emerging':
        return {
          said: topic
            ? t('said.emergingTopic', { topic: name, number: Math.round(figures.count ?? 0) })
            : t('said.emerging', { count: figures.count ?? 0, words: (figures.words ?? []).join(', ') }),
          detail: (figures.examples ?? []).map((example) => `«${example}»`).join(' '),
        }
      case 'search':
        return { said: t('said.search', shares), detail: t('detail.search', { n: whole(figures.n) }) }
      case 'consistency':
        return {
          said: t('said.consistency', { topic: name, ...shares }),
          detail: t('detail.consistency', { n: whole(figures.n) }),
        }
      case 'stale':
        return {
          said: t('said.stale', { topic: name, count: figures.count ?? 0 }),
          detail: (figures.channels ?? []).map((each) => words(`channel.${each}`)).join(', '),
        }
      case 'silent':
        return {
          said: t('said.silent', { source: source?.name ?? '–', days: figures.days ?? 0 }),
          detail: t('detail.silent', {
            missing: Math.round(figures.missing ?? 0),
            longest: figures.longestBefore ?? 0,
          }),
        }
    }
  }
}

/** One in so many reads better than a very small number. */
function chanceText(chance: number, number: (value: number) => string): string {
  if (chance <= 0) return '0'
  return `1 : ${number(Number((1 / chance).toPrecision(1)))}`
}
