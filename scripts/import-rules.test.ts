import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { run } from './lib/children.mjs'
import { root } from './lib/paths.mjs'
import { tool } from './lib/tools.mjs'

/** A small repository in the shape of ours in which every file breaks a rule, or shows where a rule ends. */
const FILES: Record<string, string> = {
  'packages/contract/src/index.ts': 'export type Cart = { lines: number }\nexport const codes = [1]\n',
  'packages/contract/src/cart.ts': 'export const secret = 1\n',
  'packages/api-client/src/index.ts':
    "import type { Cart } from '@xiaopu/contract'\nexport const client = (cart: Cart) => cart\n",
  'packages/api-client/src/parse.ts': "import { codes } from '@xiaopu/contract'\nexport const parsed = codes\n",
  'packages/commerce/src/index.ts': 'export const commerce = 1\n',
  'packages/commerce-postgres/src/index.ts': "export { commerce } from '@xiaopu/commerce'\n",
  'packages/commerce-postgres/src/leak.ts': "import { codes } from '@xiaopu/contract'\nexport const leak = codes\n",
  'packages/wechat/src/index.ts': 'export const wechat = 1\n',
  'packages/wechat-sandbox/src/index.ts': 'export const sandbox = 1\n',
  'packages/wechat-sandbox/src/shared.ts': "import { wechat } from '@xiaopu/wechat'\nexport const shared = wechat\n",
  'packages/wechat-sandbox/src/types.ts':
    "import type { wechat } from '@xiaopu/wechat'\nexport type Shared = typeof wechat\n",
  'packages/simulator/src/index.ts': 'export const simulator = 1\n',
  'packages/simulator/src/peek.ts': "export { simulatorPeeks } from '@xiaopu/gateway'\n",
  'packages/newcomer/src/index.ts': "import './other'\n",
  'packages/newcomer/src/other.ts': 'export const other = 1\n',
  'apps/gateway/src/index.ts': "import { commerce } from '@xiaopu/commerce'\nexport const gateway = commerce\n",
  'apps/gateway/src/shortcut.ts':
    "import { secret } from '../../../packages/contract/src/cart'\nexport const shortcut = secret\n",
  'apps/gateway/src/inside.ts': "import { secret } from '@xiaopu/contract/src/cart'\nexport const inside = secret\n",
  'apps/gateway/src/sandboxed.ts':
    "import { sandbox } from '@xiaopu/wechat-sandbox'\nexport const sandboxed = sandbox\n",
  'apps/gateway/src/payment.test.ts':
    "import { sandbox } from '@xiaopu/wechat-sandbox'\nexport const tested = sandbox\n",
  'apps/gateway/src/round.ts': "import { about } from './about'\nexport const round = () => about\n",
  'apps/gateway/src/about.ts': "import { round } from './round'\nexport const about = () => round\n",
  'apps/gateway/src/order.ts': "import type { Refund } from './refund'\nexport type Order = { refunds: Refund[] }\n",
  'apps/gateway/src/refund.ts': "import type { Order } from './order'\nexport type Refund = { of: Order }\n",
  'apps/gateway/src/needs-test.ts': "import { tested } from './payment.test'\nexport const needsTest = tested\n",
  'apps/storefront/src/app.tsx':
    "import { client } from '@xiaopu/api-client'\nimport type { Cart } from '@xiaopu/contract'\nexport const App = (cart: Cart) => <p>{String(client(cart))}</p>\n",
  'apps/storefront/src/validate.tsx':
    "import { codes } from '@xiaopu/contract'\nexport const Codes = () => <p>{codes}</p>\n",
  'apps/storefront/src/server.ts': "import { gateway } from '@xiaopu/gateway'\nexport const server = gateway\n",
  'apps/demo/src/index.ts':
    "import { gateway } from '@xiaopu/gateway'\nimport { sandbox } from '@xiaopu/wechat-sandbox'\nimport { simulator } from '@xiaopu/simulator'\nexport const demo = [gateway, sandbox, simulator]\n",
  'apps/demo/src/short.ts': "import { commerce } from '@xiaopu/commerce'\nexport const short = commerce\n",
  'test/journeys/purchase.test.ts':
    "import { demo } from '@xiaopu/demo'\nimport { codes } from '@xiaopu/contract'\nexport const journey = [demo, codes]\n",
}

const workspaces = [
  ...new Set(
    Object.keys(FILES).map((file) => (file.startsWith('test/') ? 'test' : file.split('/').slice(0, 2).join('/'))),
  ),
]
const nameOf = (workspace: string) => `@xiaopu/${workspace.split('/').at(-1)}`

let folder: string
/** Per file, the names of the rules it breaks. */
let broken: Record<string, string[]>

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'import-rules-'))
  const write = (file: string, text: string) => {
    mkdirSync(dirname(join(folder, file)), { recursive: true })
    writeFileSync(join(folder, file), text)
  }
  for (const [file, text] of Object.entries(FILES)) write(file, text)
  const dependencies = Object.fromEntries(workspaces.map((workspace) => [nameOf(workspace), 'workspace:*']))
  for (const workspace of workspaces) {
    const manifest = { name: nameOf(workspace), type: 'module', exports: { '.': './src/index.ts' }, dependencies }
    write(`${workspace}/package.json`, JSON.stringify(manifest))
  }
  write('package.json', JSON.stringify({ name: 'xiaopu' }))
  mkdirSync(join(folder, 'node_modules/@xiaopu'), { recursive: true })
  for (const workspace of workspaces)
    symlinkSync(join(folder, workspace), join(folder, 'node_modules', nameOf(workspace)), 'junction')

  const config = join(root, 'config/dependency-cruiser.cjs')
  const args = [tool.depcruise(), '-c', config, '--output-type', 'json', 'apps', 'packages', 'test']
  const { output } = await run(process.execPath, args, { cwd: folder })
  const { summary } = JSON.parse(output.slice(output.indexOf('{'), output.lastIndexOf('}') + 1))
  expect(summary.totalCruised).toBeGreaterThanOrEqual(Object.keys(FILES).length)
  broken = {}
  for (const { from, rule } of summary.violations) broken[from] = [...(broken[from] ?? []), rule.name]
}, 60_000)

afterAll(() => rmSync(folder, { recursive: true, force: true }))

describe('refused', () => {
  test.each<[string, string, string]>([
    [
      'a commerce backend that knows the wire',
      'packages/commerce-postgres/src/leak.ts',
      'packages/commerce-postgres keeps to its neighbours',
    ],
    [
      'a sandbox that shares the code it is there to check',
      'packages/wechat-sandbox/src/shared.ts',
      'packages/wechat-sandbox keeps to its neighbours',
    ],
    [
      'a sandbox that shares even a type',
      'packages/wechat-sandbox/src/types.ts',
      'packages/wechat-sandbox keeps to its neighbours',
    ],
    [
      'a simulator that peeks at the gateway',
      'packages/simulator/src/peek.ts',
      'packages/simulator keeps to its neighbours',
    ],
    [
      'a storefront that imports the gateway',
      'apps/storefront/src/server.ts',
      'apps/storefront keeps to its neighbours',
    ],
    ['a demo that goes past the gateway', 'apps/demo/src/short.ts', 'apps/demo keeps to its neighbours'],
    ['a gateway that ships the sandbox', 'apps/gateway/src/sandboxed.ts', 'apps/gateway keeps to its neighbours'],
    ['a schema on the phone', 'apps/storefront/src/validate.tsx', 'no schema library on the phone'],
    [
      'a schema in the client that goes to the phone',
      'packages/api-client/src/parse.ts',
      'no schema library on the phone',
    ],
    ["a path into another package's inside", 'apps/gateway/src/shortcut.ts', 'only through the front door'],
    ['something a package does not export', 'apps/gateway/src/inside.ts', 'resolvable'],
    ['a circle', 'apps/gateway/src/about.ts', 'no circles'],
    ['a product that needs its test', 'apps/gateway/src/needs-test.ts', 'a product does not need its tests'],
    ['a new package without a place in the rules', 'packages/newcomer/src/index.ts', 'a new workspace has its place'],
  ])('%s', (_what, file, rule) => {
    expect(broken[file]).toContain(rule)
  })
})

describe('allowed', () => {
  test.each([
    ['the arrows of the design', 'apps/demo/src/index.ts'],
    ["the contract's types in the storefront", 'apps/storefront/src/app.tsx'],
    ["the contract's types in the client", 'packages/api-client/src/index.ts'],
    ["the sandbox in a gateway's test", 'apps/gateway/src/payment.test.ts'],
    ['types that refer to each other', 'apps/gateway/src/order.ts'],
    ['anything in a journey', 'test/journeys/purchase.test.ts'],
  ])('%s', (_what, file) => {
    expect(broken[file]).toBeUndefined()
  })
})
