import { videoOf } from './videos'

const entry = (video_url: string | null) => ({
  __typename: 'ProductVideo',
  url: 'https://magento.example/media/catalog/product/still.jpg',
  label: null,
  video_content: { video_url },
})

test.each([
  'https://www.youtube.com/watch?v=abc',
  'https://youtu.be/abc.mp4x',
  'https://vimeo.com/123456',
  'http://cdn.example/film.mp4',
  'https://cdn.example/film.webm',
  'https://cdn.example/page?file=film.mp4',
  'file:///etc/film.mp4',
  'film.mp4',
  '',
  null,
])('%p is nothing a Mini Program plays', (url) => {
  expect(videoOf(entry(url), 'Chair')).toBeNull()
})

test.each(['https://cdn.example/film.mp4', 'https://cdn.example/a/FILM.MP4?sign=1', 'https://vod.example/film.m3u8'])(
  '%p is played, behind the picture that Magento has for it',
  (url) => {
    expect(videoOf(entry(url), 'Chair')).toMatchObject({
      source: url,
      poster: { source: 'https://magento.example/media/catalog/product/still.jpg', alt: 'Chair' },
    })
  },
)

test('without a picture of its own it is played all the same', () => {
  expect(videoOf({ ...entry('https://cdn.example/film.mp4'), url: null }, 'Chair')).toMatchObject({ poster: null })
  expect(videoOf({ __typename: 'ProductVideo', url: null }, 'Chair')).toBeNull()
})
