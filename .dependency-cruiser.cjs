/** The arrows between the rooms of the house. Each rule names the one thing that it protects. */
const feature = '^src/(organisation|measure/[^/]+|understand/[^/]+|plan/[^/]+)/'

module.exports = {
  forbidden: [
    {
      name: 'no-cycles',
      severity: 'error',
      from: {},
      to: { circular: true, viaOnly: { dependencyTypesNot: ['type-only'] } },
    },
    {
      name: 'kernel-imports-nothing',
      severity: 'error',
      from: { path: '^src/kernel/', pathNot: '\\.test\\.ts$' },
      to: { pathNot: '^src/kernel/' },
    },
    {
      name: 'rules-are-pure',
      severity: 'error',
      comment: 'rules import only the kernel, rules of their own feature, and contracts',
      from: { path: '/rules/', pathNot: '\\.test\\.ts$' },
      to: { path: '^(src|web|node:)', pathNot: ['^src/kernel/', '/rules/', '/contract\\.ts$'] },
    },
    {
      name: 'contract-is-safe-in-the-browser',
      severity: 'error',
      from: { path: '/contract\\.ts$' },
      to: { pathNot: ['^src/kernel/', '/contract\\.ts$', '/rules/', 'node_modules/(@orpc/contract|zod)'] },
    },
    {
      name: 'features-meet-at-the-door',
      severity: 'error',
      comment: 'another feature is reached through its index.ts, its contract or its rules only',
      from: { path: `${feature}`, pathNot: '\\.test\\.ts$' },
      to: { path: `${feature}`, pathNot: ['^src/$1/', '/index\\.ts$', '/contract\\.ts$', '/rules/'] },
    },
    {
      name: 'platform-knows-no-feature',
      severity: 'error',
      from: { path: '^src/platform/' },
      to: { path: '^src/(organisation|measure|understand|plan|demo|app|cli)' },
    },
    {
      name: 'only-stores-speak-sql',
      severity: 'error',
      from: { path: '^src/', pathNot: ['store\\.ts$', '^src/platform/', '\\.test\\.ts$'] },
      to: { path: 'node_modules/(kysely|pg)/' },
    },
    {
      name: 'web-takes-contracts-rules-kernel',
      severity: 'error',
      from: { path: '^web/' },
      to: { path: '^src/', pathNot: ['/contract\\.ts$', '/rules/', '^src/kernel/'] },
    },
    { name: 'server-knows-no-page', severity: 'error', from: { path: '^src/' }, to: { path: '^web/' } },
  ],
  options: {
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    doNotFollow: { path: 'node_modules' },
    enhancedResolveOptions: {
      extensions: ['.ts', '.tsx', '.js', '.mjs', '.json'],
      exportsFields: ['exports'],
      conditionNames: ['import', 'node', 'default'],
    },
  },
}
