import { Field, Label, Select } from '@digdir/designsystemet-react'
import { useNavigate } from '@tanstack/react-router'
import { seriesKinds, type TrendOverview, type TrendSeries } from '../../../src/measure/trend/contract.ts'
import { trendTexts } from '../../i18n/trend.ts'
import { useTexts } from '../../i18n/use-texts.ts'
import type { Search } from '../../search.ts'
import type { TrendChoice } from './trend-page.tsx'
import { figureGroups, groupOf, useFigureName } from './words.ts'

type Props = {
  readonly overview: TrendOverview
  readonly choice: TrendChoice
  readonly series: readonly TrendSeries[]
}

/** The programme, a class or a participant, and the figure; the choice goes into the address. */
export function SeriesChoice({ overview, choice, series }: Props) {
  const t = useTexts(trendTexts)
  const navigate = useNavigate()
  const choose = (change: Readonly<Record<string, string>>) =>
    void navigate({
      to: '.',
      search: ((before: Search) => ({ ...before, ...change })) as never,
      replace: true,
      resetScroll: false,
    })
  const names = choice.kind === 'class' ? overview.classes : overview.participants.map(({ name }) => name)
  return (
    <fieldset className="lp-plain-fieldset lp-trend__choice lp-no-print">
      <legend className="lp-visually-hidden">{t('choose.label')}</legend>
      <Field data-size="sm">
        <Label>{t('choose.kind')}</Label>
        <Select value={choice.kind} onChange={(event) => choose({ kind: event.target.value, name: '' })}>
          {seriesKinds.map((kind) => (
            <Select.Option key={kind} value={kind}>
              {t(`choose.${kind}`)}
            </Select.Option>
          ))}
        </Select>
      </Field>
      {choice.kind !== 'edition' && (
        <Field data-size="sm">
          <Label>{t('choose.name')}</Label>
          <Select value={choice.name} onChange={(event) => choose({ name: event.target.value })}>
            {names.map((name) => (
              <Select.Option key={name} value={name}>
                {name}
              </Select.Option>
            ))}
          </Select>
        </Field>
      )}
      <FigureSelect
        label={t('choose.figure')}
        value={choice.figure}
        series={series}
        onChoose={(figure) => choose({ figure })}
      />
    </fieldset>
  )
}

type FigureSelectProps = {
  readonly label: string
  readonly value: string
  readonly series: readonly TrendSeries[]
  readonly onChoose: (figure: string) => void
}

/** Figures in groups: the whole, channels, areas, questions. */
export function FigureSelect({ label, value, series, onChoose }: FigureSelectProps) {
  const t = useTexts(trendTexts)
  const figureName = useFigureName()
  return (
    <Field data-size="sm">
      <Label>{label}</Label>
      <Select value={value} onChange={(event) => onChoose(event.target.value)}>
        {figureGroups.map((group) => {
          const members = series.filter((one) => groupOf(one) === group)
          return members.length === 0 ? null : (
            <Select.Optgroup key={group} label={t(`group.${group}`)}>
              {members.map((one) => (
                <Select.Option key={one.figure} value={one.figure}>
                  {figureName(one)}
                </Select.Option>
              ))}
            </Select.Optgroup>
          )
        })}
      </Select>
    </Field>
  )
}
