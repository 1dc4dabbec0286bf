import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { advice, InstallFailed } from './advice.mjs'
import { installHash, packagesAreCurrent, workspacesIn } from './install.mjs'
import { countPackages, followInstall } from './install-progress.mjs'
import { toEnvironment } from './npm.mjs'
import { root } from './paths.mjs'

const LOCKFILE = `lockfileVersion: '9.0'

importers:

  .:
    devDependencies:
      jest:
        specifier: 30.5.2
        version: 30.5.2

  apps/gateway:
    dependencies: {}

packages:

  jest@30.5.2:
    resolution: {integrity: sha512-one}

snapshots:

  '@esbuild/linux-x64@0.28.2':
    optional: true

  jest@30.5.2: {}

  zod@4.6.7:
    dependencies:
      nothing: 1.0.0
`

describe('an install that fails says what to do', () => {
  test.each([
    ['ERR_PNPM_OUTDATED_LOCKFILE Cannot install with "frozen-lockfile"', /pnpm-lock\.yaml does not match/],
    ['request to the registry failed, reason: connect ECONNREFUSED', /did not answer.*proxy/],
    ['ENOSPC: no space left on device', /disk is full/],
    ['EACCES: permission denied, mkdir', /cannot be written/],
    ['SELF_SIGNED_CERT_IN_CHAIN', /cafile/],
    ['ERR_PNPM_FETCH_403 Forbidden - 403', /refused access/],
    ['something nobody has seen', /run the same command again/],
  ])('%s', (why, what) => {
    expect(advice(why)).toMatch(what)
  })

  test('its message holds what the program said', () => {
    const { message } = new InstallFailed('Installing the packages failed.', 'ENOTFOUND\n\nat stack')
    expect(message).toMatch(/^Installing the packages failed\.\n {2}ENOTFOUND\n {2}at stack\n\nWhat to do: /)
  })
})

describe('whether to install', () => {
  let clone: string
  beforeEach(() => {
    clone = mkdtempSync(join(tmpdir(), 'install-'))
    mkdirSync(join(clone, 'apps/gateway'), { recursive: true })
    mkdirSync(join(clone, 'node_modules'))
    writeFileSync(join(clone, 'pnpm-lock.yaml'), LOCKFILE)
    writeFileSync(join(clone, 'pnpm-workspace.yaml'), 'packages: [apps/*]\n')
    writeFileSync(join(clone, 'package.json'), '{}')
    writeFileSync(join(clone, 'apps/gateway/package.json'), '{}')
  })
  afterEach(() => rmSync(clone, { recursive: true, force: true }))
  const stamp = () => writeFileSync(join(clone, 'node_modules/.xiaopu-install'), installHash(clone))

  test('a fresh clone installs', () => {
    expect(packagesAreCurrent(clone)).toBe(false)
  })

  test('an unchanged tree does not install again', () => {
    stamp()
    expect(packagesAreCurrent(clone)).toBe(true)
  })

  test.each(['pnpm-lock.yaml', 'pnpm-workspace.yaml', 'package.json', 'apps/gateway/package.json'])(
    'a changed %s does',
    (file) => {
      stamp()
      writeFileSync(join(clone, file), `${file === 'pnpm-lock.yaml' ? LOCKFILE : '{}'}\n# changed\n`)
      expect(packagesAreCurrent(clone)).toBe(false)
    },
  )

  test('so does a deleted node_modules', () => {
    stamp()
    rmSync(join(clone, 'node_modules'), { recursive: true })
    expect(packagesAreCurrent(clone)).toBe(false)
  })

  test('the workspaces are those of the lockfile', () => {
    expect(workspacesIn(LOCKFILE)).toEqual(['.', 'apps/gateway'])
    cpSync(join(root, 'pnpm-lock.yaml'), join(clone, 'pnpm-lock.yaml'))
    expect(installHash(clone)).toMatch(/^[0-9a-f]{64}$/)
  })
})

describe('how far an install is', () => {
  const event = (name: string, rest: object) => JSON.stringify({ time: 1, level: 'debug', name, ...rest })

  test('packages for other platforms do not count', () => {
    const install = followInstall(countPackages(LOCKFILE))
    expect(install.now).toEqual({ imported: 0, fetched: 0, expected: 3 })
    install.read(event('pnpm:skipped-optional-dependency', { package: { id: '@esbuild/linux-x64@0.28.2' } }))
    install.read(event('pnpm:progress', { status: 'fetched', packageId: 'jest@30.5.2' }))
    install.read(event('pnpm:progress', { status: 'imported', to: 'node_modules/jest' }))
    expect(install.now).toEqual({ imported: 1, fetched: 1, expected: 2 })
  })

  test('errors are kept, in whatever form pnpm prints them', () => {
    const install = followInstall(1)
    install.read(event('pnpm', { level: 'error', code: 'ERR_PNPM_OUTDATED_LOCKFILE', message: 'out of date' }))
    install.read(event('pnpm', { level: 'error', err: { code: 'ENOSPC', message: 'disk' } }))
    install.read('{ not json')
    install.read('Killed')
    expect(install.complaints).toBe('ERR_PNPM_OUTDATED_LOCKFILE out of date\nENOSPC disk\n{ not json\nKilled')
  })
})

describe("the person's npm settings reach pnpm", () => {
  test('registry, proxy and certificates, under the names of both pnpm generations', () => {
    const config = {
      registry: 'https://mirror.example/',
      proxy: 'http://p:1',
      'https-proxy': 'http://p:2',
      cafile: '/ca.pem',
    }
    expect(toEnvironment({ ...config, noproxy: ['a', 'b'], 'strict-ssl': false })).toMatchObject({
      pnpm_config_registry: 'https://mirror.example/',
      npm_config_registry: 'https://mirror.example/',
      pnpm_config_http_proxy: 'http://p:1',
      npm_config_proxy: 'http://p:1',
      pnpm_config_https_proxy: 'http://p:2',
      pnpm_config_cafile: '/ca.pem',
      npm_config_noproxy: 'a,b',
      pnpm_config_strict_ssl: 'false',
    })
  })

  test('nothing else of them does, and what is not set stays unset', () => {
    const config = { proxy: null, noproxy: [''], cafile: undefined, 'strict-ssl': true, prefix: '/usr' }
    expect(toEnvironment(config)).toEqual({})
  })
})
