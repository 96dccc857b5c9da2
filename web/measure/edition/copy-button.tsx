import { Button } from '@digdir/designsystemet-react'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { api } from '../../api.ts'
import { editionTexts } from '../../i18n/edition.ts'
import { useTexts } from '../../i18n/use-texts.ts'
import { CreateDialog } from './create-dialog.tsx'

/** Next year's edition starts as a copy of this one (M1.2). */
export function CopyButton({ editionId }: { readonly editionId: string }) {
  const t = useTexts(editionTexts)
  const [open, setOpen] = useState(false)
  const editions = useQuery(api.edition.list.queryOptions())
  return (
    <>
      <Button variant="tertiary" onClick={() => setOpen(true)}>
        {t('page.copy')}
      </Button>
      <CreateDialog
        open={open}
        editions={editions.data?.items ?? []}
        copy={editionId}
        onClose={() => setOpen(false)}
      />
    </>
  )
}
