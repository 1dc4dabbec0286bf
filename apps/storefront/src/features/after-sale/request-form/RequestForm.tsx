import { Text, View } from '@tarojs/components'
import type { AfterSale, AfterSaleOptions } from '@xiaopu/contract'
import { useEffect } from 'react'
import { useLocale } from '../../../i18n'
import { Button, Cell, CellGroup, FixedBar } from '../../../ui'
import { ChoiceRow } from '../../../ui/choice-row/ChoiceRow'
import { TextBox } from '../../../ui/text-box/TextBox'
import { useLeaveGuard } from '../../../wechat'
import { PictureChooser, usePictures } from '../../uploads'
import { AmountField } from '../amount-field/AmountField'
import { ReasonField } from '../reason-field/ReasonField'
import { ReplacementField } from '../replacement-field/ReplacementField'
import { LONGEST_WORDS, MOST_PICTURES, type RequestDraft, replacementFor } from '../request-draft'
import { RequestLines } from '../request-lines/RequestLines'
import { useRequestForm } from '../use-request-form'
import './RequestForm.scss'

export interface RequestFormProps {
  options: AfterSaleOptions
  fresh: RequestDraft
  /** What can be asked for has changed meanwhile. */
  onStale: () => void
  onSent: (afterSale: AfterSale) => void
}

/** What, which goods, why, how much; and one button. */
export function RequestForm({ options, fresh, onStale, onSent }: RequestFormProps) {
  const { t } = useLocale()
  const pictures = usePictures({ most: MOST_PICTURES })
  const form = useRequestForm({ options, fresh, pictures, onStale })
  const { draft, most, problems, sent } = form
  const money = draft.kind !== 'exchange'
  // Only where there is a choice, or none is left.
  const replaced = options.lines.flatMap((line) => {
    const chosen = draft.pieces[line.skuId] ? replacementFor(options, draft, line.skuId) : undefined
    return chosen && (line.replacements.length > 1 || !chosen.available) ? [{ line, chosen }] : []
  })
  const reasons = options.kinds.find(({ kind }) => kind === draft.kind)?.reasons ?? []

  useLeaveGuard(form.unsent ? t('afterSale.leave') : null)
  // After the guard has let go of the page: it would ask about what is sent.
  // biome-ignore lint/correctness/useExhaustiveDependencies: it is sent once
  useEffect(() => {
    if (sent) onSent(sent)
  }, [sent])

  return (
    <>
      {options.kinds.length === 1 ? (
        <CellGroup className="request-form__what">
          <Cell title={t('afterSale.what')} value={t(`afterSale.kind_${draft.kind}`)} />
        </CellGroup>
      ) : (
        <View className="x-card request-form__what request-form__kinds">
          <View ariaRole="radiogroup" ariaLabel={t('afterSale.what')}>
            {options.kinds.map(({ kind }) => (
              <ChoiceRow
                key={kind}
                name={t(`afterSale.kind_${kind}`)}
                note={t(`afterSale.kindNote_${kind}`)}
                chosen={kind === draft.kind}
                onChoose={() => form.setKind(kind)}
              />
            ))}
          </View>
        </View>
      )}
      <RequestLines options={options} draft={draft} missing={problems.lines} onChange={form.setPieces} />
      {draft.kind === 'exchange' && replaced.length > 0 && (
        <CellGroup className="request-form__why">
          {replaced.map(({ line, chosen }) => (
            <ReplacementField
              key={line.skuId}
              line={line}
              chosen={chosen}
              onChoose={(skuId) => form.change({ replacements: { ...draft.replacements, [line.skuId]: skuId } })}
            />
          ))}
        </CellGroup>
      )}
      <CellGroup className="request-form__why">
        <ReasonField
          reasons={reasons}
          chosen={draft.reason}
          missing={problems.reason}
          onChoose={(reason) => form.change({ reason })}
        />
      </CellGroup>
      {money && most.amount > 0 && (
        <AmountField
          typed={draft.amount}
          most={most}
          problem={problems.amount}
          onChange={(amount) => form.change({ amount })}
        />
      )}
      <View className="x-card request-form__words">
        <Text className="request-form__title">{t('afterSale.words')}</Text>
        <TextBox
          label={t('afterSale.words')}
          value={draft.words}
          placeholder={t('afterSale.wordsHint')}
          maxLength={LONGEST_WORDS}
          onChange={(words) => form.change({ words })}
        />
        <View className="request-form__pictures">
          <PictureChooser pictures={pictures} label={t('afterSale.evidence')} />
        </View>
      </View>
      <FixedBar>
        <Button block loading={form.sending} onClick={() => void form.submit()}>
          {t('afterSale.submit')}
        </Button>
      </FixedBar>
    </>
  )
}
