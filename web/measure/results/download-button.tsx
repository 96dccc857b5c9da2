import { Button } from '@digdir/designsystemet-react'
import { useMutation } from '@tanstack/react-query'
import { client } from '../../api.ts'
import { Icon } from '../../design/icon.tsx'
import { useProblemText } from '../../design/states.tsx'
import { saveFile } from '../../design/table/save-file.ts'
import { useToast } from '../../design/toast.tsx'
import { resultsTexts } from '../../i18n/results.ts'
import { useTexts } from '../../i18n/use-texts.ts'

/** Every submission as the file that the score command reads, so that anybody can compute the figures again. */
export function DownloadButton({ editionId }: { readonly editionId: string }) {
  const t = useTexts(resultsTexts)
  const text = useProblemText()
  const toast = useToast()
  const download = useMutation({
    mutationFn: () => client.results.export({ editionId }) as Promise<File>,
    onSuccess: (file) => saveFile(file.name, file),
    onError: (error) => toast({ text: text(error) }),
  })
  return (
    <Button variant="secondary" loading={download.isPending} onClick={() => download.mutate()}>
      <Icon name="download" /> {t('export')}
    </Button>
  )
}
