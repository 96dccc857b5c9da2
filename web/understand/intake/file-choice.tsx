import { Button } from '@digdir/designsystemet-react'
import { useMutation } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { mostParts, partBytes } from '../../../src/understand/intake/contract.ts'
import { FileDrop } from '../../design/file-drop.tsx'
import { intakeTexts } from '../../i18n/intake.ts'
import { useTexts } from '../../i18n/use-texts.ts'

const endings = ['.csv', '.tsv', '.txt', '.xlsx', '.json', '.ndjson', '.jsonl', '.eml', '.mbox']
/** Whole gigabytes, which people can keep in mind. */
const megabytes = 1000 * Math.floor((mostParts * partBytes) / 1_000_000_000)
const sampleName = 'eksempel-henvendelser.csv'

type Props = {
  readonly onFile: (file: File) => void
  /** What else there is to begin with. */
  readonly others?: ReactNode
}

/** Choose a file, drop it, or take the sample that comes with the product. */
export function FileChoice({ onFile, others }: Props) {
  const t = useTexts(intakeTexts)
  const sample = useMutation({
    mutationFn: async () => {
      const response = await fetch(`/${sampleName}`)
      onFile(new File([await response.blob()], sampleName, { type: 'text/csv' }))
    },
  })
  return (
    <div className="lp-stack">
      <FileDrop label={t('file.drop')} endings={endings} megabytes={megabytes} onFile={onFile} />
      <div className="lp-row">
        <Button variant="secondary" loading={sample.isPending} onClick={() => sample.mutate()}>
          {t('sample')}
        </Button>
        {others}
      </div>
    </div>
  )
}
