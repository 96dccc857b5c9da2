import { useNavigate } from '@tanstack/react-router'
import { EmptyState } from '../../design/states.tsx'
import { intakeTexts } from '../../i18n/intake.ts'
import { useTexts } from '../../i18n/use-texts.ts'
import { keepChosen } from './chosen-file.ts'
import { FileChoice } from './file-choice.tsx'
import { useManagesIntake } from './manages.ts'
import { NewSource } from './new-source.tsx'

/** Nothing has come in yet: a file or the sample, one step away. */
export function FirstFile() {
  const t = useTexts(intakeTexts)
  const navigate = useNavigate()
  const manages = useManagesIntake()
  const take = (file: File): void => {
    keepChosen(file)
    void navigate({ to: '/understand/intake/new' })
  }
  return (
    <div className="lp-card">
      <EmptyState title={t('none')}>{t('noneText')}</EmptyState>
      {manages && <FileChoice onFile={take} others={<NewSource />} />}
    </div>
  )
}
