import { createContext, type ReactNode, useCallback, useContext, useRef, useState } from 'react'
import { designTexts } from '../i18n/design.ts'
import { useTexts } from '../i18n/use-texts.ts'
import { Icon } from './icon.tsx'
import './toast.css'

export type Toast = {
  readonly text: string
  /** Takes back what was just done; the message then stays until it is closed. */
  readonly onUndo?: () => void
}

const ToastContext = createContext<(toast: Toast) => void>(() => {
  throw new Error('useToast outside Toasts')
})

/** Tells that something was done, politely, and offers to take it back: `toast({ text, onUndo })`. */
export function useToast(): (toast: Toast) => void {
  return useContext(ToastContext)
}

const secondsShown = 6

/** Holds the messages. They are read aloud; one with an undo never vanishes by itself. */
export function Toasts({ children }: { readonly children: ReactNode }) {
  const t = useTexts(designTexts)
  const count = useRef(0)
  const [toasts, setToasts] = useState<readonly (Toast & { readonly id: number })[]>([])
  const close = useCallback((id: number) => setToasts((all) => all.filter((toast) => toast.id !== id)), [])
  const show = useCallback(
    (toast: Toast) => {
      count.current += 1
      const id = count.current
      setToasts((all) => [...all.slice(-2), { ...toast, id }])
      if (toast.onUndo === undefined) window.setTimeout(() => close(id), secondsShown * 1000)
    },
    [close],
  )
  return (
    <ToastContext value={show}>
      {children}
      <section className="lp-toasts" aria-label={t('undo.region')} aria-live="polite">
        {toasts.map((toast) => (
          <ToastCard key={toast.id} toast={toast} onClose={() => close(toast.id)} />
        ))}
      </section>
    </ToastContext>
  )
}

function ToastCard({ toast, onClose }: { readonly toast: Toast; readonly onClose: () => void }) {
  const t = useTexts(designTexts)
  const { onUndo } = toast
  const undo = (): void => {
    onUndo?.()
    onClose()
  }
  return (
    <div className="lp-toast">
      <p>{toast.text}</p>
      {onUndo !== undefined && (
        <button type="button" onClick={undo}>
          {t('undo.undo')}
        </button>
      )}
      <button type="button" aria-label={t('undo.dismiss')} onClick={onClose}>
        <Icon name="close" />
      </button>
    </div>
  )
}
