import { useQueryClient } from '@tanstack/react-query'
import { api } from '../../api.ts'
import { useToast } from '../../design/toast.tsx'
import { practiceTexts } from '../../i18n/practice.ts'
import { useTexts } from '../../i18n/use-texts.ts'

/** After something was saved: everything of the centre is read anew, and a word says so. */
export function useSaved(then?: () => void): () => Promise<void> {
  const t = useTexts(practiceTexts)
  const queries = useQueryClient()
  const toast = useToast()
  return async () => {
    await queries.invalidateQueries({ queryKey: api.practice.key() })
    toast({ text: t('saved') })
    then?.()
  }
}
