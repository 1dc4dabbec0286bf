import { View } from '@tarojs/components'
import type { FapiaoTitle } from '@xiaopu/contract'
import { useEffect } from 'react'
import { useLocale } from '../../../i18n'
import { Button, Chip, Chips, FixedBar, Switch } from '../../../ui'
import { useLeaveGuard } from '../../../wechat'
import { TitleFields } from '../title-fields/TitleFields'
import { useTitleForm } from '../use-title-form'
import './TitleForm.scss'

export interface TitleFormProps {
  /** The one that is changed; null for a new one. */
  title: FapiaoTitle | null
  onSaved: () => void
}

/** The fields, and one button. */
export function TitleForm({ title, onSaved }: TitleFormProps) {
  const { t } = useLocale()
  const desk = useTitleForm(title)
  const { form, saved, change } = desk

  useLeaveGuard(desk.unsaved ? t('fapiao.leave') : null)
  // After the guard has let go of the page: it would ask about what is saved.
  // biome-ignore lint/correctness/useExhaustiveDependencies: it is saved once
  useEffect(() => {
    if (saved) onSaved()
  }, [saved])

  return (
    <>
      <View className="x-card title-form">
        <Chips>
          <Chip chosen={form.kind === 'company'} onClick={() => change({ kind: 'company' })}>
            {t('checkout.fapiaoCompany')}
          </Chip>
          <Chip chosen={form.kind === 'personal'} onClick={() => change({ kind: 'personal' })}>
            {t('checkout.fapiaoPersonal')}
          </Chip>
        </Chips>
        <View className="title-form__fields">
          <TitleFields
            form={form}
            problems={desk.problems}
            onChange={change}
            onImport={() => void desk.importFromWechat()}
          />
        </View>
        {/* Who makes another the default takes it off this one. */}
        {!title?.isDefault && (
          <Switch checked={desk.isDefault} label={t('fapiao.makeDefault')} onChange={desk.setDefault} />
        )}
      </View>
      <FixedBar>
        <Button block loading={desk.saving} onClick={() => void desk.save()}>
          {t('fapiao.save')}
        </Button>
      </FixedBar>
    </>
  )
}
