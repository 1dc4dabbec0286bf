import { Text, Textarea, View } from '@tarojs/components'
import { classNames } from '../class-names'
import './TextBox.scss'

export interface TextBoxProps {
  /** What is written about, for a screen reader. */
  label: string
  value: string
  placeholder: string
  maxLength: number
  /** The sentence below a box that was refused. */
  error?: string | null
  onChange: (value: string) => void
}

/** Room for a few sentences, with how many there are of how many. */
export function TextBox({ label, value, placeholder, maxLength, error, onChange }: TextBoxProps) {
  return (
    <>
      <View className={classNames('x-text-box', error && 'x-text-box--wrong')}>
        <Textarea
          className="x-text-box__text"
          placeholderClass="x-text-box__hint"
          value={value}
          placeholder={placeholder}
          ariaLabel={error ? `${label} ${error}` : label}
          maxlength={maxLength}
          cursorSpacing={120}
          onInput={(event) => onChange(event.detail.value)}
        />
        <Text className="x-text-box__counter" ariaHidden>
          {`${value.length}/${maxLength}`}
        </Text>
      </View>
      {error && (
        <Text className="x-text-box__error" ariaLive="polite">
          {error}
        </Text>
      )}
    </>
  )
}
