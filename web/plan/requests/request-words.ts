/** A request in words: in the list, and as the question that it is. */
import { agentRequestTexts } from '../../i18n/agent-requests.ts'
import { shiftRequestTexts } from '../../i18n/shift-requests.ts'
import { useTexts } from '../../i18n/use-texts.ts'
import { useAbsenceText } from '../agents/wish-text.ts'
import { useShiftTimes } from '../shift-times.ts'
import type { WaitingItem } from './waiting-items.ts'

/** `Søker ferie`, `Syk, vaktene er ikke dekket`, `Vil bytte vakt` */
export function useKindText(): (item: WaitingItem) => string {
  const t = useTexts(shiftRequestTexts)
  const shared = useTexts(agentRequestTexts)
  return (item) => {
    if (item.kind === 'swap') return t('kind.swap')
    const { kind } = item.absence
    if (item.kind === 'cover') return t('kind.cover', { kind: shared(`kind.${kind}`) })
    return t('kind.absence', { kind: t(`what.kinds.${kind}`) })
  }
}

/** The heading of the request: who asks for what and when. */
export function useQuestion(): (item: WaitingItem) => string {
  const t = useTexts(shiftRequestTexts)
  const absenceText = useAbsenceText()
  const { span } = useShiftTimes()
  return (item) => {
    if (item.kind !== 'swap') {
      const { agent: name, kind } = item.absence
      return t(`what.${item.kind}`, { name, kind: t(`what.kinds.${kind}`), when: absenceText(item.absence) })
    }
    const { from, to, shift, return: back } = item.swap
    if (!shift) return t('kind.swap')
    const said = { from: from.name, to: to?.name ?? '', span: span(shift) }
    return back ? t('what.swap', { ...said, back: span(back) }) : t('what.give', said)
  }
}
