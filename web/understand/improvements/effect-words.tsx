import type { EffectView } from '../../../src/understand/improvements/contract.ts'
import type { ImprovementState } from '../../../src/understand/improvements/rules/words.ts'
import { Status, type Tone } from '../../design/status.tsx'
import { improvementTexts } from '../../i18n/improvements.ts'
import { useFormats, useTexts } from '../../i18n/use-texts.ts'

const tones: Readonly<Record<EffectView['verdict'], Tone>> = {
  drop: 'good',
  rise: 'bad',
  noise: 'neutral',
  tooEarly: 'information',
  tooLittle: 'neutral',
}

/** The verdict, the change and how sure it is. */
export function EffectMark({ effect }: { readonly effect: EffectView }) {
  const t = useTexts(improvementTexts)
  const format = useFormats()
  const { verdict, change, low, high } = effect
  return (
    <span className="lp-effect">
      <Status tone={tones[verdict]}>{t(`verdict.${verdict}`)}</Status>
      {change !== null && low !== null && high !== null && (
        <span className="lp-number lp-small lp-nowrap">
          {format.change(change * 100, 0)} % ({format.interval(low * 100, high * 100, 0)})
        </span>
      )}
    </span>
  )
}

const stateTones: Readonly<Record<ImprovementState, Tone>> = {
  proposed: 'neutral',
  decided: 'information',
  underWay: 'accent',
  inEffect: 'good',
  dropped: 'neutral',
}

export function StateMark({ state }: { readonly state: ImprovementState }) {
  const t = useTexts(improvementTexts)
  return <Status tone={stateTones[state]}>{t(`state.${state}`)}</Status>
}
