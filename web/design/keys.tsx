/** Keys of a page, and the sheet that lists them: `?` opens it anywhere. */
import { Button } from '@digdir/designsystemet-react'
import { useEffect, useRef, useState } from 'react'
import { designTexts } from '../i18n/design.ts'
import { useTexts } from '../i18n/use-texts.ts'
import { FormDialog } from './confirm-dialog.tsx'
import './keys.css'

export type KeyBinding = {
  /** As the browser names it: 'a', 'ArrowRight', 'Enter'. */
  readonly key: string
  readonly does: string
  readonly act: () => void
}

const writable = 'input:not([type=radio],[type=checkbox]), textarea, select, [contenteditable="true"]'

/**
 * Whether the key is not for the page: somebody is writing, a dialog is open, it is a shortcut, or it is held
 * down: a key that decides something counts once.
 */
function isTaken(event: KeyboardEvent): boolean {
  if (event.repeat || event.ctrlKey || event.metaKey || event.altKey || event.defaultPrevented) return true
  if (document.querySelector('dialog[open]') !== null) return true
  return event.target instanceof Element && event.target.closest(writable) !== null
}

/** Listens for the keys while the page is shown. Writing in a field is never taken for a key. */
export function useKeys(bindings: readonly KeyBinding[]): void {
  const current = useRef(bindings)
  useEffect(() => {
    current.current = bindings
  })
  useEffect(() => {
    const listen = (event: KeyboardEvent): void => {
      if (isTaken(event)) return
      const binding = current.current.find(({ key }) => key.toLowerCase() === event.key.toLowerCase())
      if (binding === undefined) return
      event.preventDefault()
      binding.act()
    }
    window.addEventListener('keydown', listen)
    return () => window.removeEventListener('keydown', listen)
  }, [])
}

const names: Readonly<Record<string, string>> = {
  ArrowLeft: '←',
  ArrowRight: '→',
  ArrowUp: '↑',
  ArrowDown: '↓',
  ' ': '␣',
}

/** Puts the page's keys to work and lists them behind `?` and a button. */
export function KeyboardSheet({ keys }: { readonly keys: readonly KeyBinding[] }) {
  const t = useTexts(designTexts)
  const [open, setOpen] = useState(false)
  useKeys([...keys, { key: '?', does: t('keys.open'), act: () => setOpen(true) }])
  return (
    <>
      <Button variant="tertiary" data-size="sm" className="lp-keys__open" onClick={() => setOpen(true)}>
        {t('keys.hint')}
      </Button>
      <FormDialog open={open} title={t('keys.title')} onClose={() => setOpen(false)}>
        <dl className="lp-keys">
          {[...keys, { key: '?', does: t('keys.open') }].map(({ key, does }) => (
            <div key={key}>
              <dt>
                <kbd>{names[key] ?? key}</kbd>
              </dt>
              <dd>{does}</dd>
            </div>
          ))}
        </dl>
      </FormDialog>
    </>
  )
}
