import type { Stage } from '../../../src/measure/edition/contract.ts'
import { Icon } from '../../design/icon.tsx'
import { editionTexts } from '../../i18n/edition.ts'
import { useFormats, useTexts } from '../../i18n/use-texts.ts'

const icons = { done: 'check', current: 'right', coming: 'circle' } as const

/** The edition's year as a line of stages: along the page on a wide screen, down it on a phone. */
export function Year({ stages }: { readonly stages: readonly Stage[] }) {
  const t = useTexts(editionTexts)
  const format = useFormats()
  return (
    <section aria-labelledby="year-title">
      <h2 id="year-title" className="lp-visually-hidden">
        {t('year.title')}
      </h2>
      <ol className="lp-year">
        {stages.map(({ id, state, done, of }) => (
          <li
            key={id}
            data-state={state}
            {...(state === 'current' ? { 'aria-current': 'step' as const } : {})}
          >
            <span className="lp-year__mark">
              <Icon name={icons[state]} size={16} />
            </span>
            <span className="lp-year__name">{t(`year.${id}`)}</span>
            <span className="lp-year__note lp-number">
              {of === undefined || state === 'coming'
                ? t(`year.${state}`)
                : t('year.count', { done: format.number(done ?? 0), of: format.number(of) })}
            </span>
          </li>
        ))}
      </ol>
    </section>
  )
}
