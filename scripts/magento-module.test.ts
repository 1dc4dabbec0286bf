import { execFileSync, spawnSync } from 'node:child_process'
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { root } from './lib/paths.mjs'

const folder = join(root, 'integrations/magento-module')
const files = readdirSync(folder, { recursive: true, encoding: 'utf8' }).map((file) => file.replaceAll('\\', '/'))
const text = (file: string) => readFileSync(join(folder, file), 'utf8')
const php = files.filter((file) => file.endsWith('.php'))
const xml = files.filter((file) => file.endsWith('.xml'))

/** The first thing wrong with its tags; null: each is closed by its own name, in order, around one root. */
function wrongTag(document: string): string | null {
  const open: string[] = []
  let roots = 0
  const bare = document.replace(/<\?[\s\S]*?\?>|<!--[\s\S]*?-->/g, '')
  const rest = bare.replace(/<(\/?)([\w:]+)((?:\s+[\w:]+="[^"<&]*")*)\s*(\/?)>/g, (_, end, name, __, empty) => {
    if (!end && open.length === 0) roots++
    if (end && open.pop() !== name) open.push(`</${name}>`, '')
    else if (!end && !empty) open.push(name)
    return ''
  })
  if (/[<&]/.test(rest.replace(/&(?:amp|lt|gt|quot|apos);/g, ''))) return 'a stray < or &'
  return open[0] ?? (roots === 1 ? null : `${roots} roots`)
}

test.each(['<a><b></a></b>', '<a>', '<a/><b/>', '<a b=c/>', '<a>&</a>'])('%s is seen to be no XML', (document) => {
  expect(wrongTag(document)).not.toBeNull()
})

test.each(xml)('%s is well-formed and names only classes the module has', (file) => {
  expect(wrongTag(text(file))).toBeNull()
  const named = text(file).match(/Xiaopu\\WechatStorefront\\[\w\\]+/g) ?? []
  const missing = named.filter((name) => !existsSync(join(folder, `${name.split('\\').slice(2).join('/')}.php`)))
  expect(missing).toEqual([])
})

test('composer.json names the module that registration.php registers', () => {
  const composer = JSON.parse(text('composer.json'))
  expect(composer).toMatchObject({ type: 'magento2-module', autoload: { files: ['registration.php'] } })
  expect(Object.keys(composer.autoload['psr-4'])).toEqual(['Xiaopu\\WechatStorefront\\'])
  expect(text('registration.php')).toContain("'Xiaopu_WechatStorefront'")
  expect(text('etc/module.xml')).toContain('"Xiaopu_WechatStorefront"')
})

test('the webhook is called what the README and the stand-in call it', () => {
  const sender = text('Model/Webhook/OrderWebhook.php')
  const standIn = readFileSync(join(root, 'packages/magento-stand-in/README.md'), 'utf8')
  const names = [...sender.matchAll(/public const \w+ = '([^']+)'/g)].map(([, name]) => name!)
  const fields = [...sender.matchAll(/^ {12}'(\w+)' =>/gm)].map(([, name]) => name!)
  expect(names).toHaveLength(4)
  expect(fields).toHaveLength(7)
  for (const document of [text('README.md'), standIn]) {
    expect([...names, ...fields].filter((name) => !document.includes(name))).toEqual([])
  }
})

const hasPhp = spawnSync('php', ['--version']).status === 0
const withPhp = hasPhp ? describe : describe.skip

withPhp(hasPhp ? 'with PHP' : 'PHP is not here: the syntax of the module was not looked at', () => {
  test.each(php)('%s is PHP', (file) => {
    expect(execFileSync('php', ['-l', join(folder, file)], { encoding: 'utf8' })).toContain('No syntax errors')
  })
})
