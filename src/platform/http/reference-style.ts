/** The reference page's style sheet: light and dark, readable on a phone. */
export const referenceStyle = `
:root { color-scheme: light dark; --accent: light-dark(#0b5c5c, #6fc7c4); --line: light-dark(#d5dadd, #3a4347); --soft: light-dark(#f4f6f7, #1d2427) }
body { font: 16px/1.6 system-ui, sans-serif; max-width: 62rem; margin: 0 auto; padding: 1.5rem; color: light-dark(#1b2326, #e6eaec); background: light-dark(#fff, #14191b); overflow-wrap: anywhere }
h1 small { font-weight: 400; font-size: 1rem }
h2 { margin: 2.5rem 0 .5rem }
h3 { margin: 1.25rem 0 .25rem; font-size: 1rem }
a { color: var(--accent) }
nav a { margin-right: 1rem }
details { border-bottom: 1px solid var(--line) }
details > div { padding: 0 0 1.5rem 1.25rem }
summary { cursor: pointer; padding: .6rem .25rem }
summary b { display: inline-block; min-width: 4.5rem; color: var(--accent) }
summary span { display: block; margin-left: 5.75rem }
summary:focus-visible, pre:focus-visible, a:focus-visible { outline: 3px solid var(--accent); outline-offset: 2px }
table { border-collapse: collapse; width: 100%; font-size: .9rem; font-variant-numeric: tabular-nums }
th, td { text-align: left; vertical-align: top; padding: .3rem .75rem .3rem 0; border-bottom: 1px solid var(--line) }
td:first-child { min-width: 9rem }
pre { background: var(--soft); padding: .75rem; overflow: auto; max-height: 22rem; font-size: .85rem; overflow-wrap: normal }
@media (max-width: 40rem) { body { padding: 1rem } summary span { margin-left: 1.2rem } details > div { padding-left: 0 } td:first-child { min-width: 7rem } }
`
