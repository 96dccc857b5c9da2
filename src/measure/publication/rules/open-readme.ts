/** What lies in the open data, in bokmål and English: what each file and column means, and how to compute it again. */
import type { Licence } from '../contract.ts'

export type ReadmeFacts = {
  readonly organisation: string
  readonly edition: string
  readonly licence: Licence | null
  /** Whether names or classes were changed, so that intervals were drawn under other names. */
  readonly isUnchanged: boolean
  readonly seed: string
}

const licenceLinks: Readonly<Record<Licence, string>> = {
  'CC-BY-4.0': 'https://creativecommons.org/licenses/by/4.0/',
  'CC0-1.0': 'https://creativecommons.org/publicdomain/zero/1.0/',
}

export function openReadme(facts: ReadmeFacts): string {
  const { organisation, edition, licence, isUnchanged, seed } = facts
  const licenceLine = licence === null ? '–' : `${licence} (${licenceLinks[licence]})`
  return `# ${edition} – ${organisation}

Åpne data fra en måling av kundesentre. *Open data from a measurement of contact centres.*

Lisens / Licence: ${licenceLine}${licence === 'CC-BY-4.0' ? `\nOppgi kilden / Name the source: ${organisation}, ${edition}` : ''}

## Filene

| fil | innhold |
|---|---|
| \`edition.json\` | hele metoden: kanaler, spørsmål med poeng, områder, scorenivåer, regelen for totalen |
| \`submissions.csv\` | én linje per henvendelse, slik den ble kontrollert |
| \`results.json\` | alle tall som er publisert, med alle sifre |
| \`ranking.csv\` | rangeringen som tabell |
| \`recompute.py\` | regner ut tallene på nytt og sammenligner; trenger bare Python 3.8 eller nyere |

Kommentarer, datoer og navn på observatører og kundebehandlere er ikke med.${isUnchanged ? '' : '\nDeltakere som ikke er navngitt på den åpne siden, heter P01, P02 og så videre. Klasser som er så små at noen kunne kjennes igjen, er slått sammen til «Andre». Intervallene er trukket på nytt med de navnene og kan avvike i siste desimal fra dem deltakerne ser.'}

### Kolonnene i submissions.csv

\`contact\` henvendelsens nummer i denne filen · \`participant\` deltaker · \`class\` klasse · \`channel\` kanal (\`phone\`, \`email\`, \`chat\`, \`messenger\`) · \`answered\` \`yes\` eller \`no\` (\`no\`: ingen svarte i noen av forsøkene, og henvendelsen gir 0) · deretter én kolonne per spørsmål med id-en til svaret, \`na\` (ikke aktuelt) eller tomt (ikke spurt).

### Kolonnene i ranking.csv

\`rank\` plass blant alle · \`classRank\` plass i klassen · \`n\` henvendelser · \`nAnswered\` besvarte · \`totalResult\` totalresultat 0–100 · \`low\`, \`high\` 95 %-intervall · \`answeredScore\` score for besvarte · \`rankLow\`, \`rankHigh\` trolig plass.

### Regn ut selv

\`\`\`
python3 recompute.py
python3 recompute.py --intervals
\`\`\`

Det første regner ut score, områder, totaler, scorenivåer og plasser. Det andre trekker også intervallene på nytt og tar litt lenger tid. Med Lyttepost selv: \`npx lyttepost score edition.json submissions.csv --out ut\` gir samme \`results.json\`.

## The files

| file | holds |
|---|---|
| \`edition.json\` | the whole method: channels, questions with points, areas, bands, the rule of the total |
| \`submissions.csv\` | one line per contact, as it was reviewed |
| \`results.json\` | every published figure, with all its digits |
| \`ranking.csv\` | the ranking as a table |
| \`recompute.py\` | computes the figures again and compares; needs nothing but Python 3.8 or newer |

Comments, dates and the names of observers and agents are not included.${isUnchanged ? '' : '\nParticipants that are not named on the public page are called P01, P02 and so on. Classes so small that somebody could be recognised are put together as “Andre”. Intervals were drawn again under those names and may differ in the last decimal from those that participants see.'}

### Columns of submissions.csv

\`contact\` the contact's number in this file · \`participant\` · \`class\` · \`channel\` (\`phone\`, \`email\`, \`chat\`, \`messenger\`) · \`answered\` \`yes\` or \`no\` (\`no\`: nobody answered in any attempt, and the contact gives 0) · then one column per question with the id of the answer, \`na\` (not applicable) or nothing (not asked).

### Columns of ranking.csv

\`rank\` place among all · \`classRank\` place in the class · \`n\` contacts · \`nAnswered\` answered ones · \`totalResult\` 0–100 · \`low\`, \`high\` 95% interval · \`answeredScore\` · \`rankLow\`, \`rankHigh\` likely places.

### Compute it yourself

The commands above. The first computes scores, areas, totals, bands and places; with \`--intervals\` it also draws the intervals of the totals again from the seed \`${seed}\` (sfc32, Rao and Wu's rescaling bootstrap by channel), which takes a little longer. Likely places and questions' intervals are not computed again by the program. With Lyttepost itself, \`npx lyttepost score edition.json submissions.csv --out out\` gives the same \`results.json\`.
`
}
