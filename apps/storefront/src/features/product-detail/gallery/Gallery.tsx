import { Swiper, SwiperItem, Text, View } from '@tarojs/components'
import type { Video as Film, Picture as Photograph } from '@xiaopu/contract'
import { useEffect, useState } from 'react'
import { useLocale } from '../../../i18n'
import { classNames, Picture } from '../../../ui'
import { previewPictures } from '../../../wechat'
import { FilmSlide } from './FilmSlide'
import './Gallery.scss'
import { useFilm } from './use-film'

export interface GalleryProps {
  video: Film | null
  pictures: readonly Photograph[]
  name: string
}

/** The film and the photographs, square and as wide as the screen, with their count; a tap plays the one and shows the others whole. */
export function Gallery({ video, pictures, name }: GalleryProps) {
  const { t } = useLocale()
  const film = useFilm(video !== null)
  const [place, setPlace] = useState(0)
  // Told to the swiper only once it rests: a page that answers each change with the place of that change holds a quick finger back.
  const [rest, setRest] = useState(0)
  const [wish, setWish] = useState<number | null>(null)
  useEffect(() => {
    if (wish === null) return
    // By itself: told together with where it is, the swiper would hear of the wish alone, and of nothing new.
    const timer = setTimeout(() => {
      setRest(wish)
      setWish(null)
    })
    return () => clearTimeout(timer)
  }, [wish])
  const before = video ? 1 : 0
  const total = before + pictures.length
  if (total === 0) return <Picture picture={null} slot="full" label={name} />
  const turnTo = (to: number) => {
    setRest(place)
    setWish(to)
  }
  const preview = (at: number) =>
    void previewPictures(
      pictures.map(({ full }) => full),
      at,
    )
  return (
    <View className="gallery">
      <Swiper
        className="gallery__swiper"
        circular={total > 1 && !video}
        current={rest}
        onChange={({ detail: { current } }) => {
          setPlace(current)
          film.stop()
        }}
        onAnimationFinish={({ detail: { current } }) => {
          // One that was overtaken by a tap ends, too.
          if (current === place) setRest(current)
        }}
      >
        {video && (
          <SwiperItem key="film">
            <FilmSlide video={video} photograph={pictures[0] ?? null} name={name} film={film} />
          </SwiperItem>
        )}
        {pictures.map((picture, at) => (
          <SwiperItem key={picture.full}>
            <Picture
              picture={picture}
              slot="full"
              lazy={at + before > 0}
              label={`${picture.alt || name} ${t('product.picture', { n: at + 1, total: pictures.length })}`}
              onClick={() => preview(at)}
            />
          </SwiperItem>
        ))}
      </Swiper>
      {total > 1 && film.state !== 'playing' && (
        <View className="gallery__count" ariaHidden>
          <Text>{`${place + 1}/${total}`}</Text>
        </View>
      )}
      {video && pictures.length > 0 && film.state !== 'playing' && (
        <View className="gallery__parts">
          <Part name={t('film.video')} chosen={place === 0} onClick={() => turnTo(0)} />
          <Part name={t('film.pictures')} chosen={place > 0} onClick={() => turnTo(Math.max(place, 1))} />
        </View>
      )}
    </View>
  )
}

function Part({ name, chosen, onClick }: { name: string; chosen: boolean; onClick: () => void }) {
  return (
    <View
      className={classNames('gallery__part', chosen && 'gallery__part--chosen')}
      ariaRole="button"
      ariaLabel={name}
      ariaSelected={chosen}
      onClick={onClick}
    >
      <Text className="gallery__part-name">{name}</Text>
    </View>
  )
}
