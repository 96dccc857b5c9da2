import { Button } from '@digdir/designsystemet-react'
import { unsentTexts } from '../i18n/unsent.ts'
import { useTexts } from '../i18n/use-texts.ts'
import { takeNewVersion, useNewVersion } from './worker-registration.ts'

/** A newer version is ready. It stands where nothing is being filled in, and nothing happens until it is pressed. */
export function UpdateNote() {
  const t = useTexts(unsentTexts)
  if (!useNewVersion()) return null
  return (
    <div className="lp-row lp-update" role="status">
      <p>{t('update.ready')}</p>
      <Button variant="secondary" data-size="sm" onClick={takeNewVersion}>
        {t('update.load')}
      </Button>
    </div>
  )
}
