/**
 * Who may import whom. The arrows of the design, and nothing else:
 *
 *   storefront ─► api-client ─► contract ◄─ gateway ─► commerce ◄─ commerce-postgres
 *                                             └──────► wechat
 *   wechat-sandbox, simulator ─► nothing of ours        demo ─► gateway, wechat-sandbox, simulator        test ─► anything
 *
 * Run by `pnpm lint`; scripts/import-rules.test.ts shows each rule refusing something.
 */
const MAY_IMPORT = {
  'packages/contract': [],
  'packages/api-client': ['packages/contract'],
  'packages/commerce': [],
  'packages/commerce-postgres': ['packages/commerce'],
  'packages/commerce-magento': ['packages/commerce', 'packages/commerce-postgres'],
  'packages/magento-stand-in': [],
  'packages/wechat': [],
  'packages/wechat-sandbox': [],
  'packages/simulator': [],
  'apps/storefront': ['packages/api-client', 'packages/contract'],
  'apps/gateway': [
    'packages/contract',
    'packages/commerce',
    'packages/commerce-postgres',
    'packages/commerce-magento',
    'packages/wechat',
  ],
  'apps/demo': [
    'apps/gateway',
    'packages/commerce-postgres',
    'packages/commerce-magento',
    'packages/magento-stand-in',
    'packages/wechat-sandbox',
    'packages/simulator',
  ],
}
/** A test may also start the other side of the wire that its subject speaks. */
const TESTS_MAY_IMPORT = {
  'packages/commerce-magento': ['packages/magento-stand-in'],
  'apps/gateway': ['packages/wechat-sandbox', 'packages/magento-stand-in'],
}

const OURS = '^(?:apps|packages|test)/'
const TEST_FILES = '\\.test\\.tsx?$|/testing/|/test/'
const anyOf = (paths) => paths.map((path) => `^${path}/`).join('|')

const arrows = Object.entries(MAY_IMPORT).flatMap(([who, whom]) => {
  const rule = (name, from, allowed) => ({
    name: `${who} ${name}`,
    comment: allowed.length > 0 ? `${who} may import only ${allowed.join(', ')}` : `${who} imports nothing of ours`,
    severity: 'error',
    from,
    to: { path: OURS, pathNot: anyOf([who, ...allowed]) },
  })
  const alsoInTests = TESTS_MAY_IMPORT[who]
  const path = `^${who}/`
  if (!alsoInTests) return [rule('keeps to its neighbours', { path }, whom)]
  return [
    rule('keeps to its neighbours', { path, pathNot: TEST_FILES }, whom),
    rule('tests keep to their neighbours', { path: `${path}.*(?:${TEST_FILES})` }, [...whom, ...alsoInTests]),
  ]
})

module.exports = {
  forbidden: [
    ...arrows,
    {
      name: 'a new workspace has its place',
      comment: 'Every app and package is listed in MAY_IMPORT of config/dependency-cruiser.cjs: add the new one there.',
      severity: 'error',
      from: { path: '^(?:apps|packages)/', pathNot: anyOf(Object.keys(MAY_IMPORT)) },
      to: {},
    },
    {
      name: 'only through the front door',
      comment:
        'Another workspace is imported by its name (@xiaopu/…), through its exports, never by a path into its inside.',
      severity: 'error',
      from: { path: '^((?:apps|packages)/[^/]+|test)/' },
      to: { path: OURS, pathNot: '^$1/', dependencyTypes: ['local'] },
    },
    {
      name: 'nothing of the build scripts',
      comment: 'scripts/ runs the repository; what the product shares with it lives in config/.',
      severity: 'error',
      from: { path: OURS },
      to: { path: '^scripts/' },
    },
    {
      name: 'resolvable',
      comment:
        'The import leads nowhere: a wrong path, a missing dependency, or something its package does not export.',
      severity: 'error',
      from: {},
      to: { couldNotResolve: true },
    },
    {
      name: 'no circles',
      comment:
        'Two files that need each other to run are one file, or three. Types may refer to each other: nothing of them runs.',
      severity: 'error',
      from: {},
      to: { circular: true, viaOnly: { dependencyTypesNot: ['type-only'] } },
    },
    {
      name: 'no schema library on the phone',
      comment: 'What ends up in the Mini Program takes only types from the contract: write "import type".',
      severity: 'error',
      from: { path: '^(?:apps/storefront|packages/api-client)/src/', pathNot: TEST_FILES },
      to: { path: '^packages/contract/', dependencyTypesNot: ['type-only'] },
    },
    {
      name: 'declared where it is used',
      comment: "The import is not in this workspace's own package.json.",
      severity: 'error',
      from: { path: OURS },
      to: { dependencyTypes: ['npm-no-pkg', 'npm-unknown'], dependencyTypesNot: ['type-only'] },
    },
    {
      name: 'what ships needs no dev dependency',
      comment: 'The import is a devDependency: it is missing from an installation for production.',
      severity: 'error',
      from: { path: '^(?:apps|packages)/[^/]+/src/', pathNot: TEST_FILES },
      to: { dependencyTypes: ['npm-dev'], dependencyTypesNot: ['npm', 'type-only'] },
    },
    {
      name: 'a product does not need its tests',
      comment: 'Code that ships imports no test file.',
      severity: 'error',
      from: { path: '^(?:apps|packages)/', pathNot: TEST_FILES },
      to: { path: '\\.test\\.tsx?$|^test/' },
    },
  ],
  options: {
    parser: 'tsc',
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '(?:^|/)(?:dist|\\.xiaopu|coverage)/' },
    combinedDependencies: true,
    tsPreCompilationDeps: 'specify',
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'require', 'node', 'types', 'default'],
      mainFields: ['module', 'main', 'types', 'typings'],
      extensions: ['.ts', '.tsx', '.mjs', '.cjs', '.js', '.json', '.d.ts'],
    },
    cache: { folder: '.xiaopu/depcruise', strategy: 'content' },
  },
}
