import { View } from '@tarojs/components'
import { useLocale } from '../../i18n'
import { classNames } from '../class-names'
import './Stars.scss'
import { filledTo } from './filled-to'

export interface StarsProps {
  /** 1 to 5, in tenths. */
  stars: number
  size?: 'small' | 'medium'
  className?: string
}

/** A rating as five stars. One box behind one mask: the full part and the rest are its background. */
export function Stars({ stars, size = 'small', className }: StarsProps) {
  const { t } = useLocale()
  const to = `${filledTo(stars)}%`
  return (
    <View
      className={classNames('x-stars', `x-stars--${size}`, 'x-icon--star', className)}
      style={{ backgroundImage: `linear-gradient(to right, currentColor ${to}, var(--x-unlit) ${to})` }}
      ariaRole="img"
      ariaLabel={t('ui.stars', { stars })}
    />
  )
}
