/** What of a contract is not as usual, and fixed times, in a few words. */
import { usualContract } from '../../../src/plan/shifts/rules/usual-contract.ts'
import { agentTexts } from '../../i18n/agents.ts'
import { useFormats, useTexts } from '../../i18n/use-texts.ts'
import { useDaysInWords, weekdays } from '../weekdays.ts'
import type { AgentView } from './use-agents.ts'

/** `man, ons 11.00–18.00; lør 10.00–14.00` */
export function useHoursText(): (available: AgentView['available']) => string {
  const t = useTexts(agentTexts)
  const { times } = useFormats()
  const inWords = useDaysInWords()
  return (available) => {
    if (available === null) return t('any')
    const days = new Map<string, number[]>()
    for (const day of weekdays) {
      const spans = (available[day] ?? []).map(({ from, to }) => times(from, to)).join(', ')
      if (spans !== '') days.set(spans, [...(days.get(spans) ?? []), day])
    }
    return [...days].map(([spans, own]) => `${inWords(own)} ${spans}`).join('; ')
  }
}

export function useSpecialText(): (contract: AgentView['contract']) => string {
  const t = useTexts(agentTexts)
  return ({
    age,
    averaging,
    averagingWeeks,
    sundayWork,
    nightWork,
    overtime,
    dailyRestHours,
    weeklyRestHours,
  }) =>
    [
      ...(age === 'adult' ? [] : [t(`special.${age}`)]),
      ...(averaging === 'none' ? [] : [t('special.averaging', { weeks: averagingWeeks })]),
      ...(sundayWork ? [t('special.sundays')] : []),
      ...(nightWork ? [t('special.nights')] : []),
      ...(overtime === 'law' ? [] : [t('special.overtime')]),
      ...(dailyRestHours < usualContract.dailyRestHours || weeklyRestHours < usualContract.weeklyRestHours
        ? [t('special.rest')]
        : []),
    ].join(', ')
}
