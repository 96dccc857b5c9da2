import { Button } from '@digdir/designsystemet-react'
import { livingTexts } from '../../i18n/living.ts'
import { useTexts } from '../../i18n/use-texts.ts'
import { ProblemError } from '../../problem.ts'
import { EmptyState, ErrorState } from '../states.tsx'
import { Status, Tag, type Tone } from '../status.tsx'

const tones: readonly Tone[] = ['good', 'information', 'warning', 'bad', 'accent', 'neutral']
const refused = new ProblemError('overloaded', 503, { params: {}, issues: [], requestId: 'a1b2c3' })

export function StateParts() {
  const t = useTexts(livingTexts)
  return (
    <section className="lp-card">
      <h2>{t('states.title')}</h2>
      <div className="lp-row">
        {tones.map((tone) => (
          <Status key={tone} tone={tone}>
            {t('table.done')}
          </Status>
        ))}
        <Tag>{t('table.energy')}</Tag>
      </div>
      <div className="lp-columns lp-columns--wide">
        <EmptyState title={t('states.empty')} actions={<Button>{t('states.button')}</Button>}>
          {t('states.emptyText')}
        </EmptyState>
        <ErrorState title={t('states.error')} error={refused} kept={t('states.kept')} onAgain={() => {}} />
      </div>
    </section>
  )
}
