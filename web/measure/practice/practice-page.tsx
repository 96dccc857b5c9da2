/** Where do we want to be, what does good look like here, what do we train, and what can we learn from? */
import { useSearch } from '@tanstack/react-router'
import type { Search } from '../../search.ts'
import { practiceParts } from './links.ts'
import { MaterialPart } from './material-part.tsx'
import { StandardsPart } from './standards-part.tsx'
import { TargetsPart } from './targets-part.tsx'
import { TrainingPart } from './training-part.tsx'

export function PracticePage() {
  const search = useSearch({ strict: false }) as Search
  const part = practiceParts.find((one) => one === search.part) ?? 'targets'
  switch (part) {
    case 'targets':
      return <TargetsPart />
    case 'standards':
      return <StandardsPart />
    case 'training':
      return <TrainingPart />
    case 'material':
      return <MaterialPart />
  }
}
