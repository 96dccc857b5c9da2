/** A table in a file, read on trial: chosen, then shown by what the caller makes of it; a refusal is told. */
import { useMutation } from '@tanstack/react-query'
import { type ReactNode, useState } from 'react'
import { FileDrop } from './file-drop.tsx'
import { ErrorState } from './states.tsx'

type Props<Read> = {
  readonly label: string
  readonly megabytes: number
  readonly read: (file: File) => Promise<Read>
  readonly children: (read: Read, file: File) => ReactNode
}

const endings = ['.csv', '.xlsx', '.txt', '.tsv']

export function FilePreview<Read>({ label, megabytes, read, children }: Props<Read>) {
  const [file, setFile] = useState<File>()
  const preview = useMutation({ mutationFn: read })
  const look = (chosen: File): void => {
    setFile(chosen)
    preview.mutate(chosen)
  }
  return (
    <>
      <FileDrop
        label={label}
        endings={endings}
        megabytes={megabytes}
        isBusy={preview.isPending}
        onFile={look}
      />
      {preview.error && <ErrorState error={preview.error} />}
      {preview.data !== undefined && file && !preview.error && children(preview.data, file)}
    </>
  )
}
