/** What is taken for granted, each of it editable, and the curve from wait to satisfaction. */
import { Details, Textfield } from '@digdir/designsystemet-react'
import type { WhatIfView } from '../../../src/plan/simulation/contract.ts'
import { useTexts } from '../../i18n/use-texts.ts'
import { whatIfTexts } from '../../i18n/what-if.ts'
import { NumberInput } from './number-input.tsx'
import { useSourceText } from './source-text.ts'

type Props = { readonly draft: WhatIfView; readonly onChange: (draft: WhatIfView) => void }

const numbers = [
  ['redialAfterMinutes', 0.2, 1440],
  ['returnAfterHours', 0.1, 336],
  ['handleCv', 0.05, 5],
  ['costPerHour', 0, 100_000],
] as const

export function Assumptions({ draft, onChange }: Props) {
  const t = useTexts(whatIfTexts)
  const { assumptions } = draft
  return (
    <Details>
      <Details.Summary>{t('assumptions')}</Details.Summary>
      <Details.Content>
        <div className="lp-what-if__assumptions">
          {numbers.map(([field, least, most]) => (
            <NumberInput
              key={field}
              label={t(`assumption.${field}`)}
              note={t(`assumption.${field}`)}
              value={assumptions[field]}
              limits={[least, most]}
              onChange={(value) => onChange({ ...draft, assumptions: { ...assumptions, [field]: value } })}
            />
          ))}
          <NumberInput
            label={t('assumption.replications')}
            note={t('assumption.replications')}
            value={draft.replications}
            limits={[2, 200]}
            onChange={(value) => onChange({ ...draft, replications: Math.round(value) })}
          />
          <NumberInput
            label={t('assumption.seed')}
            note={t('assumption.seed')}
            value={draft.seed}
            limits={[0, 1_000_000_000]}
            onChange={(value) => onChange({ ...draft, seed: Math.round(value) })}
          />
        </div>
        <Curve draft={draft} onChange={onChange} />
      </Details.Content>
    </Details>
  )
}

function Curve({ draft, onChange }: Props) {
  const t = useTexts(whatIfTexts)
  const sourceText = useSourceText()
  const { satisfaction } = draft.assumptions
  const change = (fields: Partial<typeof satisfaction>) =>
    onChange({
      ...draft,
      assumptions: { ...draft.assumptions, satisfaction: { ...satisfaction, ...fields } },
    })
  const changePoint = (at: number, fields: Partial<(typeof satisfaction.points)[number]>) =>
    change({
      points: satisfaction.points.map((point, place) => (place === at ? { ...point, ...fields } : point)),
    })
  return (
    <div className="lp-stack">
      <div>
        <h3>{t('experience')}</h3>
        <p className="lp-small lp-quiet">{t('experienceText')}</p>
      </div>
      {satisfaction.points.map((point, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: points are their place on the curve
        <div key={at} className="lp-row">
          <NumberInput
            label={`${t('after')} ${at + 1}`}
            note={t('after')}
            value={Math.round(point.seconds)}
            limits={[0, 86_400]}
            onChange={(seconds) => changePoint(at, { seconds })}
          />
          <NumberInput
            label={`${t('score')} ${at + 1}`}
            note={t('score')}
            value={Math.round(point.score * 10) / 10}
            limits={[0, 100]}
            onChange={(score) => changePoint(at, { score })}
          />
        </div>
      ))}
      <NumberInput
        label={t('unanswered')}
        note={t('unanswered')}
        value={satisfaction.unanswered}
        limits={[0, 100]}
        onChange={(unanswered) => change({ unanswered })}
      />
      <Textfield
        label={t('satisfactionSource', { source: '' }).replace(/[: .]+$/, '')}
        value={sourceText(satisfaction.source)}
        maxLength={300}
        onChange={(event) => change({ source: event.target.value || 'assumption' })}
      />
    </div>
  )
}
