import { useQuery } from '@tanstack/react-query'
import { api } from '../api.ts'
import { LinkButton } from '../design/link-button.tsx'
import { codingTexts } from '../i18n/coding.ts'
import { useTexts } from '../i18n/use-texts.ts'

/** On the observer's own page: somebody waits for a second coding. */
export function CodingNote() {
  const t = useTexts(codingTexts)
  const { data } = useQuery(api.coding.mine.queryOptions())
  const count = data?.items.filter(({ state }) => state === 'asked').length ?? 0
  if (count === 0) return null
  return (
    <p className="lp-card lp-row">
      <strong>{t('mine.note', { count })}</strong>
      <LinkButton to="/observe/codings" variant="secondary">
        {t('mine.open')}
      </LinkButton>
    </p>
  )
}
