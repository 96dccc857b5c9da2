export function CausesPage() {
  return null
}
