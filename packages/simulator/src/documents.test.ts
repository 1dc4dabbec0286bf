import { TestPhone } from './testing/phone'

let phone: TestPhone
beforeAll(async () => {
  phone = await TestPhone.start()
})
afterAll(() => phone?.close())
beforeEach(() => phone.open())

/** What the Mini Program is told in the end. */
const download = (path: string) =>
  phone.page.evaluate(
    `window.xiaopu.wx.downloadFile({ url: ${JSON.stringify(path)} }).catch((answer) => answer)`,
  ) as Promise<{ errMsg: string; errno?: number; statusCode?: number; tempFilePath?: string }>
const open = (filePath = '', fileType = 'pdf') =>
  phone.page.evaluate(
    `window.xiaopu.wx.openDocument(${JSON.stringify({ filePath, fileType, showMenu: true })}).catch((answer) => answer)`,
  ) as Promise<{ errMsg: string }>

it('a PDF is downloaded, opened in a reader, and closed', async () => {
  const { errMsg, statusCode, tempFilePath } = await download('https://shop.example/receipt.pdf')
  expect([errMsg, statusCode]).toEqual(['downloadFile:ok', 200])
  expect((await open(tempFilePath)).errMsg).toBe('openDocument:ok')
  const reader = phone.sheet('文档预览')
  await reader.getByText('PDF · 1 KB').waitFor()
  // The page on top is still the only one: its frame is found as before.
  expect(await phone.top.locator('body').count()).toBe(1)
  await reader.getByRole('button', { name: '返回' }).tap()
  await reader.waitFor({ state: 'detached' })
})

it('any status is a success of the download; what came then is no PDF', async () => {
  const { statusCode, tempFilePath } = await download('https://shop.example/broken.pdf')
  expect(statusCode).toBe(500)
  expect((await open(tempFilePath)).errMsg).toBe('openDocument:fail open document fail')
})

it('an address of a domain that is not declared is not asked', async () => {
  expect(await download('https://elsewhere.example/receipt.pdf')).toMatchObject({
    errMsg: 'downloadFile:fail url not in domain list',
    errno: 600002,
  })
})

it('without a network nothing is downloaded', async () => {
  await phone.hooks((xiaopu) => xiaopu.device.set('network', 'none'))
  expect(await download('https://shop.example/receipt.pdf')).toMatchObject({ errno: 600001 })
})

it('what was not downloaded, or is of no known type, is not opened', async () => {
  expect((await open('http://tmp/none.pdf')).errMsg).toBe("openDocument:fail file doesn't exist")
  const { tempFilePath } = await download('https://shop.example/receipt.pdf')
  expect((await open(tempFilePath, 'exe')).errMsg).toBe('openDocument:fail filetype not supported')
})
