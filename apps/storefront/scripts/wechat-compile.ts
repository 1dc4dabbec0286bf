/**
 * WeChat's own compiler over a built Mini Program, without a network and without an account.
 *
 * `measurePackages` checks app.json, pages and components, compiles WXML, WXSS and JS as an upload would, and counts what each
 * package weighs. Run directly it prints them: `node --import tsx scripts/wechat-compile.ts [folder]`.
 */
import { generateKeyPairSync } from 'node:crypto'
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { pathToFileURL } from 'node:url'
import { brand } from '../../../config/brand/brand'
import { entriesOf } from './zip-entries'

const require = createRequire(import.meta.url)

/** Bytes of one package as it would be uploaded. */
export interface PackageSize {
  /** `main`, or the root of a subpackage. */
  name: string
  bytes: number
}

/** What WeChat answers about a project of an ordinary shop: the one call the compiler would make to its servers. */
const LIMITS = {
  platform: false,
  appType: 0,
  isSlave: false,
  released: true,
  gameApp: false,
  setting: {
    MaxCodeSize: 2,
    MaxSubpackageSubCodeSize: 2,
    MaxSubpackageFullCodeSize: 30,
    NavigateMiniprogramLimit: 10,
    MaxSubPackageLimit: 50,
    MinTabbarCount: 2,
    MaxTabbarCount: 5,
    MaxCustomTabbarCount: 5,
    MaxTabbarIconSize: 40,
  },
}

/**
 * @param projectPath the folder with app.json
 * @returns the main package first, then the subpackages in the order of app.json
 * @throws what WeChat's compiler says of a project it would not accept
 */
export async function measurePackages(projectPath: string): Promise<PackageSize[]> {
  const folder = await mkdtemp(join(tmpdir(), 'wechat-compile-'))
  try {
    const archive = join(folder, 'compiled.zip')
    await quietly(() => compile(projectPath, folder, archive))
    const { subPackages = [] } = JSON.parse(await readFile(join(projectPath, 'app.json'), 'utf8')) as {
      subPackages?: { root: string }[]
    }
    const roots = subPackages.map(({ root }) => root.replace(/\/+$/, ''))
    return sizesOf(entriesOf(await readFile(archive)), roots)
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}

async function compile(projectPath: string, folder: string, archive: string) {
  const ci = require('miniprogram-ci') as typeof import('miniprogram-ci')
  stayInThisProcess()
  // Any key will do: it signs uploads, and nothing is uploaded.
  const { privateKey } = generateKeyPairSync('rsa', { modulusLength: 2048 })
  const privateKeyPath = join(folder, 'key.pem')
  await writeFile(privateKeyPath, privateKey.export({ type: 'pkcs1', format: 'pem' }))
  const ignores = ['node_modules/**/*']
  const project = new ci.Project({ appid: brand.appid, type: 'miniProgram', projectPath, privateKeyPath, ignores })
  Object.assign(project, { attr: async () => LIMITS })
  const setting = { es6: true, minify: true }
  await ci.getCompiledResult(
    { project, version: '0.0.0', desc: '', setting, onProgressUpdate: () => undefined },
    archive,
  )
}

/**
 * The compiler's child processes resolve modules without following links, which a pnpm installation does not survive; these two
 * switches of its own keep it here. The list of file types it would download is its own built-in one.
 */
function stayInThisProcess() {
  const here = ['compilerInMainProcess', 'compilerNotInWorker']
  Object.assign(globalThis, { localStorage: { getItem: (key: string) => here.includes(key) || null } })
  const fileTypes = require('miniprogram-ci/dist/utils/white_ext_list.js') as {
    getWhiteExtList: () => Promise<object>
    MiniProgramWhiteList: string[]
    GameWhiteList: string[]
  }
  fileTypes.getWhiteExtList = async () => ({
    MiniProgramWhiteList: new Set(fileTypes.MiniProgramWhiteList),
    GameWhiteList: new Set(fileTypes.GameWhiteList),
  })
}

/** The compiler talks a lot on the console; what matters it throws. */
async function quietly(work: () => Promise<void>) {
  const { log, warn, info, error } = console
  const silent = () => undefined
  Object.assign(console, { log: silent, warn: silent, info: silent, error: silent })
  try {
    await work()
  } finally {
    Object.assign(console, { log, warn, info, error })
  }
}

/** Sums files by the package they lie in. */
export function sizesOf(files: { name: string; bytes: number }[], roots: string[]): PackageSize[] {
  const sizes = new Map<string, number>(['main', ...roots].map((name) => [name, 0]))
  for (const { name, bytes } of files) {
    const owner = roots.find((root) => name.startsWith(`${root}/`)) ?? 'main'
    sizes.set(owner, sizes.get(owner)! + bytes)
  }
  return [...sizes].map(([name, bytes]) => ({ name, bytes }))
}

if (process.argv[1] && import.meta.url === pathToFileURL(process.argv[1]).href) {
  const sizes = await measurePackages(resolve(process.argv[2] ?? join(import.meta.dirname, '../dist')))
  for (const { name, bytes } of sizes)
    process.stdout.write(`${name.padEnd(12)} ${bytes.toLocaleString('en').padStart(10)} B\n`)
}
