import { t } from '../../../i18n'
import '../../../goods/sentences'
import { lengthWords, stillWords } from './film-words'

test.each([
  [6, '0:06'],
  [59.6, '1:00'],
  [75, '1:15'],
  [600, '10:00'],
  [0.2, '0:01'],
  [null, ''],
])('%p seconds are %p', (seconds, words) => {
  expect(lengthWords(seconds)).toBe(words)
})

test.each([
  [{ seconds: 12, bytes: 1_840_000 }, false, '0:12'],
  [{ seconds: 12, bytes: 1_840_000 }, true, '0:12 · 播放约用 1.8 MB 流量'],
  [{ seconds: 6, bytes: 900 }, true, '0:06 · 播放约用 0.1 MB 流量'],
  [{ seconds: null, bytes: null }, true, '播放会用移动流量'],
  [{ seconds: null, bytes: null }, false, ''],
])('%p on mobile data %p', (video, mobile, words) => {
  expect(stillWords(video, mobile, t)).toBe(words)
})
