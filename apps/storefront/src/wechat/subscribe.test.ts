import Taro from '@tarojs/taro'
import { askForMessage, askForMessages } from './subscribe'

const answers = () => jest.mocked(Taro.requestSubscribeMessage as jest.Mock).mockReset()

test('says which messages were let through and which refused; what WeChat did not ask for is neither', async () => {
  answers().mockResolvedValue({ errMsg: 'requestSubscribeMessage:ok', a: 'accept', b: 'reject', c: 'ban', d: 'filter' })
  expect(await askForMessages(['a', 'b', 'c', 'd'])).toEqual({
    status: 'ok',
    value: { allowed: ['a'], refused: ['b'] },
  })
  expect(Taro.requestSubscribeMessage).toHaveBeenCalledWith(expect.objectContaining({ tmplIds: ['a', 'b', 'c', 'd'] }))
})

test('whose WeChat has all messages switched off has refused them all', async () => {
  answers().mockRejectedValue({ errMsg: 'requestSubscribeMessage:fail', errCode: 20004 })
  expect(await askForMessages(['a', 'b'])).toEqual({ status: 'ok', value: { allowed: [], refused: ['a', 'b'] } })
})

test('anything else that goes wrong is no answer', async () => {
  answers().mockRejectedValue({ errMsg: 'requestSubscribeMessage:fail No template data return', errCode: 20001 })
  expect(await askForMessages(['a'])).toMatchObject({ status: 'failed' })
  expect(await askForMessage('a')).toMatchObject({ status: 'failed' })
})
