import { AbortController } from './abort-controller'

test('a signal turns aborted once, with its reason, and tells its listeners once', () => {
  const controller = new AbortController()
  const heard = jest.fn()
  controller.signal.onabort = heard
  controller.signal.addEventListener('abort', heard)
  expect(() => controller.signal.throwIfAborted()).not.toThrow()
  controller.abort('left the page')
  controller.abort('again')
  expect(heard).toHaveBeenCalledTimes(2)
  expect(controller.signal).toMatchObject({ aborted: true, reason: 'left the page' })
  expect(() => controller.signal.throwIfAborted()).toThrow('left the page')
})

test('without a reason it is an AbortError', () => {
  const controller = new AbortController()
  controller.abort()
  expect(controller.signal.reason).toMatchObject({ name: 'AbortError' })
})

test('who has stopped listening hears nothing', () => {
  const controller = new AbortController()
  const heard = jest.fn()
  controller.signal.addEventListener('abort', heard)
  controller.signal.removeEventListener('abort', heard)
  controller.abort()
  expect(heard).not.toHaveBeenCalled()
})
