import { SkipLink } from '@digdir/designsystemet-react'
import { Outlet, useRouter } from '@tanstack/react-router'
import { Suspense, useEffect } from 'react'
import { Loading } from '../design/states.tsx'
import { shellTexts } from '../i18n/shell.ts'
import { useTexts } from '../i18n/use-texts.ts'

/** Moves the keyboard and the screen reader to the new page's title when the path changes. */
function useFocusOnNewPage(): void {
  const router = useRouter()
  useEffect(
    () =>
      router.subscribe('onRendered', ({ pathChanged, fromLocation }) => {
        if (!pathChanged || fromLocation === undefined) return
        document.getElementById('page-title')?.focus({ preventScroll: true })
      }),
    [router],
  )
}

export function Root() {
  const t = useTexts(shellTexts)
  useFocusOnNewPage()
  return (
    <>
      <SkipLink href="#main">{t('skip')}</SkipLink>
      <Suspense fallback={<Loading />}>
        <Outlet />
      </Suspense>
    </>
  )
}
