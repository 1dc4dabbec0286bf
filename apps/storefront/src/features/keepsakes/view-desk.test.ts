import { api } from '../../api/client'
import { openShop } from '../../testing/open-shop'
import { forgetViews, noteView, tellViews, useViewLog } from './view-desk'

const opened = openShop()
beforeEach(() => {
  jest.useRealTimers()
  forgetViews()
})
const look = (id: string) => noteView({ id, name: id, picture: null })
const told = () =>
  opened.shop
    .requestsTo('addViews')
    .map(({ body }) => (body as { views: { productId: string }[] }).views.map((view) => view.productId))

test('a guest’s looks stay on the phone: nobody is signed in for them', async () => {
  look('mug')
  await tellViews()
  expect(opened.shop.requests).toEqual([])
  expect(useViewLog.getState().log.map(({ id }) => id)).toEqual(['mug'])
})

test('a session that has run out is not renewed for them', async () => {
  await api.me.get()
  const soon = Date.now() + 365 * 24 * 3_600_000
  jest.spyOn(Date, 'now').mockReturnValue(soon)
  look('mug')
  await tellViews()
  jest.restoreAllMocks()
  expect(told()).toEqual([])
})

test('looks that follow each other are told together, once', async () => {
  await api.me.get()
  jest.useFakeTimers({ doNotFake: ['queueMicrotask', 'setImmediate'] })
  const add = jest.spyOn(api.history, 'add').mockResolvedValue()
  for (const id of ['mug', 'tee', 'mug']) look(id)
  expect(add).not.toHaveBeenCalled()
  await jest.advanceTimersByTimeAsync(10_000)
  look('lamp')
  await jest.advanceTimersByTimeAsync(10_000)
  jest.restoreAllMocks()
  expect(add.mock.calls.map(([views]) => views.map(({ productId }) => productId))).toEqual([['mug', 'tee'], ['lamp']])
})

test('what could not be told is told the next time', async () => {
  await api.me.get()
  opened.shop.fail('addViews', { code: 'internal', times: 5 })
  look('mug')
  await tellViews()
  opened.shop.mend()
  look('tee')
  await tellViews()
  expect(told().at(-1)).toEqual(['tee', 'mug'])
  await tellViews()
  expect(told()).toHaveLength(2)
})
