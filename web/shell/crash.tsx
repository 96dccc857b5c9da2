import { Button } from '@digdir/designsystemet-react'
import { Page } from '../design/page.tsx'
import { ErrorState } from '../design/states.tsx'
import { shellTexts } from '../i18n/shell.ts'
import { useTexts } from '../i18n/use-texts.ts'
import { ProblemError } from '../problem.ts'

/** The last net: a refused request tells why; a bug says that what is saved is safe, and offers to reload. */
export function Crash({ error, reset }: { readonly error: unknown; readonly reset: () => void }) {
  const t = useTexts(shellTexts)
  if (error instanceof ProblemError)
    return (
      <main id="main">
        <Page title={t('crash.title')} width="narrow">
          <ErrorState error={error} onAgain={reset} />
        </Page>
      </main>
    )
  return (
    <main id="main">
      <Page title={t('crash.title')} subtitle={t('crash.text')} width="narrow">
        <div>
          <Button onClick={() => window.location.reload()}>{t('crash.reload')}</Button>
        </div>
      </Page>
    </main>
  )
}
