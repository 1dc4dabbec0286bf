import { TestPhone } from './testing/phone'

let phone: TestPhone
beforeAll(async () => {
  phone = await TestPhone.start()
})
afterAll(() => phone?.close())

describe('a page', () => {
  beforeEach(() => phone.open())

  it('lacks what a phone lacks', async () => {
    await phone.sees('你好，客人')
    await phone.sees(/浏览器漏进 0 样/)
    expect(await phone.hooks((xiaopu) => xiaopu.errors)).toEqual([])
  })

  it('answers taps, through components and WXS', async () => {
    await phone.tap('增加')
    await phone.tap('增加')
    await phone.sees('数量 3')
    await phone.tap('减少')
    await phone.sees('数量 2')
  })

  it('counts setData with its page, keys and bytes', async () => {
    await phone.tap('增加')
    await phone.sees('数量 2')
    expect(await phone.hooks((xiaopu) => xiaopu.setData.at(-1))).toMatchObject({
      page: 'pages/home/index',
      is: 'pages/home/index',
      keys: ['count'],
      bytes: '{"count":2}'.length,
    })
  })

  it('takes what is typed, and the search key', async () => {
    const field = phone.top.getByPlaceholder('搜索')
    await field.fill('台灯')
    await field.press('Enter')
    await phone.sees('找：台灯')
  })

  it('does not tap a disabled button', async () => {
    const dead = phone.top.getByRole('button', { name: '不可点' })
    expect(await dead.isDisabled()).toBe(true)
    await dead.tap({ force: true })
    await phone.tap('增加')
    await phone.sees('数量 2')
    await phone.sees(/误触 0 次/)
  })

  it('loads pictures through the routes', async () => {
    await phone.sees(/图片 2 张/)
    expect(await phone.top.getByRole('img', { name: '台灯' }).count()).toBe(1)
  })

  it('refreshes when told to', async () => {
    await phone.hooks((xiaopu) => xiaopu.wx.startPullDownRefresh())
    await phone.sees(/刷新 1 次/)
  })

  it('shows its own uncaught error in xiaopu.errors and goes on', async () => {
    await phone.open('?frame=none#/pages/device/index')
    await phone.tap('出错')
    await phone.tap('存取')
    await phone.sees('2 setStorage:fail entry size limit reached')
    expect(await phone.hooks((xiaopu) => xiaopu.errors.join())).toContain('这一页坏了')
  })
})

describe('navigation', () => {
  beforeEach(() => phone.open())

  it('opens a page of a subpackage with its query, and talks to it', async () => {
    await phone.top.getByText('台灯').tap()
    await phone.sees('订单 lamp，请放 门口，来自 首页')
    expect(await phone.hooks((xiaopu) => xiaopu.currentPage())).toMatchObject({
      route: 'trade/order/index',
      title: '订单',
    })
    await phone.tap('选好返回')
    await phone.sees('选了 lamp')
    expect(await phone.hooks((xiaopu) => xiaopu.pages())).toHaveLength(1)
  })

  it('keeps tabs beside one another and goes back with the bar', async () => {
    const tabs = phone.page.getByRole('navigation')
    await tabs.getByRole('button', { name: '购物车' }).tap()
    await phone.sees('车里有 1 次到访')
    await phone.tap('角标')
    await tabs.getByRole('button', { name: '购物车 3' }).waitFor()
    await tabs.getByRole('button', { name: '首页' }).tap()
    await phone.tap('组件')
    await phone.page.getByRole('heading', { name: '组件一览' }).waitFor()
    expect(await tabs.isVisible()).toBe(false)
    await phone.page.getByRole('button', { name: '返回' }).tap()
    await phone.sees('你好，客人')
  })

  it('refuses a tab to anything but switchTab', async () => {
    await phone.tap('错误地打开标签页')
    await phone.sees('navigateTo:fail can not navigateTo a tabbar page')
  })

  it('stops at ten pages', async () => {
    await phone.open('?frame=none#/trade/order/index?id=first')
    for (let depth = 2; depth <= 10; depth++) {
      await phone.tap('再开一页')
      await phone.page.waitForFunction(`window.xiaopu.pages().length === ${depth}`)
    }
    await phone.tap('再开一页')
    await phone.sees('navigateTo:fail webview count limit exceed')
  })

  it('starts where the address says', async () => {
    await phone.open('?frame=none#/trade/order/index?id=direct')
    await phone.sees(/订单 direct/)
  })

  it('starts at home when there is no such page, and says so', async () => {
    await phone.open('?frame=none#/pages/gone/index')
    await phone.sees('你好，客人')
    expect(await phone.hooks((xiaopu) => xiaopu.errors)).toEqual(['page "pages/gone/index" is not found'])
  })

  it('shows what would be shared', async () => {
    await phone.page.getByRole('button', { name: '更多' }).tap()
    await phone.sheet('发送给朋友').getByText('来逛样例店').waitFor()
  })
})

describe('requests', () => {
  beforeEach(() => phone.open())

  it('reach the routed origin as a phone would send them, whatever the status', async () => {
    await phone.tap('加载')
    await phone.sees('201 欢迎 open https://servicewechat.com/wx0000000000000001/0/page-frame.html')
    expect(await phone.hooks((xiaopu) => xiaopu.requests)).toMatchObject([
      { url: 'https://shop.example/hello', status: 201 },
    ])
  })

  it('to a domain nobody declared fail as on a phone', async () => {
    await phone.tap('未声明的域名')
    await phone.sees('request:fail url not in domain list 600002')
  })

  it('fail without a network, and work again with one', async () => {
    await phone.hooks((xiaopu) => xiaopu.device.set('network', 'none'))
    await phone.tap('加载')
    await phone.sees(/request:fail .*ERR_INTERNET_DISCONNECTED/)
    await phone.hooks((xiaopu) => xiaopu.device.set('network', 'wifi'))
    await phone.tap('加载')
    await phone.sees(/201 欢迎/)
  })

  it('can be aborted, time out, and wait in line', async () => {
    const outcome = await phone.hooks(async ({ wx }) => {
      const url = 'https://shop.example/pictures/a.svg'
      const failed = (options: object) =>
        new Promise<string>((resolve) => {
          const task = wx.request({ url, ...options, fail: ({ errMsg }: { errMsg: string }) => resolve(errMsg) })
          if (!('timeout' in options)) task.abort()
        })
      const many = await Promise.all(Array.from({ length: 25 }, () => wx.request({ url })))
      return [await failed({}), await failed({ timeout: 0 }), many.filter((answer) => answer.statusCode === 200).length]
    })
    expect(outcome).toEqual(['request:fail abort', 'request:fail timeout', 25])
  })
})

describe('the phone', () => {
  beforeEach(() => phone.open('?frame=none#/pages/device/index'))

  it('remembers its session over a restart', async () => {
    const check = () => phone.hooks(({ wx }) => wx.checkSession().catch((failed: object) => failed))
    expect(await check()).toEqual({ errMsg: 'checkSession:fail session time out, need relogin' })
    await phone.hooks(({ wx }) => wx.login())
    await phone.page.reload()
    expect(await check()).toEqual({ errMsg: 'checkSession:ok' })
  })

  it('says plainly what it cannot do', async () => {
    await phone.tap('蓝牙')
    await phone.sees('openBluetoothAdapter:fail not supported by the simulator')
    expect(await phone.hooks((xiaopu) => xiaopu.missing)).toEqual(['wx.openBluetoothAdapter'])
  })

  it('scans what is typed', async () => {
    await phone.tap('扫码')
    await phone.sheet('扫一扫').getByLabel('码内容').fill('6901234567892')
    await phone.sheet('扫一扫').getByRole('button', { name: '识别' }).tap()
    await phone.sees(/"result":"6901234567892","scanType":"EAN_13"/)
  })

  it('subscribes to some messages and not to others', async () => {
    await phone.tap('订阅')
    await phone
      .sheet('订阅消息')
      .getByRole('checkbox', { name: /shipped/ })
      .uncheck()
    await phone.sheet('订阅消息').getByRole('button', { name: '允许' }).tap()
    await phone.sees(/"paid":"accept","shipped":"reject"/)
  })

  it('turns dark: bars, page and script know', async () => {
    const ink = () => phone.style('body', 'color')
    expect(await ink()).toBe('rgb(31, 29, 26)')
    await phone.hooks((xiaopu) => xiaopu.device.set('theme', 'dark'))
    await phone.sees('主题 dark')
    expect(await ink()).toBe('rgb(242, 239, 234)')
  })

  it('keeps 34 px free for the home indicator', async () => {
    expect(await phone.style('.foot', 'padding-bottom')).toBe('34px')
  })
})
