import { cpSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Locator } from 'playwright-core'
import { FIXTURE } from './testing/fixture'
import { TestPhone } from './testing/phone'
import { write } from './testing/temporary-project'

const WIDE = { width: 1280, height: 940 }

let project: string
let phone: TestPhone
beforeAll(async () => {
  project = mkdtempSync(join(tmpdir(), 'mini-program-'))
  cpSync(FIXTURE, project, { recursive: true })
  phone = await TestPhone.start(project)
})
afterAll(async () => {
  await phone?.close()
  rmSync(project, { recursive: true, force: true })
})

const card = (name: string): Locator => phone.page.getByRole('region', { name, exact: true })

async function until(holds: () => boolean): Promise<void> {
  while (!holds()) await new Promise((resolve) => setImmediate(resolve))
}

describe('the panel', () => {
  beforeEach(() => phone.open('', WIDE))

  it('shows what WeChat knows of an order and pays it without the phone', async () => {
    const payments = card('微信支付')
    await payments.getByText('¥128.88').waitFor()
    await payments.getByText('待支付').waitFor()
    await payments.getByRole('button', { name: '代付' }).click()
    await payments.getByLabel('下一次支付回调').selectOption('丢失')
    await until(() => phone.wechat.controlled.length === 2)
    expect(phone.wechat.controlled).toEqual(['orders/A1/approve {}', 'callbacks/next [{"do":"lose"}]'])
  })

  it('counts setData by page and lists requests', async () => {
    await phone.tap('加载')
    await card('网络请求')
      .getByRole('row', { name: /POST \/hello 201/ })
      .waitFor()
    await card('setData')
      .getByRole('row', { name: /pages\/home\/index \d+ 次/ })
      .waitFor()
  })

  it('shows errors of the Mini Program and what it asked for in vain', async () => {
    await phone.open('#/pages/device/index', WIDE)
    await phone.tap('出错')
    await phone.tap('蓝牙')
    await card('控制台').getByText('这一页坏了').waitFor()
    await card('控制台').getByText('wx.openBluetoothAdapter: not supported by the simulator').waitFor()
  })

  it('sets the phone: theme, network and permission', async () => {
    await phone.open('#/pages/device/index', WIDE)
    const settings = card('手机')
    await settings.getByRole('button', { name: '深色' }).click()
    await phone.sees('主题 dark')
    await settings.getByRole('button', { name: '拒绝' }).click()
    await phone.tap('定位')
    await phone.sees('getLocation:fail auth deny')
    await settings.getByRole('button', { name: '断网' }).click()
    expect(await settings.getByRole('button', { name: '断网' }).getAttribute('aria-pressed')).toBe('true')
  })

  it('hands the phone to someone else, who has other addresses', async () => {
    await card('手机').getByLabel('使用者').selectOption('陈屿')
    await phone.page.waitForLoadState()
    await phone.top.getByText('台灯').click()
    await phone.tap('选择地址')
    await phone.sheet('选择收货地址').getByText('还没有收货地址').waitFor()
  })

  it('forgets everything on demand', async () => {
    await phone.hooks((xiaopu) => xiaopu.wx.setStorageSync('token', 't'))
    await card('手机').getByRole('button', { name: '清空数据并重启' }).click()
    await phone.page.waitForFunction(`window.xiaopu?.wx.getStorageSync('token') === ''`)
  })

  it('speaks English too, and says what is not modelled', async () => {
    await card('这里没有模拟什么')
      .getByText(/没有 Skyline/)
      .waitFor()
    await phone.page.getByRole('button', { name: 'English' }).click()
    await card('What is not modelled')
      .getByText(/no Skyline/)
      .waitFor()
  })

  it('waits behind a button on a narrow window', async () => {
    await phone.open('', { width: 600, height: 900 })
    expect(await card('手机').isVisible()).toBe(false)
    await phone.page.getByRole('button', { name: '打开面板' }).click()
    await card('手机').waitFor()
    await phone.page.getByRole('button', { name: '收起' }).click()
    expect(await card('手机').isVisible()).toBe(false)
  })
})

describe('a new build', () => {
  it('is offered, and taken on demand', async () => {
    await phone.open('', WIDE)
    write(project, { 'utils/greet.js': 'module.exports.greet = () => "新的一版"' })
    await phone.page.getByRole('status').getByRole('button', { name: '重新载入' }).click()
    await phone.sees('新的一版')
  })

  it('that does not compile says why', async () => {
    write(project, { 'app.json': '{' })
    await phone.page.goto(phone.simulator.url)
    await phone.page.getByRole('heading', { name: '小程序没有编译成功' }).waitFor()
    await phone.page.getByText(/^app\.json: /).waitFor()
  })
})
