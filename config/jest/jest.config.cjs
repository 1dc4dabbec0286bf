const { resolve } = require('node:path')

/** One Jest run, several projects: each says what kind of test it holds and what it runs in. */
const root = resolve(__dirname, '../..')

// swc strips the types; packages that only ship ES modules go through it too.
const transform = {
  '^.+\\.m?[jt]sx?$': [
    '@swc/jest',
    {
      jsc: {
        parser: { syntax: 'typescript', tsx: true },
        transform: { react: { runtime: 'automatic' } },
        target: 'es2022',
      },
      module: { type: 'commonjs' },
    },
  ],
}
const esmOnly = ['rettime', 'until-async', '@open-draft/deferred-promise']
const transformIgnorePatterns = [`/node_modules/(?!(?:\\.pnpm/[^/]+/node_modules/)?(?:${esmOnly.join('|')})/)`]
const patience = '<rootDir>/config/jest/patience.cjs'
const shared = {
  rootDir: root,
  transform,
  transformIgnorePatterns,
  modulePathIgnorePatterns: ['<rootDir>/.xiaopu/'],
  testRunner: '<rootDir>/config/jest/costs/measured-runner.cjs',
  setupFilesAfterEnv: [patience],
}
const node = { ...shared, testEnvironment: '<rootDir>/config/jest/worker/node-environment.cjs' }

module.exports = {
  testSequencer: `${__dirname}/costs/longest-first.cjs`,
  reporters: ['default', `${__dirname}/costs/cost-reporter.mjs`],
  projects: [
    { ...node, displayName: 'packages', testMatch: ['<rootDir>/packages/*/src/**/*.test.ts'] },
    { ...node, displayName: 'gateway', testMatch: ['<rootDir>/apps/{gateway,demo}/src/**/*.test.ts'] },
    // The repository's own commands and rules.
    { ...node, displayName: 'workspace', testMatch: ['<rootDir>/{scripts,config}/**/*.test.ts'] },
    {
      ...shared,
      displayName: 'storefront',
      testEnvironment: 'jest-fixed-jsdom',
      setupFilesAfterEnv: [
        patience,
        '<rootDir>/apps/storefront/src/testing/patience.ts',
        '<rootDir>/apps/storefront/src/testing/sentences.ts',
      ],
      testMatch: ['<rootDir>/apps/storefront/{src,scripts}/**/*.test.{ts,tsx}'],
      // Sources, not the compiled output: Taro's components become HTML, WeChat a set of mocks.
      moduleNameMapper: {
        '^@tarojs/components$': '<rootDir>/apps/storefront/src/testing/taro-components.tsx',
        '^@tarojs/taro$': '<rootDir>/apps/storefront/src/testing/taro.ts',
        '\\.scss$': '<rootDir>/apps/storefront/src/testing/style.ts',
      },
      globals: { XIAOPU_API_ORIGIN: 'https://api.shiwu.example' },
    },
    {
      ...shared,
      displayName: 'components',
      testEnvironment: 'jest-fixed-jsdom',
      setupFilesAfterEnv: [patience, '<rootDir>/test/components/harness/setup.ts'],
      testMatch: ['<rootDir>/test/components/**/*.test.ts'],
    },
    {
      ...node,
      displayName: 'journeys',
      globalSetup: '<rootDir>/test/journeys/harness/global-setup.ts',
      globalTeardown: '<rootDir>/test/journeys/harness/global-teardown.ts',
      testMatch: ['<rootDir>/test/journeys/**/*.test.ts'],
    },
  ],
}
