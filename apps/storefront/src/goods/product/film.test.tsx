import { act, fireEvent, screen, waitFor } from '@testing-library/react'
import { setLocale } from '../../i18n'
import { openShop, renderInApp } from '../../testing/open-shop'
import { phone } from '../../testing/taro'
import ProductPage from './index'

openShop()
afterEach(() => act(() => setLocale('zh-CN')))

const film = () => document.querySelector('video')
async function openKettle(first = '煮水，也煮时间') {
  phone.openedWith({ id: 'kettle' })
  renderInApp(<ProductPage />)
  await screen.findByText(first)
}

test('the film plays on its tap only, over its picture, and another page on top ends it', async () => {
  await openKettle()
  expect(film()).toBeNull()
  fireEvent.click(screen.getByRole('button', { name: '播放铸铁茶壶的视频 0:12' }))
  expect(film()?.getAttribute('src')).toMatch(/\/media\/kettle\.mp4$/)
  expect(film()?.parentElement?.querySelector('img')?.getAttribute('src')).toMatch(/kettle-still-1200/)
  act(() => phone.turnAway())
  await waitFor(() => expect(film()).toBeNull())
})

test('in English a film that does not play says so, and can be tried again', async () => {
  act(() => setLocale('en'))
  await openKettle('Boils water, and time')
  const play = () => screen.getByRole('button', { name: /^Play the video of Cast Iron Kettle/ })
  fireEvent.click(play())
  fireEvent.error(film()!)
  expect(await screen.findByText(/^The video does not play/)).toBeTruthy()
  fireEvent.click(play())
  expect(film()).not.toBeNull()
})
