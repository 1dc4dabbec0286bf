import { FIXTURE } from '../testing/fixture'
import { temporaryProject } from '../testing/temporary-project'
import { compileMiniProgram } from './compile'
import { HIDDEN } from './modules'

type Files = Record<string, string | object>

const PAGE: Files = { 'app.json': { pages: ['p/a'] }, 'app.js': 'App({})', 'p/a.js': 'Page({})', 'p/a.wxml': '<view/>' }

function compiled<T>(files: Files, look: (root: string) => T): T {
  const folder = temporaryProject(files)
  try {
    return look(folder.root)
  } finally {
    folder.remove()
  }
}
const warnings = (files: Files) => compiled({ ...PAGE, ...files }, (root) => compileMiniProgram(root).warnings)

interface Payload {
  pages: string[]
  configs: Record<string, { styleScope: string; usingComponents: Record<string, string> }>
}
type Provide = (...provided: unknown[]) => Record<string, [Record<string, string>, (...args: unknown[]) => void]>

/** Runs the compiled script as the browser would and gives what it hands over. */
function handedOver(root: string): { payload: Payload; scripts: Provide } {
  let result: { payload: Payload; scripts: Provide } | undefined
  const { script } = compileMiniProgram(root)
  const take = (payload: Payload, _templates: unknown, scripts: Provide) => {
    result = { payload, scripts }
  }
  new Function('__xiaopuApp', 'wxsChange', 'wxsEvent', script)(take)
  return result!
}

describe('a Mini Program', () => {
  it('compiles without a warning', () => {
    const { pages, warnings: found, hash } = compileMiniProgram(FIXTURE)
    expect(found).toEqual([])
    expect(pages).toContain('trade/order/index')
    expect(compileMiniProgram(FIXTURE).hash).toBe(hash)
  })

  it('gives components of their own a style scope and resolves who uses whom', () => {
    const { payload } = handedOver(FIXTURE)
    expect(payload.configs['pages/home/index']).toMatchObject({
      styleScope: '',
      usingComponents: { stepper: '/components/stepper/index' },
    })
    expect(payload.configs['components/stepper/index']!.styleScope).toMatch(/^s\d+$/)
  })

  it.each<[string, string, Files]>([
    [
      'a page without WXML',
      'app.json: page "p/b" has no p/b.wxml',
      { 'app.json': { pages: ['p/a', 'p/b'] }, 'p/b.js': '' },
    ],
    ['a missing module', "p/a.js: cannot resolve require('./gone')", { 'p/a.js': "require('./gone');Page({})" }],
    [
      'a missing component',
      'p/a.json: cannot resolve component <x> ./gone',
      { 'p/a.json': { usingComponents: { x: './gone' } } },
    ],
    ['a missing template', 'p/a.wxml: gone.wxml is missing', { 'p/a.wxml': '<import src="gone.wxml"/>' }],
    [
      'a tab outside the main package',
      'app.json: tab "s/c" must be a page of the main package',
      {
        'app.json': {
          pages: ['p/a'],
          subPackages: [{ root: 's', pages: ['c'] }],
          tabBar: { list: [{ pagePath: 'p/a' }, { pagePath: 's/c' }] },
        },
        's/c.wxml': '',
      },
    ],
    [
      'a missing tab icon',
      'app.json: tab icon i.png is missing',
      {
        'app.json': {
          pages: ['p/a', 'p/b'],
          tabBar: { list: [{ pagePath: 'p/a', iconPath: 'i.png' }, { pagePath: 'p/b' }] },
        },
        'p/b.wxml': '',
      },
    ],
  ])('is warned about %s', (_name, warning, files) => expect(warnings(files)).toEqual([warning]))

  it('is warned where its WXML is wrong', () => {
    expect(warnings({ 'p/a.wxml': '<view>\n<text>{{ 1 + }}</text>\n</view>' })[0]).toMatch(/^p\/a\.wxml:2: /)
  })

  it.each<[string, RegExp, Files]>([
    ['no app.json', /There is no app\.json in .*Build the Mini Program first/, {}],
    ['an app.json that does not parse', /^app\.json: /, { 'app.json': '{' }],
    ['no pages', /"pages" is empty/, { 'app.json': {} }],
  ])('does not compile with %s', (_name, message, files) =>
    compiled(files, (root) => expect(() => compileMiniProgram(root)).toThrow(message)),
  )
})

describe('its scripts', () => {
  const exported = (code: string) =>
    compiled({ ...PAGE, 'app.js': code }, (root) => {
      const table = handedOver(root).scripts('wx', 'App')
      const module = { exports: {} as Record<string, unknown> }
      table['app.js']![1](() => ({}), module, module.exports)
      return module.exports
    })

  it('see none of the browser’s globals, even where the language has them', () => {
    const names = ['fetch', 'URL', 'TextEncoder', 'AbortController', 'structuredClone', 'queueMicrotask', 'performance']
    const types = exported(`module.exports = { ${names.map((name) => `${name}: typeof ${name}`)} }`)
    expect(new Set(Object.values(types))).toEqual(new Set(['undefined']))
    expect(HIDDEN).toEqual(expect.arrayContaining([...names, 'window', 'document', 'localStorage', 'XMLHttpRequest']))
  })

  it('may declare those names themselves', () => {
    expect(
      exported(
        "'use strict'; const URL = 1; let window = 2; function fetch() {}; module.exports = { sum: URL + window }",
      ),
    ).toEqual({ sum: 3 })
  })

  it('may be ES modules', () => {
    expect(exported('export const answer = 42')).toMatchObject({ answer: 42 })
  })

  it('find what they require next to them, in index.js and in miniprogram_npm', () => {
    const files = {
      ...PAGE,
      'p/a.js': "require('./b'); require('../lib'); require('dayjs'); Page({})",
      'p/b.js': '',
      'lib/index.js': '',
      'miniprogram_npm/dayjs/index.js': '',
    }
    const refs = compiled(files, (root) => handedOver(root).scripts()['p/a.js']![0])
    expect(refs).toEqual({ './b': 'p/b.js', '../lib': 'lib/index.js', dayjs: 'miniprogram_npm/dayjs/index.js' })
  })
})
