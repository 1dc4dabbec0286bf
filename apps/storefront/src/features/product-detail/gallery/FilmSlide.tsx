import { Text, Video, View } from '@tarojs/components'
import type { Video as Film, Picture as Photograph } from '@xiaopu/contract'
import { useLocale } from '../../../i18n'
import { Picture } from '../../../ui'
import { stillWords } from './film-words'
import { FILM_ID, type useFilm } from './use-film'

export interface FilmSlideProps {
  video: Film
  /** Stands for it where it has no picture of its own. */
  photograph: Photograph | null
  name: string
  film: ReturnType<typeof useFilm>
}

/** The film: its picture with a button until it plays. Where it cannot, its picture stays and says so; another tap tries again. */
export function FilmSlide({ video, photograph, name, film }: FilmSlideProps) {
  const { t } = useLocale()
  const { state, mobile } = film
  const square = video.width !== null && video.width === video.height
  const failed = state === 'failed'
  const words = failed ? t('film.failed') : stillWords(video, mobile, t)
  return (
    <View className="film">
      <Picture picture={video.poster ?? photograph} slot="full" lazy={false} label="" />
      {state === 'playing' ? (
        <Video
          id={FILM_ID}
          className="film__player"
          src={video.src}
          autoplay
          controls
          showMuteBtn
          showCenterPlayBtn={false}
          enableProgressGesture={false}
          objectFit={square ? 'cover' : 'contain'}
          onEnded={film.ended}
          onError={film.fail}
        />
      ) : (
        <View
          className="film__still"
          ariaRole="button"
          ariaLabel={`${t('film.play', { name })} ${words}`.trim()}
          onClick={film.play}
        >
          <View className="film__button">
            <View className="film__triangle" />
          </View>
          {words !== '' && (
            <Text className="film__words" ariaLive={failed ? 'polite' : undefined}>
              {words}
            </Text>
          )}
        </View>
      )}
    </View>
  )
}
