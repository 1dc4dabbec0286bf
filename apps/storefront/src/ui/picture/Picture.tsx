import { Image, View } from '@tarojs/components'
import { useEffect, useState } from 'react'
import { classNames } from '../class-names'
import { Icon } from '../icon/Icon'
import './Picture.scss'

/** One photograph in the sizes the interface has slots for; the contract's `Picture` fits. */
export interface PictureSource {
  /** 240 px wide WebP. */
  thumb: string
  /** 600 px wide WebP. */
  card: string
  /** 1200 px wide WebP. */
  full: string
  /** `#rrggbb`, shown until the picture has come. */
  tone: string
  alt: string
}

export interface PictureProps {
  /** Null where a thing has no photograph: the placeholder shows. */
  picture: PictureSource | null
  /** thumb: rows up to 90 px wide; card: up to half the screen; full: the width of the screen. */
  slot: 'thumb' | 'card' | 'full'
  /** Width over height of the box; 1 is square. */
  ratio?: number
  shape?: 'square' | 'card' | 'small' | 'round'
  /** Read aloud; by default the photograph's own description. `''` where the words beside it say the same. */
  label?: string
  /** Off for what is on the first screen. */
  lazy?: boolean
  onClick?: () => void
  className?: string
}

/** The one image component: reserves its place, shows the photograph's tone while it loads, and says so quietly when it cannot. */
export function Picture(props: PictureProps) {
  const {
    picture,
    slot,
    ratio = 1,
    shape = 'square',
    label = picture?.alt ?? '',
    lazy = true,
    onClick,
    className,
  } = props
  const source = picture?.[slot]
  const [failed, setFailed] = useState(false)
  // biome-ignore lint/correctness/useExhaustiveDependencies: another picture deserves another try
  useEffect(() => setFailed(false), [source])
  return (
    <View
      className={classNames('x-picture', shape !== 'square' && `x-picture--${shape}`, className)}
      style={picture ? { backgroundColor: picture.tone } : undefined}
      ariaRole={onClick ? 'button' : 'img'}
      ariaLabel={label}
      ariaHidden={(label === '' && !onClick) || undefined}
      onClick={onClick}
    >
      <View className="x-picture__ratio" style={{ paddingTop: `${(100 / ratio).toFixed(3)}%` }} />
      {source && !failed ? (
        <Image
          className="x-picture__image"
          src={source}
          mode="aspectFill"
          lazyLoad={lazy}
          webp
          onError={() => setFailed(true)}
        />
      ) : (
        <View className="x-picture__failed">
          <Icon name="image-off" size={slot === 'thumb' ? 20 : 32} />
        </View>
      )}
    </View>
  )
}
