import { temporaryProject, write } from '../testing/temporary-project'
import { Compiler } from './compiler'

const FILES = { 'app.json': { pages: ['p/a'] }, 'app.js': 'App({})', 'p/a.js': 'Page({})', 'p/a.wxml': '<view/>' }

let folder: ReturnType<typeof temporaryProject>
beforeEach(() => {
  folder = temporaryProject(FILES)
})
afterEach(() => folder.remove())

it('compiles once while nothing changes', () => {
  const compiler = new Compiler(folder.root)
  expect(compiler.get()).toBe(compiler.get())
})

it('compiles again after a build, and the hash says so', () => {
  const compiler = new Compiler(folder.root)
  const before = compiler.get().hash
  write(folder.root, { 'p/a.wxml': '<view>new</view>' })
  expect(compiler.get().hash).not.toBe(before)
})

it('gives a broken build as a sentence and recovers with the next one', () => {
  const compiler = new Compiler(folder.root)
  write(folder.root, { 'app.json': '{' })
  expect(compiler.get()).toMatchObject({ error: expect.stringMatching(/^app\.json: /) })
  write(folder.root, FILES)
  expect(compiler.get()).not.toHaveProperty('error')
})
