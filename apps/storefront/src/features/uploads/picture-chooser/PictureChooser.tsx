import { Image, Text, View } from '@tarojs/components'
import { useLocale } from '../../../i18n'
import { classNames, Icon } from '../../../ui'
import type { ChosenPicture, Pictures } from '../use-pictures'
import './PictureChooser.scss'

export interface PictureChooserProps {
  /** Of {@link usePictures}. */
  pictures: Pictures
  /** What they are for, to a screen reader: “Pictures of the mug”. */
  label: string
}

/** Squares of what was chosen, each with its own progress, and one more to add to them while there is room. */
export function PictureChooser({ pictures, label }: PictureChooserProps) {
  const { t } = useLocale()
  const { most } = pictures
  const count = pictures.pictures.length
  return (
    <View className="picture-chooser" ariaLabel={label}>
      {pictures.pictures.map((picture, at) => (
        <Tile key={picture.key} picture={picture} n={at + 1} pictures={pictures} />
      ))}
      {count < most && (
        <View className="picture-chooser__tile">
          <View
            className="picture-chooser__add"
            hoverClass="x-pressed"
            ariaRole="button"
            ariaLabel={`${label} ${t('uploads.addSpoken', { count, most })}`}
            onClick={() => void pictures.choose()}
          >
            <Icon name="camera" size={24} />
            <Text className="picture-chooser__words">{count === 0 ? t('uploads.add') : `${count}/${most}`}</Text>
          </View>
        </View>
      )}
    </View>
  )
}

function Tile({ picture, n, pictures }: { picture: ChosenPicture; n: number; pictures: Pictures }) {
  const { t } = useLocale()
  const { key, src, state, progress } = picture
  const said = {
    sending: t('uploads.sendingSpoken', { n, progress }),
    sent: t('uploads.sentSpoken', { n }),
    failed: t('uploads.failedSpoken', { n }),
    refused: t('uploads.refusedSpoken', { n }),
  }[state]
  return (
    <View className="picture-chooser__tile">
      <View
        className="picture-chooser__picture"
        ariaRole="button"
        ariaLabel={said}
        onClick={() => (state === 'failed' ? pictures.again(key) : pictures.preview(key))}
      >
        <Image className="picture-chooser__image" src={src} mode="aspectFill" />
        {state !== 'sent' && (
          <View className={classNames('picture-chooser__veil', `picture-chooser__veil--${state}`)} ariaHidden>
            <Text className="picture-chooser__state">
              {state === 'sending' ? `${progress}%` : t(state === 'failed' ? 'uploads.again' : 'uploads.refused')}
            </Text>
          </View>
        )}
      </View>
      <View
        className="picture-chooser__remove"
        ariaRole="button"
        ariaLabel={t('uploads.remove', { n })}
        onClick={() => pictures.remove(key)}
      >
        <View className="picture-chooser__cross">
          <Icon name="x" size={16} />
        </View>
      </View>
    </View>
  )
}
