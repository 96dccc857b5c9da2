import { methodTexts } from '../../../i18n/method.ts'
import { useTexts } from '../../../i18n/use-texts.ts'
import { Areas } from './areas.tsx'
import { Bands } from './bands.tsx'
import { useDraft } from './draft.ts'
import { NumberField, SelectField } from './fields.tsx'
import { Identity } from './identity.tsx'

/** What counts how much: areas, the score rule, bands and equal results. */
export function Weights() {
  return (
    <>
      <Areas />
      <Score />
      <Bands />
      <Identity />
    </>
  )
}

function Score() {
  const t = useTexts(methodTexts)
  const { method, change } = useDraft()
  const { score, ranking } = method
  return (
    <section className="lp-card" aria-labelledby="score-title">
      <h2 id="score-title">{t('score.title')}</h2>
      <div className="lp-field-line lp-field-line--wide">
        <SelectField
          label={t('score.total')}
          value={score.total}
          options={(['meanOfScores', 'pointsOverPossible'] as const).map(
            (rule) => [rule, t(`score.${rule}`)] as const,
          )}
          onChange={(total) =>
            change((draft) => {
              draft.score.total = total
            })
          }
        />
        <SelectField
          label={t('score.ties')}
          value={ranking.ties}
          options={(['shared', 'answeredScore', 'unansweredFirst'] as const).map(
            (rule) => [rule, t(`score.${rule}`)] as const,
          )}
          onChange={(ties) =>
            change((draft) => {
              draft.ranking.ties = ties
            })
          }
        />
      </div>
      <div className="lp-field-line">
        <NumberField
          label={t('score.level')}
          value={Math.round(score.interval.level * 1000) / 10}
          min={50}
          max={99.9}
          step={0.1}
          suffix="%"
          onChange={(percent) =>
            change((draft) => {
              draft.score.interval.level = percent / 100
            })
          }
        />
        <NumberField
          label={t('score.resamples')}
          value={score.interval.resamples}
          min={100}
          step={100}
          onChange={(count) =>
            change((draft) => {
              draft.score.interval.resamples = count
            })
          }
        />
      </div>
    </section>
  )
}
