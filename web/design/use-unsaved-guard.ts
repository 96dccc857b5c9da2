import { useBlocker } from '@tanstack/react-router'
import { designTexts } from '../i18n/design.ts'
import { useTexts } from '../i18n/use-texts.ts'

/**
 * Asks before a page, or the tab, is left with something unsaved.
 *
 * @param question what is asked before another page; by default that what was written is not saved
 */
export function useUnsavedGuard(isChanged: boolean, question?: string): void {
  const t = useTexts(designTexts)
  useBlocker({
    shouldBlockFn: ({ current, next }) =>
      current.pathname !== next.pathname && !window.confirm(question ?? t('unsaved')),
    enableBeforeUnload: isChanged,
    disabled: !isChanged,
  })
}
