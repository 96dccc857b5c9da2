/** Paid time that is not on the queue: shares of the same time are added, the two times are multiplied. */
import { Button, Checkbox, Field, Label, Select, Textfield } from '@digdir/designsystemet-react'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { type FormEvent, useState } from 'react'
import { type ShrinkagePart, shrinkageOf } from '../../../src/plan/staffing/rules/shrinkage.ts'
import { api } from '../../api.ts'
import { Awaited, ErrorState } from '../../design/states.tsx'
import { useToast } from '../../design/toast.tsx'
import { staffingTexts } from '../../i18n/staffing.ts'
import { useFormats, useTexts } from '../../i18n/use-texts.ts'
import { NumberField } from './number-field.tsx'
import { StaffingFrame } from './staffing-frame.tsx'

export function ShrinkagePage() {
  const t = useTexts(staffingTexts)
  const { percent } = useFormats()
  const query = useQuery(api.staffing.shrinkage.get.queryOptions({ input: {} }))
  const parts = query.data?.parts as readonly ShrinkagePart[] | undefined
  const left = parts && shrinkageOf(parts).ofContract
  return (
    <StaffingFrame
      current="shrinkage"
      title={left === undefined ? t('part.shrinkage') : t('shrinkage.title', { share: percent(left) })}
      subtitle={t('shrinkage.subtitle')}
    >
      <Awaited query={query} lines={10}>
        {({ own }) => <ShrinkageForm key={String(query.dataUpdatedAt)} parts={parts!} isOwn={own} />}
      </Awaited>
    </StaffingFrame>
  )
}

type Line = ShrinkagePart & { readonly key: number }
type FormProps = { readonly parts: readonly ShrinkagePart[]; readonly isOwn: boolean }

let keys = 0
const keyed = (part: ShrinkagePart): Line => ({ ...part, key: keys++ })

function ShrinkageForm({ parts, isOwn }: FormProps) {
  const t = useTexts(staffingTexts)
  const client = useQueryClient()
  const toast = useToast()
  const [lines, setLines] = useState(() => parts.map(keyed))
  const save = useMutation(
    api.staffing.shrinkage.save.mutationOptions({
      onSuccess: async () => {
        await client.invalidateQueries({ queryKey: api.staffing.key() })
        toast({ text: t('targets.saved') })
      },
    }),
  )
  const submit = (event: FormEvent): void => {
    event.preventDefault()
    save.mutate({ parts: lines.map(({ key: _, ...part }) => part) })
  }
  const change = (key: number, fields: Partial<ShrinkagePart>) =>
    setLines(lines.map((line) => (line.key === key ? { ...line, ...fields } : line)))
  const empty: ShrinkagePart = { name: '', share: 0.01, place: 'at-work', planned: false }
  return (
    <form className="lp-card lp-stack" onSubmit={submit}>
      {!isOwn && <p className="lp-quiet">{t('shrinkage.usual')}</p>}
      {lines.map((line) => (
        <PartFields
          key={line.key}
          part={line}
          onChange={(fields) => change(line.key, fields)}
          onRemove={() => setLines(lines.filter(({ key }) => key !== line.key))}
        />
      ))}
      <div>
        <Button
          type="button"
          variant="secondary"
          data-size="sm"
          onClick={() => setLines([...lines, keyed(empty)])}
        >
          {t('shrinkage.add')}
        </Button>
      </div>
      <Product parts={lines} />
      {save.error ? <ErrorState error={save.error} /> : null}
      <div>
        <Button type="submit" loading={save.isPending}>
          {t('save')}
        </Button>
      </div>
    </form>
  )
}

type PartProps = {
  readonly part: ShrinkagePart
  readonly onChange: (fields: Partial<ShrinkagePart>) => void
  readonly onRemove: () => void
}

function PartFields({ part, onChange, onRemove }: PartProps) {
  const t = useTexts(staffingTexts)
  return (
    <div className="lp-staffing-part">
      <Textfield
        label={t('shrinkage.name')}
        required
        maxLength={100}
        value={part.name}
        onChange={({ target }) => onChange({ name: target.value })}
      />
      <NumberField
        label={t('shrinkage.share')}
        unit="%"
        limits={[0, 95]}
        required
        value={part.share * 100}
        onChange={(value) => onChange({ share: (value ?? 0) / 100 })}
      />
      <Field>
        <Label>{t('shrinkage.place')}</Label>
        <Select
          value={part.place}
          onChange={({ target }) => onChange({ place: target.value as ShrinkagePart['place'] })}
        >
          {(['at-work', 'away'] as const).map((place) => (
            <Select.Option key={place} value={place}>
              {t(`shrinkage.${place}`)}
            </Select.Option>
          ))}
        </Select>
      </Field>
      <Checkbox
        label={t('shrinkage.planned')}
        checked={part.planned}
        onChange={({ target }) => onChange({ planned: target.checked })}
      />
      <Button
        type="button"
        variant="tertiary"
        aria-label={t('shrinkage.remove', { name: part.name })}
        onClick={onRemove}
      >
        ×
      </Button>
    </div>
  )
}

/** What is left of the paid time, and what adding everything would have said. */
function Product({ parts }: { readonly parts: readonly ShrinkagePart[] }) {
  const t = useTexts(staffingTexts)
  const { percent } = useFormats()
  const sum = (place: ShrinkagePart['place']) =>
    parts.filter((part) => part.place === place).reduce((all, { share }) => all + share, 0)
  const [inside, outside] = [sum('at-work'), sum('away')]
  if (inside >= 1 || outside >= 1) return <p role="alert">{t('shrinkage.whole')}</p>
  const product = (1 - inside) * (1 - outside)
  return (
    <div className="lp-staffing-more">
      <p>
        {t('shrinkage.product', {
          inside: percent(1 - inside),
          outside: percent(1 - outside),
          left: percent(product, 1),
        })}
      </p>
      <p className="lp-quiet lp-small">
        {t('shrinkage.added', {
          left: percent(Math.max(0, 1 - inside - outside), 1),
          factor: percent(1 / product - 1),
        })}
      </p>
    </div>
  )
}
