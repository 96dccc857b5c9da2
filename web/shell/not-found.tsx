import { LinkButton } from '../design/link-button.tsx'
import { Page } from '../design/page.tsx'
import { shellTexts } from '../i18n/shell.ts'
import { useTexts } from '../i18n/use-texts.ts'
import { useMaybeMe } from '../session.ts'
import { Frame } from './frame.tsx'

export function NotFound() {
  const t = useTexts(shellTexts)
  return (
    <Frame me={useMaybeMe()}>
      <Page title={t('notFound.title')} subtitle={t('notFound.text')} width="narrow">
        <div>
          <LinkButton to="/">{t('notFound.home')}</LinkButton>
        </div>
      </Page>
    </Frame>
  )
}
