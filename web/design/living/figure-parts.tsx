import { livingTexts } from '../../i18n/living.ts'
import { useFormats, useTexts } from '../../i18n/use-texts.ts'
import { Figure } from '../figure.tsx'
import { Steps } from '../steps.tsx'

export function FigureParts() {
  const t = useTexts(livingTexts)
  const { number } = useFormats()
  return (
    <>
      <div className="lp-columns">
        <Figure
          label={t('figures.score')}
          value={number(75.7, 1)}
          interval={[66.5, 83.1]}
          n={25}
          link={{ to: '/design' }}
        />
        <Figure label={t('figures.answered')} value={number(84.1, 1)} interval={[78.3, 89]} n={22} />
        <Figure
          label={t('figures.rising')}
          value={t('figures.risingValue')}
          note={t('figures.risingNote')}
          isNotice
        />
      </div>
      <section className="lp-card">
        <h2>{t('steps.title')}</h2>
        <Steps
          label={t('steps.title')}
          steps={[
            { key: 'prepare', name: t('steps.prepare'), state: 'done', link: { to: '/design' } },
            { key: 'channels', name: t('steps.channels'), state: 'done' },
            { key: 'plan', name: t('steps.plan'), state: 'done' },
            {
              key: 'field',
              name: t('steps.field'),
              state: 'current',
              note: `${number(412)} / ${number(1000)}`,
            },
            { key: 'review', name: t('steps.review'), state: 'upcoming' },
            { key: 'results', name: t('steps.results'), state: 'upcoming' },
            { key: 'learn', name: t('steps.learn'), state: 'upcoming' },
          ]}
        />
      </section>
    </>
  )
}
