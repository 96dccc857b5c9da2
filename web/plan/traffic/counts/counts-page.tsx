export function CountsPage() {
  return null
}
