import { Button, type ButtonProps } from '@digdir/designsystemet-react'
import { useMutation } from '@tanstack/react-query'
import { Icon } from '../../design/icon.tsx'
import { useProblemText } from '../../design/states.tsx'
import { saveFile } from '../../design/table/save-file.ts'
import { useToast } from '../../design/toast.tsx'

type Props = {
  readonly children: string
  readonly fetchFile: () => Promise<unknown>
  readonly variant?: ButtonProps['variant']
  /** For a screen reader, where the words alone do not say whose file it is. */
  readonly label?: string
  readonly small?: boolean
  readonly disabled?: boolean
}

/** Fetches a file that the server makes, and saves it under the name that it comes with. */
export function FileButton({ children, fetchFile, variant = 'secondary', label, small, disabled }: Props) {
  const text = useProblemText()
  const toast = useToast()
  const fetching = useMutation({
    mutationFn: () => fetchFile() as Promise<File>,
    onSuccess: (file) => saveFile(file.name, file),
    onError: (error) => toast({ text: text(error) }),
  })
  return (
    <Button
      variant={variant}
      {...(small === true ? { 'data-size': 'sm' as const } : {})}
      {...(label === undefined ? {} : { 'aria-label': label })}
      disabled={disabled === true}
      loading={fetching.isPending}
      onClick={() => fetching.mutate()}
    >
      <Icon name="download" /> {children}
    </Button>
  )
}
