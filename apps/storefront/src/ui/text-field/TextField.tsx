import { Input, Text, Textarea, View } from '@tarojs/components'
import { classNames } from '../class-names'
import './TextField.scss'

export interface TextFieldProps {
  label: string
  value: string
  onChange: (value: string) => void
  placeholder?: string
  type?: 'text' | 'number' | 'digit' | 'idcard'
  maxLength?: number
  /** Several lines, growing with the text. */
  multiline?: boolean
  /** The sentence under a field that was refused. */
  error?: string
  /** Opens the keyboard for it. */
  focus?: boolean
  onDone?: () => void
  className?: string
}

export function TextField(props: TextFieldProps) {
  const {
    label,
    value,
    onChange,
    placeholder,
    type = 'text',
    maxLength = 200,
    multiline = false,
    error,
    focus,
    onDone,
    className,
  } = props
  const shared = {
    value,
    placeholder,
    focus,
    placeholderClass: 'x-text-field__hint',
    maxlength: maxLength,
    ariaLabel: error ? `${label} ${error}` : label,
    onBlur: onDone,
  }
  const look = classNames('x-text-field__input', error && 'x-text-field__input--wrong')
  return (
    <View className={classNames('x-text-field', className)}>
      <Text className="x-text-field__label">{label}</Text>
      {multiline ? (
        <Textarea
          {...shared}
          autoHeight
          className={`${look} x-text-field__input--lines`}
          onInput={(event) => onChange(event.detail.value)}
        />
      ) : (
        <Input
          {...shared}
          type={type}
          className={look}
          onInput={(event) => onChange(event.detail.value)}
          onConfirm={onDone}
        />
      )}
      {error && (
        <Text className="x-text-field__error" ariaLive="polite">
          {error}
        </Text>
      )}
    </View>
  )
}
