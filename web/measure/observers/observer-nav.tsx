import { LinkButton } from '../../design/link-button.tsx'
import { poolTexts } from '../../i18n/pool.ts'
import { useTexts } from '../../i18n/use-texts.ts'
import { useEditionId } from '../edition/edition-frame.tsx'

const pages = {
  toPool: '/measure/editions/$editionId/observers',
  toTest: '/measure/editions/$editionId/observers/test',
  toPayments: '/measure/editions/$editionId/observers/payments',
} as const

/** The ways between the pages about observers. */
export function ObserverNav({ here }: { readonly here: keyof typeof pages }) {
  const t = useTexts(poolTexts)
  const editionId = useEditionId()
  return (Object.keys(pages) as (keyof typeof pages)[])
    .filter((page) => page !== here)
    .map((page) => (
      <LinkButton key={page} variant="secondary" to={pages[page]} params={{ editionId }}>
        {t(page)}
      </LinkButton>
    ))
}
