/** How many stand together and how often one is asked, with what that means for whoever answers. */
import { Textfield } from '@digdir/designsystemet-react'
import {
  largestSet,
  mostSets,
  type SurveyQuestionnaire,
  smallestSet,
} from '../../../src/measure/expectations/contract.ts'
import { expectationTexts } from '../../i18n/expectations.ts'
import { useFormats, useTexts } from '../../i18n/use-texts.ts'

type Props = {
  readonly draft: SurveyQuestionnaire
  readonly onChange: (change: Partial<SurveyQuestionnaire>) => void
}

export function SetFields({ draft: { sets, items }, onChange }: Props) {
  const t = useTexts(expectationTexts)
  const format = useFormats()
  const times = (sets.size * sets.count) / items.length
  return (
    <>
      <div className="lp-columns">
        <Textfield
          type="number"
          label={t('make.setSize')}
          min={smallestSet}
          max={Math.min(largestSet, items.length)}
          value={sets.size}
          required
          onChange={({ target }) => onChange({ sets: { ...sets, size: Number(target.value) } })}
        />
        <Textfield
          type="number"
          label={t('make.setCount')}
          min={Math.ceil(items.length / Math.max(sets.size, 1))}
          max={mostSets}
          value={sets.count}
          required
          onChange={({ target }) => onChange({ sets: { ...sets, count: Number(target.value) } })}
        />
      </div>
      <p className="lp-small lp-quiet" role="status">
        {t('make.setTimes', { times: format.number(times, 1) })}
      </p>
    </>
  )
}
