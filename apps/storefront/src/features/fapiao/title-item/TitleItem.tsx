import { Text, View } from '@tarojs/components'
import type { FapiaoTitle } from '@xiaopu/contract'
import { useLocale } from '../../../i18n'
import { Button, Tag } from '../../../ui'
import { titleNote } from '../titles'
import './TitleItem.scss'

export interface TitleItemProps {
  title: FapiaoTitle
  onEdit: () => void
  onRemove: () => void
  onDefault: () => void
  busy: boolean
}

/** One that is kept, and what can be done with it. A tap on it opens it to be changed. */
export function TitleItem({ title, onEdit, onRemove, onDefault, busy }: TitleItemProps) {
  const { t } = useLocale()
  const { title: name, kind, isDefault } = title
  const kindName = t(kind === 'company' ? 'checkout.fapiaoCompany' : 'checkout.fapiaoPersonal')
  const note = titleNote(title)
  const act = (words: string, onClick: () => void, disabled = false) => (
    <Button
      kind="plain"
      size="small"
      className="title-item__act"
      label={`${words} ${name}`}
      disabled={disabled}
      onClick={onClick}
    >
      {words}
    </Button>
  )
  return (
    <View className="x-card title-item">
      <View
        className="title-item__main"
        hoverClass="x-pressed"
        ariaRole="button"
        ariaLabel={[name, kindName, note, isDefault && t('fapiao.isDefault')].filter(Boolean).join(' ')}
        onClick={onEdit}
      >
        <View className="title-item__words">
          <View className="title-item__who">
            <Text className="title-item__name">{name}</Text>
            <Tag>{kindName}</Tag>
            {isDefault && (
              <Tag tone="accent" className="title-item__default">
                {t('fapiao.isDefault')}
              </Tag>
            )}
          </View>
          {note && <Text className="title-item__line">{note}</Text>}
        </View>
      </View>
      <View className="title-item__acts">
        <View className="title-item__first">{!isDefault && act(t('fapiao.makeDefault'), onDefault, busy)}</View>
        {act(t('fapiao.edit'), onEdit)}
        {act(t('fapiao.remove'), onRemove, busy)}
      </View>
    </View>
  )
}
