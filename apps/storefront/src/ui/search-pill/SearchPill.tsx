import { Input, Text, View } from '@tarojs/components'
import { useLocale } from '../../i18n'
import { IconButton } from '../button/IconButton'
import { classNames } from '../class-names'
import { Icon } from '../icon/Icon'
import './SearchPill.scss'

export interface SearchPillProps {
  value: string
  onChange: (typed: string) => void
  /** The keyboard's key. */
  onSearch: () => void
  onClear: () => void
  /** What is looked for, to a screen reader. */
  label: string
  placeholder: string
  maxLength: number
  /** Opens the keyboard at once. */
  focus?: boolean
  /** The input method begins a word it has yet to make of its letters, or is done with it. Not every one tells. */
  onCompose?: (composing: boolean) => void
  /** Where a code does as well as words; it gives way to the cross while there are some. */
  scan?: { label: string; onClick: () => void }
  className?: string
}

/** Where one types what one looks for. */
export function SearchPill(props: SearchPillProps) {
  const { value, onChange, onSearch, onClear, label, placeholder, maxLength, focus, onCompose, scan, className } = props
  const { t } = useLocale()
  return (
    <View className={classNames('x-search-pill', className)}>
      <Icon name="search" className="x-search-pill__icon" />
      <Input
        className="x-search-pill__input"
        type="text"
        confirmType="search"
        value={value}
        maxlength={maxLength}
        focus={focus || undefined}
        placeholder={placeholder}
        placeholderClass="x-search-pill__hint"
        ariaLabel={label}
        onInput={(event) => onChange(event.detail.value)}
        onKeyboardCompositionStart={() => onCompose?.(true)}
        onKeyboardCompositionEnd={() => onCompose?.(false)}
        onBlur={() => onCompose?.(false)}
        onConfirm={onSearch}
      />
      {value !== '' ? (
        <IconButton icon="x" size={16} label={t('ui.clearSearch')} onClick={onClear} className="x-search-pill__clear" />
      ) : (
        scan && <IconButton icon="scan-line" size={20} label={scan.label} onClick={scan.onClick} />
      )}
    </View>
  )
}

export interface SearchLinkProps {
  words: string
  /** For a screen reader, where the words do not say it. */
  label?: string
  onClick: () => void
  className?: string
}

/** The same pill as a way to the page where one types. */
export function SearchLink({ words, label = words, onClick, className }: SearchLinkProps) {
  return (
    <View
      className={classNames('x-search-pill', 'x-search-pill--link', className)}
      hoverClass="x-pressed"
      ariaRole="button"
      ariaLabel={label}
      onClick={onClick}
    >
      <Icon name="search" className="x-search-pill__icon" />
      <Text className="x-search-pill__words">{words}</Text>
    </View>
  )
}
