import { Outlet } from '@tanstack/react-router'
import { Suspense, useEffect } from 'react'
import { Loading } from '../design/states.tsx'
import { changeLanguage, currentLanguage } from '../i18n/i18n.ts'
import { useMe } from '../session.ts'
import { Frame } from './frame.tsx'

/** Every page behind sign-in, inside the frame. The person's own language follows to each new browser. */
export function Shell() {
  const me = useMe()
  const { personId, language } = me.person
  // biome-ignore lint/correctness/useExhaustiveDependencies: another person brings another language
  useEffect(() => {
    if (language !== currentLanguage()) changeLanguage(language)
  }, [personId, language])
  return (
    <Frame me={me}>
      <Suspense fallback={<Loading />}>
        <Outlet />
      </Suspense>
    </Frame>
  )
}
