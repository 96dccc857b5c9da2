import { Button } from '@digdir/designsystemet-react'
import { useMutation } from '@tanstack/react-query'
import { client } from '../../api.ts'
import { ErrorState } from '../../design/states.tsx'
import { saveFile } from '../../design/table/save-file.ts'
import { agentTexts } from '../../i18n/agents.ts'
import { useTexts } from '../../i18n/use-texts.ts'

/** The whole register as the file that can be brought in again. */
export function Exports() {
  const t = useTexts(agentTexts)
  const download = useMutation({
    mutationFn: async (format: 'csv' | 'xlsx') => {
      const file = await client.shifts.agents.export({ format })
      saveFile(file.name, file)
    },
  })
  return (
    <>
      <div className="lp-row lp-no-print">
        {(['csv', 'xlsx'] as const).map((format) => (
          <Button
            key={format}
            variant="tertiary"
            data-size="sm"
            disabled={download.isPending}
            onClick={() => download.mutate(format)}
          >
            {t(`export.${format}`)}
          </Button>
        ))}
      </div>
      {download.error && <ErrorState error={download.error} />}
    </>
  )
}
