import { View } from '@tarojs/components'
import { useLocale } from '../../../i18n'
import { Button, ButtonRow, Chip, Chips, ChoiceRow, Sheet, Switch } from '../../../ui'
import type { FapiaoKind } from '../fapiao-form'
import { TitleFields } from '../title-fields/TitleFields'
import { titleNote } from '../titles'
import { type FapiaoWish, useFapiaoSheet } from '../use-fapiao-sheet'
import './FapiaoSheet.scss'

export interface FapiaoSheetProps extends FapiaoWish {
  onClose: () => void
  /** What was done is on its way. */
  busy?: boolean
}

const KINDS: readonly FapiaoKind[] = ['personal', 'company']
const NAMES = {
  none: 'checkout.fapiaoNone',
  personal: 'checkout.fapiaoPersonal',
  company: 'checkout.fapiaoCompany',
} as const

/** Who the fapiao is made out to: one of the kept titles, or by hand; at checkout also nobody. */
export function FapiaoSheet({ onClose, busy = false, ...wish }: FapiaoSheetProps) {
  const { t } = useLocale()
  const sheet = useFapiaoSheet(wish)
  const { form, titles, byHand } = sheet
  const atCheckout = wish.purpose === 'checkout'
  return (
    <Sheet
      open={wish.open}
      onClose={onClose}
      title={t('checkout.fapiao')}
      footer={
        <ButtonRow>
          {atCheckout && wish.fapiao && (
            <Button kind="outline" onClick={sheet.clear}>
              {t('checkout.clear')}
            </Button>
          )}
          <Button loading={busy} onClick={sheet.done}>
            {t(atCheckout ? 'checkout.done' : 'care.requestFapiao')}
          </Button>
        </ButtonRow>
      }
    >
      <Chips>
        {(atCheckout ? (['none', ...KINDS] as const) : KINDS).map((kind) => (
          <Chip key={kind} chosen={form.kind === kind} onClick={() => sheet.pickKind(kind)}>
            {t(NAMES[kind])}
          </Chip>
        ))}
      </Chips>
      {titles.length > 0 && (
        <View className="fapiao-sheet__titles" ariaRole="radiogroup" ariaLabel={t('fapiao.titles')}>
          {titles.map((title) => (
            <ChoiceRow
              key={title.id}
              name={title.title}
              note={titleNote(title)}
              chosen={title.id === sheet.chosen}
              onChoose={() => sheet.pick(title)}
            />
          ))}
          <ChoiceRow name={t('fapiao.another')} chosen={byHand} onChoose={sheet.writeNew} />
        </View>
      )}
      {sheet.failed && form.kind !== 'none' && (
        <Button kind="plain" size="small" className="fapiao-sheet__retry" onClick={sheet.retry}>
          {t('fapiao.titlesFailed')}
        </Button>
      )}
      {byHand && (
        <View className="fapiao-sheet__fields">
          <TitleFields
            form={form}
            problems={sheet.problems}
            onChange={sheet.change}
            onImport={() => void sheet.importFromWechat()}
          />
          <Switch checked={sheet.keeps} label={t('fapiao.keep')} onChange={sheet.setKeeps} />
        </View>
      )}
    </Sheet>
  )
}
