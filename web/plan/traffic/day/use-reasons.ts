/** The parts of a figure with what each adds or takes, in words that a planner would use. */
import { addDays } from '../../../../src/kernel/calendar.ts'
import type { DayView, TrafficView } from '../../../../src/plan/traffic/contract.ts'
import { contactSteps, type Part } from '../../../../src/plan/traffic/rules/forecast-parts.ts'
import { trafficTexts } from '../../../i18n/traffic.ts'
import { useFormats, useTexts } from '../../../i18n/use-texts.ts'
import { inSentence, useMarkName } from '../use-words.ts'

export type Reason = { readonly name: string; readonly words: string; readonly contacts: number }

/** Less than this share of the figure is not worth a word. */
const worthAWord = 0.001

export function useReasons(
  day: DayView,
  view: TrafficView,
): (parts: readonly Part[], time: string | undefined) => readonly Reason[] {
  const t = useTexts(trafficTexts)
  const { number, percent, change, weekday, shortDate, time: clock } = useFormats()
  const markName = useMarkName()
  const marks = (day.forecast?.marks ?? []).flatMap((mark) => markName(mark) ?? []).join(', ')
  const lagOf = (kindId: string) => view.kinds.find((kind) => kind.kindId === kindId)?.lagFrom ?? 0
  const events = day.events
    .filter((event) => addDays(event.day, lagOf(event.kindId)) <= day.day)
    .map((event) => `${inSentence(event.kind)} ${shortDate(event.day)}`)
    .join(', ')
  const shocks = view.shocks
    .filter(({ state, day: from }) => state === 'accepted' && from <= day.day)
    .map(({ name }) => name || t('unnamedShock'))
    .join(', ')
  const about: Readonly<Record<Part['name'], string>> = {
    level: '',
    weekday: weekday(day.day),
    calendar: marks,
    events,
    shock: shocks,
    driver: '',
    recent: '',
    timeOfDay: '',
  }
  return (parts, time) =>
    contactSteps(parts)
      .filter(({ name, factor }) => name === 'level' || Math.abs(factor - 1) >= worthAWord)
      .map(({ name, factor, contacts }) => {
        const title = name === 'timeOfDay' && time ? t('part.at', { time: clock(time) }) : t(`part.${name}`)
        if (name === 'level')
          return {
            name: title,
            contacts,
            words: time
              ? t('reason.levelInterval', { n: number(contacts, 1) })
              : t('reason.level', { n: Math.round(contacts) }),
          }
        const words = t('reason.part', {
          part: about[name] === '' ? title : t('reason.about', { part: title, about: about[name] }),
          share: t(factor > 1 ? 'reason.more' : 'reason.fewer', { share: percent(Math.abs(factor - 1), 1) }),
          contacts: change(contacts, time ? 1 : 0),
          why: t(`reason.why.${name}`),
        })
        return { name: title, contacts, words }
      })
}
