import { Alert } from '@digdir/designsystemet-react'
import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { api } from '../api.ts'
import { linkTo } from '../design/path-target.ts'
import { myTexts } from '../i18n/my.ts'
import { useTexts } from '../i18n/use-texts.ts'
import { needsTest } from './my-page.tsx'

/** The way to the observer's own page, and the tests that must be passed before the assignments open. */
export function MyNote() {
  const t = useTexts(myTexts)
  const { data } = useQuery(api.observers.mine.get.queryOptions())
  const waiting = data?.observer?.editions.filter(needsTest) ?? []
  return (
    <>
      {waiting.map(({ editionId, edition }) => (
        <Alert key={editionId} data-color="warning">
          <p>{t('testFirst', { edition })}</p>
          <Link {...linkTo({ to: '/observe/briefing/$editionId', params: { editionId } })}>
            {t('takeTest')}
          </Link>
        </Alert>
      ))}
      <p>
        <Link to="/observe/me">{t('link')}</Link>
      </p>
    </>
  )
}
