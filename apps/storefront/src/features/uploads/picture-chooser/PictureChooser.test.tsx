import Taro from '@tarojs/taro'
import { act, fireEvent, screen, waitFor } from '@testing-library/react'
import type { Upload } from '@xiaopu/contract'
import { openShop, renderInApp } from '../../../testing/open-shop'
import { phone } from '../../../testing/taro'
import { usePictures } from '../use-pictures'
import { PictureChooser } from './PictureChooser'

const opened = openShop()
const onChange = jest.fn()

function Form({ kept, most }: { kept?: Upload[]; most?: number }) {
  const pictures = usePictures({ kept, most, onChange })
  return <PictureChooser pictures={pictures} label="马克杯的图片" />
}
const open = (kept?: Upload[], most?: number) => renderInApp(<Form kept={kept} most={most} />)
const add = () => act(async () => void fireEvent.click(screen.getByRole('button', { name: /添加图片/ })))
const tapOn = (name: string) => act(async () => void fireEvent.click(screen.getByRole('button', { name })))
const chosen = (...paths: string[]) =>
  jest.mocked(Taro.chooseMedia).mockResolvedValueOnce({
    tempFiles: paths.map((tempFilePath) => ({ tempFilePath, size: 90_000 })),
  } as never)
const sentIds = () => (onChange.mock.calls.at(-1)?.[0] as Upload[] | undefined)?.map(({ id }) => id)
const toasts = () => jest.mocked(Taro.showToast).mock.calls.map(([options]) => options?.title)

test('what is chosen is sent at once, and can be looked at', async () => {
  open()
  chosen('tmp/1.jpg', 'tmp/2.jpg')
  await add()
  await screen.findByRole('button', { name: '第 2 张图片，点按放大' })
  await waitFor(() => expect(sentIds()).toHaveLength(2))
  await tapOn('第 2 张图片，点按放大')
  expect(jest.mocked(Taro.previewImage).mock.calls[0]?.[0].urls).toHaveLength(2)
})

test('it asks for as many as there is room for, and no more when there is none', async () => {
  open(undefined, 2)
  await add()
  expect(Taro.chooseMedia).toHaveBeenLastCalledWith(expect.objectContaining({ count: 2 }))
  chosen('tmp/2.jpg', 'tmp/3.jpg')
  await add()
  expect(Taro.chooseMedia).toHaveBeenLastCalledWith(expect.objectContaining({ count: 1 }))
  await waitFor(() => expect(sentIds()).toHaveLength(2))
  expect(screen.queryByRole('button', { name: /添加图片/ })).toBeNull()
})

test('one that was not sent says so, and a tap on it sends it again', async () => {
  open()
  opened.shop.fail('uploadPicture', { code: 'overloaded' })
  await add()
  await screen.findByRole('button', { name: '第 1 张图片没有传上去，点按重传' })
  expect([toasts(), onChange.mock.calls.at(-1)]).toEqual([['现在人有点多，请稍后重试'], [[], 'stuck']])
  await tapOn('第 1 张图片没有传上去，点按重传')
  await screen.findByRole('button', { name: '第 1 张图片，点按放大' })
  expect(sentIds()).toEqual(['upload-1'])
})

test('a file that is no picture is told as one that will never do', async () => {
  phone.holds('tmp/page.jpg', new TextEncoder().encode('<script>'))
  open()
  chosen('tmp/page.jpg')
  await add()
  await screen.findByRole('button', { name: '第 1 张图片不能用，请换一张' })
  expect(toasts()).toEqual(['这个文件打不开，请换一张照片'])
  await tapOn('移除第 1 张图片')
  expect(screen.queryByRole('button', { name: /第 1 张/ })).toBeNull()
})

test('one that is taken out while it is being sent is given up', async () => {
  open()
  const release = opened.shop.hold('uploadPicture')
  await add()
  await screen.findByRole('button', { name: '第 1 张图片，已上传 0%' })
  await tapOn('移除第 1 张图片')
  release()
  expect(screen.queryByRole('button', { name: /第 1 张/ })).toBeNull()
  expect([sentIds() ?? [], toasts()]).toEqual([[], []])
})

test('what was sent before is there again', async () => {
  const address = 'https://media.test/1.webp'
  const picture = { thumb: address, card: address, full: address, width: 1, height: 1, tone: '#cccccc', alt: '' }
  open([{ id: 'upload-7', picture }])
  chosen('tmp/2.jpg')
  await add()
  await waitFor(() => expect(sentIds()).toEqual(['upload-7', 'upload-1']))
})

test('a large photograph is made smaller first; where that fails it goes as it is', async () => {
  const files = [1, 2].map((n) => ({ tempFilePath: `tmp/${n}.jpg`, size: 5_000_000 }))
  jest.mocked(Taro.chooseMedia).mockResolvedValueOnce({ tempFiles: files } as never)
  jest.mocked(Taro.compressImage).mockRejectedValueOnce({ errMsg: 'compressImage:fail' })
  open()
  await add()
  await waitFor(() => expect(sentIds()).toHaveLength(2))
  const sent = jest.mocked(Taro.uploadFile).mock.calls.map(([{ filePath }]) => filePath)
  // Each perhaps once more, with a session of this shop.
  expect([...new Set(sent)]).toEqual(['tmp/1.jpg', 'tmp/2.jpg-small'])
})

test('an album that may not be opened offers the settings; a change of mind says nothing', async () => {
  open()
  jest.mocked(Taro.chooseMedia).mockRejectedValueOnce({ errMsg: 'chooseMedia:fail auth deny' })
  await add()
  await waitFor(() => expect(Taro.openSetting).toHaveBeenCalled())
  jest.mocked(Taro.chooseMedia).mockRejectedValueOnce({ errMsg: 'chooseMedia:fail cancel' })
  await add()
  expect(toasts()).toEqual([])
})
