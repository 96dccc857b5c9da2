import { useBlocker } from '@tanstack/react-router'
import { designTexts } from '../i18n/design.ts'
import { useTexts } from '../i18n/use-texts.ts'

type Guard = {
  /** What is asked before another page; by default that what was written is not saved. */
  readonly question?: string
  /** The parameter of the address that holds the editor open: without it, the page is left too. */
  readonly openBy?: string
}

type Address = { readonly pathname: string; readonly search: unknown }

/** Asks before a page, the editor on it, or the tab is left with something unsaved. */
export function useUnsavedGuard(isChanged: boolean, { question, openBy }: Guard = {}): void {
  const t = useTexts(designTexts)
  const openIn = ({ search }: Address) =>
    openBy === undefined ? undefined : (search as Readonly<Record<string, unknown>>)[openBy]
  useBlocker({
    shouldBlockFn: ({ current, next }) =>
      (current.pathname !== next.pathname || openIn(current) !== openIn(next)) &&
      !window.confirm(question ?? t('unsaved')),
    enableBeforeUnload: isChanged,
    disabled: !isChanged,
  })
}
