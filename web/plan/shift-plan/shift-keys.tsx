/** What the keys of the grid do. The grid hears them itself; here they are told. */
import { KeyboardSheet } from '../../design/keys.tsx'
import { shiftPlanTexts } from '../../i18n/shift-plan.ts'
import { useTexts } from '../../i18n/use-texts.ts'

const heardByTheGrid = (): void => undefined

export function ShiftKeys() {
  const t = useTexts(shiftPlanTexts)
  const shift = t('keys.shift')
  const keys = [
    ['← → ↑ ↓', t('keys.walk')],
    [`${shift} ← →`, t('keys.move')],
    [`${shift} ↑ ↓`, t('keys.give')],
    [`Ctrl ${shift} ← →`, t('keys.day')],
    ['Alt ← →', t('keys.end')],
    [`Alt ${shift} ← →`, t('keys.start')],
    ['Enter', t('keys.open')],
    ['n', t('keys.new')],
    ['Delete', t('keys.remove')],
    ['f', t('keys.fix')],
    ['u / Ctrl Z', t('keys.undo')],
    ['Ctrl Y', t('keys.redo')],
    ['Ctrl S', t('keys.save')],
    ['Esc', t('keys.escape')],
  ] as const
  return (
    <div className="lp-shift-plan__keys">
      <KeyboardSheet keys={keys.map(([key, does]) => ({ key, does, act: heardByTheGrid }))} />
    </div>
  )
}
