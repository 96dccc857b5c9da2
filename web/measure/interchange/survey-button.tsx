import { Button } from '@digdir/designsystemet-react'
import { useMutation } from '@tanstack/react-query'
import { client } from '../../api.ts'
import { useProblemText } from '../../design/states.tsx'
import { saveFile } from '../../design/table/save-file.ts'
import { useToast } from '../../design/toast.tsx'
import { interchangeTexts } from '../../i18n/interchange.ts'
import { useTexts } from '../../i18n/use-texts.ts'

/** The saved questionnaire as a file that SurveyJS and tools built on it open. */
export function SurveyButton({ editionId }: { readonly editionId: string }) {
  const t = useTexts(interchangeTexts)
  const text = useProblemText()
  const toast = useToast()
  const download = useMutation({
    mutationFn: () => client.interchange.exportForm({ editionId }) as Promise<File>,
    onSuccess: (file) => saveFile(file.name, file),
    onError: (error) => toast({ text: text(error) }),
  })
  return (
    <Button variant="tertiary" loading={download.isPending} onClick={() => download.mutate()}>
      {t('export')}
    </Button>
  )
}
