import { type DragEvent, useId, useRef, useState } from 'react'
import { designTexts } from '../i18n/design.ts'
import { useFormats, useTexts } from '../i18n/use-texts.ts'
import { checkFile } from './check-file.ts'
import { Icon } from './icon.tsx'
import './file-drop.css'

export type FileDropProps = {
  readonly label: string
  /** Endings with the dot: ['.csv', '.xlsx']. */
  readonly endings: readonly string[]
  readonly megabytes: number
  /** Only files of a right kind and size come through. */
  readonly onFile: (file: File) => void
  readonly isBusy?: boolean
}

/** @example sizeOf(2_000_000_000, number) // '2 GB' */
function sizeOf(bytes: number, number: (value: number) => string): string {
  if (bytes < 100_000) return `${number(Math.ceil(bytes / 1000))} kB`
  const megabytes = Math.round(bytes / 100_000) / 10
  return megabytes < 1000 ? `${number(megabytes)} MB` : `${number(Math.round(megabytes / 100) / 10)} GB`
}

/** Choose a file or drop it; a wrong kind or too large a one is refused at once, with the limit. */
export function FileDrop({ label, endings, megabytes, onFile, isBusy = false }: FileDropProps) {
  const t = useTexts(designTexts)
  const { number } = useFormats()
  const id = useId()
  const [message, setMessage] = useState<{ readonly text: string; readonly isError: boolean }>()
  const [isOver, setIsOver] = useState(false)
  const input = useRef<HTMLInputElement>(null)
  const limit = sizeOf(megabytes * 1_000_000, number)
  const kinds = endings.map((ending) => ending.slice(1).toUpperCase()).join(', ')

  const take = (file: File | undefined): void => {
    if (file === undefined) return
    const size = sizeOf(file.size, number)
    const refusal = checkFile(file, { endings, megabytes })
    if (refusal === 'wrong-kind')
      setMessage({ text: t('file.wrongKind', { name: file.name, kinds }), isError: true })
    else if (refusal === 'too-large')
      setMessage({
        text: t('file.tooLarge', { name: file.name, size, limit }),
        isError: true,
      })
    else {
      setMessage({ text: t('file.chosen', { name: file.name, size }), isError: false })
      onFile(file)
    }
    // The same file can be chosen again after it has been mended.
    if (input.current !== null) input.current.value = ''
  }
  const drop = (event: DragEvent): void => {
    event.preventDefault()
    setIsOver(false)
    take(event.dataTransfer.files[0])
  }
  return (
    <div className="lp-file" data-over={isOver || undefined}>
      {/* biome-ignore lint/a11y/noStaticElementInteractions: dropping is only a shortcut for the button inside */}
      <div
        className="lp-file__zone"
        onDragOver={(event) => {
          event.preventDefault()
          setIsOver(true)
        }}
        onDragLeave={() => setIsOver(false)}
        onDrop={drop}
      >
        <Icon name="upload" size={28} />
        <label htmlFor={id}>{label}</label>
        <p className="lp-row lp-quiet">
          <button
            type="button"
            className="ds-button"
            data-variant="secondary"
            disabled={isBusy}
            onClick={() => input.current?.click()}
          >
            {t('file.choose')}
          </button>{' '}
          {t('file.drop')}
        </p>
        <p id={`${id}-limit`} className="lp-small lp-quiet">
          {t('file.limit', { size: limit, kinds })}
        </p>
        <input
          ref={input}
          id={id}
          className="lp-visually-hidden"
          type="file"
          tabIndex={-1}
          accept={endings.join(',')}
          aria-describedby={`${id}-limit ${id}-message`}
          onChange={(event) => take(event.target.files?.[0])}
        />
      </div>
      <p
        id={`${id}-message`}
        className={message?.isError === true ? 'lp-file__error' : 'lp-small'}
        role="status"
      >
        {message?.text}
      </p>
    </div>
  )
}
