import { useToast } from '../../design/toast.tsx'
import { participantTexts } from '../../i18n/participants.ts'
import { useTexts } from '../../i18n/use-texts.ts'
import { JobInAddress } from '../../job-in-address.tsx'
import { useRefresh } from './use-refresh.ts'

/** How far the reading of pages is; the list is read anew each time some more have been read. */
export function DiscoverProgress() {
  const t = useTexts(participantTexts)
  const toast = useToast()
  const refresh = useRefresh()
  return (
    <JobInAddress
      label={(note) => (note ? t('discover.running', { note }) : t('discover.starting'))}
      failed={t('discover.failed')}
      onMore={() => void refresh()}
      onOver={(state) => {
        void refresh()
        if (state === 'done') toast({ text: t('discover.done') })
      }}
    />
  )
}
