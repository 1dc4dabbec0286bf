import Taro from '@tarojs/taro'
import { download, openPdf } from './document'

const URL = 'https://api.shop.example/fapiao/a.pdf'
const downloads = () => jest.mocked(Taro.downloadFile as unknown as jest.Mock)
const opens = () => jest.mocked(Taro.openDocument as unknown as jest.Mock)

test('a file is fetched into a temporary one, and opened with WeChat’s menu', async () => {
  downloads().mockResolvedValueOnce({ errMsg: 'downloadFile:ok', statusCode: 200, tempFilePath: 'tmp/a.pdf' })
  expect(await download(URL)).toEqual({ status: 'ok', value: 'tmp/a.pdf' })
  expect(await openPdf('tmp/a.pdf')).toMatchObject({ status: 'ok' })
  expect(opens()).toHaveBeenCalledWith({ filePath: 'tmp/a.pdf', fileType: 'pdf', showMenu: true })
})

test.each([
  ['a status that is no success', { statusCode: 404, tempFilePath: 'tmp/a.pdf' }],
  ['a page that is moved', { statusCode: 302, tempFilePath: 'tmp/a.pdf' }],
])('%s has failed: what came is not the file', async (_what, answer) => {
  downloads().mockResolvedValueOnce({ errMsg: 'downloadFile:ok', ...answer })
  expect(await download(URL)).toMatchObject({ status: 'failed' })
})

test.each([
  [{ errMsg: 'downloadFile:fail url not in domain list', errno: 600002 }, 'failed'],
  [{ errMsg: 'downloadFile:fail -2:net::ERR_INTERNET_DISCONNECTED', errno: 600001 }, 'failed'],
  [{ errMsg: 'downloadFile:fail user cancel' }, 'cancelled'],
  [{ errMsg: 'downloadFile:fail system permission denied' }, 'denied'],
])('%j is heard as %s', async (failure, status) => {
  downloads().mockRejectedValueOnce(failure)
  expect(await download(URL)).toMatchObject({ status })
})

test('a document the reader does not open has failed', async () => {
  opens().mockRejectedValueOnce({ errMsg: 'openDocument:fail filetype not supported' })
  expect(await openPdf('tmp/a.pdf')).toMatchObject({ status: 'failed' })
})
