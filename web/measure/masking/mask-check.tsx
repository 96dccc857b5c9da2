/** What a participant will read of a contact's texts: what is masked stands out, and a person can change it. */
import { Button } from '@digdir/designsystemet-react'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { type ReactNode, useRef, useState } from 'react'
import type { MaskedTexts } from '../../../src/measure/masking/contract.ts'
import { api } from '../../api.ts'
import { ErrorState } from '../../design/states.tsx'
import { useToast } from '../../design/toast.tsx'
import { appealsTexts } from '../../i18n/appeals.ts'
import { useLanguage, useTexts } from '../../i18n/use-texts.ts'
import '../appeals/appeals.css'

type Contact = { readonly editionId: string; readonly contactId: string }
type Field = MaskedTexts['fields'][number]
type Place = { readonly field: string; readonly from: number; readonly to: number }

export function MaskCheck({ editionId, contactId }: Contact) {
  const t = useTexts(appealsTexts)
  const { data } = useQuery(api.masking.get.queryOptions({ input: { editionId, contactId } }))
  const { set, hide, lift, error } = useSetMask({ editionId, contactId }, data?.version ?? 0)
  if (!data || data.fields.length === 0) return null
  const count = data.fields.reduce((sum, { masks }) => sum + masks.length, 0)
  return (
    <details className="lp-card">
      <summary>{count === 0 ? t('masks.none') : t('masks.title', { count })}</summary>
      <p className="lp-small lp-quiet">{t('masks.text')}</p>
      {data.fields.map((field) => (
        <MaskedField key={field.field} field={field as Field} busy={set} onHide={hide} onLift={lift} />
      ))}
      {data.byHand.length > 0 && (
        <>
          <h3>{t('masks.byHand')}</h3>
          <ul className="lp-small">
            {data.byHand.map(({ person, text, verdict, madeAt }) => (
              <li key={madeAt + text}>
                {t(verdict === 'mask' ? 'masks.masked' : 'masks.lifted', { person, text })}
              </li>
            ))}
          </ul>
        </>
      )}
      {error ? <ErrorState error={error} /> : null}
    </details>
  )
}

function useSetMask(contact: Contact, version: number) {
  const t = useTexts(appealsTexts)
  const toast = useToast()
  const queries = useQueryClient()
  const change = useMutation(
    api.masking.set.mutationOptions({
      onSuccess: async () => {
        await queries.invalidateQueries({ queryKey: api.masking.key() })
        toast({ text: t('masks.done') })
      },
    }),
  )
  const to = (verdict: 'mask' | 'lift') => (place: Place) =>
    change.mutate({ ...contact, version, ...place, verdict })
  return { set: change.isPending, hide: to('mask'), lift: to('lift'), error: change.error }
}

type FieldProps = {
  readonly field: Field
  readonly busy: boolean
  readonly onHide: (place: Place) => void
  readonly onLift: (place: Place) => void
}

function MaskedField({ field: { field, title, text, masks }, busy, onHide, onLift }: FieldProps) {
  const t = useTexts(appealsTexts)
  const language = useLanguage()
  const box = useRef<HTMLParagraphElement>(null)
  const [isEmpty, setIsEmpty] = useState(false)
  const hide = (): void => {
    const place = box.current && selectedIn(box.current)
    setIsEmpty(!place)
    if (place) onHide({ field, ...place })
  }
  return (
    <div>
      <h3>{title?.[language] ?? t('masks.conversation')}</h3>
      <p ref={box} className="lp-said">
        {pieces(text, masks, (mask) => (
          <button
            key={mask.from}
            type="button"
            className="lp-mask"
            data-from={mask.from}
            data-to={mask.to}
            disabled={busy}
            title={t('masks.lift', { text: text.slice(mask.from, mask.to) })}
            onClick={() => onLift({ field, from: mask.from, to: mask.to })}
          >
            {mask.label}
          </button>
        ))}
      </p>
      <Button data-size="sm" variant="tertiary" disabled={busy} onClick={hide}>
        {t('masks.hide')}
      </Button>
      {isEmpty && <p role="status">{t('masks.nothingMarked')}</p>}
    </div>
  )
}

type Mask = Field['masks'][number]

/** The text in its pieces; each plain piece knows where in the text it begins. */
function pieces(text: string, masks: readonly Mask[], draw: (mask: Mask) => ReactNode): ReactNode[] {
  const drawn: ReactNode[] = []
  let from = 0
  for (const mask of [...masks, undefined]) {
    const to = mask?.from ?? text.length
    if (to > from)
      drawn.push(
        <span key={`text${from}`} data-from={from}>
          {text.slice(from, to)}
        </span>,
      )
    if (mask) {
      drawn.push(draw(mask))
      from = mask.to
    }
  }
  return drawn
}

/** The marked part of the text, in places of the text before masking. */
function selectedIn(box: HTMLElement): { readonly from: number; readonly to: number } | undefined {
  const selection = window.getSelection()
  if (!selection || selection.rangeCount === 0 || selection.isCollapsed) return undefined
  const range = selection.getRangeAt(0)
  if (!box.contains(range.startContainer) || !box.contains(range.endContainer)) return undefined
  const from = placeOf(range.startContainer, range.startOffset, 'from')
  const to = placeOf(range.endContainer, range.endOffset, 'to')
  return from === undefined || to === undefined || from >= to ? undefined : { from, to }
}

/** A place on the screen as a place in the text; one inside a mask is the mask's beginning or end. */
function placeOf(node: Node, offset: number, edge: 'from' | 'to'): number | undefined {
  const piece = node.parentElement?.closest<HTMLElement>('[data-from]')
  if (!piece) return undefined
  if (piece.dataset.to !== undefined) return Number(piece.dataset[edge])
  return Number(piece.dataset.from) + offset
}
