import { LinkButton } from '../../design/link-button.tsx'
import { linkTo } from '../../design/path-target.ts'
import { interchangeTexts } from '../../i18n/interchange.ts'
import { useTexts } from '../../i18n/use-texts.ts'

/** To where a form and results from another tool are taken in. */
export function BringLink({ editionId }: { readonly editionId: string }) {
  const t = useTexts(interchangeTexts)
  return (
    <LinkButton
      {...linkTo({ to: '/measure/editions/$editionId/import', params: { editionId } })}
      variant="tertiary"
    >
      {t('short')}
    </LinkButton>
  )
}
