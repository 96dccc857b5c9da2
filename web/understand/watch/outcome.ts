import { useTexts } from '../../i18n/use-texts.ts'
import { watchTexts } from '../../i18n/watch.ts'

const known = [
  'posted',
  'post-refused',
  'private-address',
  'credentials',
  'timeout',
  'no-connection',
  'ended',
] as const

/** How a delivery went, in words; an HTTP status or a code of the network stands as it is. */
export function useOutcome(): (outcome: string | null) => string {
  const t = useTexts(watchTexts)
  return (outcome) => {
    const code = known.find((each) => each === outcome)
    return code === undefined ? (outcome ?? '') : t(`alertsPage.outcome.${code}`)
  }
}
