import type { AppealFile } from '../../../src/measure/appeals/contract.ts'
import { Icon } from '../../design/icon.tsx'
import { appealsTexts } from '../../i18n/appeals.ts'
import { useFormats, useTexts } from '../../i18n/use-texts.ts'

type EvidenceProps = {
  readonly editionId: string
  readonly appealId: string
  readonly evidence: string | undefined
  readonly files: readonly AppealFile[]
}

/** The participant's own log and files. */
export function Evidence({ editionId, appealId, evidence, files }: EvidenceProps) {
  const t = useTexts(appealsTexts)
  const format = useFormats()
  return (
    <>
      {evidence !== undefined && (
        <>
          <h3>{t('one.evidence')}</h3>
          <pre className="lp-written">{evidence}</pre>
        </>
      )}
      {files.length > 0 && (
        <>
          <h3>{t('one.files')}</h3>
          <ul className="lp-plain-list">
            {files.map(({ fileId, name, bytes }) => (
              <li key={fileId}>
                <a
                  href={`/api/measure/editions/${editionId}/appeals/${appealId}/files/${fileId}`}
                  download={name}
                >
                  <Icon name="download" size={16} /> {name}
                </a>{' '}
                <span className="lp-small lp-quiet">{format.number(bytes / 1000, 0)} kB</span>
              </li>
            ))}
          </ul>
        </>
      )}
    </>
  )
}
