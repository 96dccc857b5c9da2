import type { ExampleInputs } from './index.ts'

const file = () =>
  new File(
    ['Utgave;År;Klasse;Deltaker;Tall;Verdi\n2023;2023;Reise;Fjordlinja;Totalresultat;71,4\n'],
    'tidligere.csv',
    {
      type: 'text/csv',
    },
  )

export const trendInputs: ExampleInputs = {
  'trend.earlier.previewImport': async () => ({ file: file() }),
  'trend.earlier.import': async () => ({ file: file() }),
}
