/** Our own few line icons on a 24-unit grid. Always decoration: the text beside them carries the meaning. */
const paths = {
  home: 'M4 11.5 12 5l8 6.5M6.5 10v9h11v-9M10 19v-5h4v5',
  measure: 'M4 19h16M7 19v-6M12 19V6M17 19v-9',
  understand: 'M4 6.5h16v10H11l-4 3.5v-3.5H4zM8 10h8M8 13h5',
  plan: 'M5 6.5h14v13H5zM5 10.5h14M9 4v4M15 4v4M9 14h2M13 14h2',
  chevron: 'm7 9.5 5 5 5-5',
  right: 'm9.5 7 5 5-5 5',
  left: 'm14.5 7-5 5 5 5',
  first: 'M7 7v10m10-10-5 5 5 5',
  last: 'M17 7v10M7 7l5 5-5 5',
  close: 'm6.5 6.5 11 11m0-11-11 11',
  check: 'm5.5 12.5 4 4 9-9.5',
  warning: 'M12 4.5 3.5 19.5h17zM12 10v4.5M12 17v.2',
  error: 'M8.5 3.8h7l4.7 4.7v7l-4.7 4.7h-7l-4.7-4.7v-7zM12 8v5M12 15.8v.2',
  information: 'M12 4a8 8 0 1 0 0 16 8 8 0 0 0 0-16ZM12 11v5M12 8v.2',
  search: 'M10.5 5a5.5 5.5 0 1 0 0 11 5.5 5.5 0 0 0 0-11ZM14.8 14.8 19.5 19.5',
  download: 'M12 4.5v10m-4-4 4 4 4-4M5 19h14',
  upload: 'M12 15V5m-4 4 4-4 4 4M5 19h14',
  print: 'M7.5 9V4.5h9V9M7.5 16H5V9h14v7h-2.5M7.5 13.5h9v6h-9z',
  columns: 'M4.5 5.5h15v13h-15zM9.5 5.5v13M14.5 5.5v13',
  table: 'M4.5 5.5h15v13h-15zM4.5 10h15M4.5 14.3h15M10 10v8.5',
  chart: 'M4.5 19h15M6.5 15.5l4-5 3.5 3 4.5-6.5',
  keyboard: 'M3.5 7h17v10h-17zM7 10.2v.1M10.3 10.2v.1M13.6 10.2v.1M17 10.2v.1M8 13.8h8',
  person: 'M12 5a3.5 3.5 0 1 0 0 7 3.5 3.5 0 0 0 0-7ZM5 19.5c.7-3.3 3.4-5 7-5s6.3 1.7 7 5',
  people:
    'M9 6a3 3 0 1 0 0 6 3 3 0 0 0 0-6ZM3.5 18.5c.5-2.8 2.6-4.2 5.5-4.2s5 1.4 5.5 4.2M15.5 6.5a2.6 2.6 0 0 1 0 5.1M17 14.4c1.9.5 3.1 1.8 3.5 4.1',
  clock: 'M12 4a8 8 0 1 0 0 16 8 8 0 0 0 0-16ZM12 8v4.3l2.8 1.8',
  circle: 'M12 7.5a4.5 4.5 0 1 0 0 9 4.5 4.5 0 0 0 0-9Z',
  dash: 'M7 12h10',
  pause: 'M9 7v10M15 7v10',
  phone:
    'M6 4.5h3.2l1.5 4-2 1.6a10 10 0 0 0 5.2 5.2l1.6-2 4 1.5V18c0 1-.8 1.7-1.8 1.6C10.600 19.100 4.900 13.400 4.400 6.300 4.300 5.300 5 4.500 6 4.500Z',
  email: 'M4 6.5h16v11H4zM4.500 7l7.500 6 7.500-6',
  chat: 'M4 5.500h16v10.500h-8l-4 3.500v-3.500H4z',
  messenger:
    'M12 4.500c4.600 0 8 3.200 8 7.300s-3.400 7.200-8 7.200c-.9 0-1.700-.1-2.500-.3L6.500 20v-2.900C5 15.800 4 13.900 4 11.800c0-4.100 3.400-7.300 8-7.300ZM7.500 13.500l3-3 2.500 2 3.500-3',
} as const

export type IconName = keyof typeof paths

export function Icon({ name, size = 20 }: { readonly name: IconName; readonly size?: number }) {
  return (
    <svg
      className="lp-icon"
      width={size}
      height={size}
      viewBox="0 0 24 24"
      fill="none"
      stroke="currentColor"
      strokeWidth="1.75"
      strokeLinecap="round"
      strokeLinejoin="round"
      aria-hidden="true"
      focusable="false"
    >
      <path d={paths[name]} />
    </svg>
  )
}
