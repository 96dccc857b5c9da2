/** The mark: a post that listens, waves from both sides. */
export function Mark({ size = 28 }: { readonly size?: number }) {
  return (
    <svg width={size} height={size} viewBox="0 0 32 32" aria-hidden="true" focusable="false">
      <path
        d="M10.6 21.4a7.6 7.6 0 0 1 0-10.8M21.4 10.6a7.6 7.6 0 0 1 0 10.8M6.4 25.6a13.6 13.6 0 0 1 0-19.2M25.6 6.4a13.6 13.6 0 0 1 0 19.2"
        fill="none"
        stroke="currentColor"
        strokeWidth="2.2"
        strokeLinecap="round"
      />
      <circle cx="16" cy="16" r="3.4" fill="currentColor" />
    </svg>
  )
}
