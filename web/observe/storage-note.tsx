import { Button } from '@digdir/designsystemet-react'
import { Status } from '../design/status.tsx'
import { unsentTexts } from '../i18n/unsent.ts'
import { useTexts } from '../i18n/use-texts.ts'
import { useIsKept } from './storage.ts'

/** Whether the device has promised not to forget, and what to do when it has not. */
export function StorageNote() {
  const t = useTexts(unsentTexts)
  const { isKept, ask } = useIsKept()
  if (isKept === undefined) return null
  return (
    <section className="lp-card lp-storage" aria-labelledby="storage-title">
      <h2 id="storage-title">{t('storage.title')}</h2>
      <Status tone={isKept ? 'good' : 'warning'}>{t(isKept ? 'storage.kept' : 'storage.mayForget')}</Status>
      {!isKept && (
        <>
          <p>{t('storage.text')}</p>
          <div>
            <Button variant="secondary" data-size="sm" onClick={ask}>
              {t('storage.ask')}
            </Button>
          </div>
        </>
      )}
    </section>
  )
}
