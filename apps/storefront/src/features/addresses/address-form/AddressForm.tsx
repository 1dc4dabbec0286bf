import { View } from '@tarojs/components'
import type { SavedAddress } from '@xiaopu/contract'
import { useEffect, useState } from 'react'
import { useLocale } from '../../../i18n'
import { Button, FixedBar, Switch, TextField } from '../../../ui'
import { useLeaveGuard } from '../../../wechat'
import type { AddressField } from '../address-form'
import { PasteBox } from '../paste-box/PasteBox'
import { RegionField } from '../region-sheet/RegionField'
import { useAddressForm } from '../use-address-form'
import './AddressForm.scss'

export interface AddressFormProps {
  /** The one that is changed; null for a new one. */
  address: SavedAddress | null
  onSaved: (saved: SavedAddress) => void
}

/** A text to be read, the fields, and one button. */
export function AddressForm({ address, onSaved }: AddressFormProps) {
  const { t } = useLocale()
  const desk = useAddressForm(address)
  const { form, saved, change } = desk
  const [asksRegion, setAsksRegion] = useState(false)

  useLeaveGuard(desk.unsaved ? t('address.leave') : null)
  // After the guard has let go of the page: it would ask about what is saved.
  // biome-ignore lint/correctness/useExhaustiveDependencies: it is saved once
  useEffect(() => {
    if (saved) onSaved(saved)
  }, [saved])

  function problemOf(field: AddressField) {
    if (!desk.hasProblem(field)) return undefined
    if (field === 'phone' && form.phone.trim()) return t('address.phoneWrong')
    return t('address.missing', { field: t(`address.${field}`) })
  }
  const fieldOf = (field: Exclude<AddressField, 'region'>, maxLength: number) => ({
    label: t(`address.${field}`),
    value: form[field],
    maxLength,
    focus: desk.focus === field,
    error: problemOf(field),
    onChange: (typed: string) => change({ [field]: typed }),
    onDone: desk.leaveField,
  })
  return (
    <>
      <PasteBox desk={desk} />
      <View className="x-card address-form">
        <TextField {...fieldOf('name', 50)} />
        <TextField {...fieldOf('phone', 20)} type="number" />
        <RegionField
          form={form}
          error={problemOf('region')}
          open={asksRegion}
          onOpen={setAsksRegion}
          onChange={change}
        />
        <TextField {...fieldOf('detail', 200)} multiline placeholder={t('address.detailHint')} />
        {/* Who makes another the default takes it off this one. */}
        {!address?.isDefault && (
          <Switch
            checked={form.isDefault}
            label={t('address.makeDefault')}
            onChange={(isDefault) => change({ isDefault })}
          />
        )}
      </View>
      <FixedBar>
        <Button block loading={desk.saving} onClick={() => void desk.save()}>
          {t('address.save')}
        </Button>
      </FixedBar>
    </>
  )
}
