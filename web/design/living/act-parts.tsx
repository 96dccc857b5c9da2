import { Button, Textfield } from '@digdir/designsystemet-react'
import { useState } from 'react'
import { livingTexts } from '../../i18n/living.ts'
import { useTexts } from '../../i18n/use-texts.ts'
import { ConfirmDialog } from '../confirm-dialog.tsx'
import { FileDrop } from '../file-drop.tsx'
import { KeyboardSheet } from '../keys.tsx'
import { Progress } from '../progress.tsx'
import { useToast } from '../toast.tsx'

export function ActParts() {
  const t = useTexts(livingTexts)
  const toast = useToast()
  const [asking, setAsking] = useState(false)
  const [name, setName] = useState('')
  const remove = (): void => {
    setAsking(false)
    toast({ text: t('act.deleted'), onUndo: () => toast({ text: t('act.back') }) })
  }
  return (
    <div className="lp-columns lp-columns--wide">
      <section className="lp-card">
        <h2>{t('act.title')}</h2>
        <div className="lp-row">
          <Button onClick={() => toast({ text: t('act.approve') })}>{t('act.approve')}</Button>
          <Button variant="secondary" onClick={() => setAsking(true)}>
            {t('act.open')}
          </Button>
        </div>
        <KeyboardSheet
          keys={[
            { key: 'a', does: t('act.approve'), act: () => toast({ text: t('act.approve') }) },
            { key: 'ArrowRight', does: t('act.next'), act: () => toast({ text: t('act.next') }) },
          ]}
        />
        <Progress
          label={t('act.job')}
          done={4525}
          all={12_000}
          onCancel={() => toast({ text: t('act.say') })}
        />
        <ConfirmDialog
          open={asking}
          title={t('act.question')}
          confirm={t('act.confirm')}
          dangerous
          onConfirm={remove}
          onClose={() => setAsking(false)}
        >
          <p>{t('act.text')}</p>
        </ConfirmDialog>
      </section>
      <section className="lp-card">
        <h2>{t('fields.title')}</h2>
        <Textfield
          label={t('fields.name')}
          description={t('fields.help')}
          value={name}
          onChange={(event) => setName(event.target.value)}
          error={name === '' ? t('fields.wrong') : undefined}
        />
        <FileDrop
          label={t('act.file')}
          endings={['.csv', '.xlsx']}
          megabytes={20}
          onFile={(file) => toast({ text: file.name })}
        />
      </section>
    </div>
  )
}
