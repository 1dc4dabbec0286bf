<?php

declare(strict_types=1);

namespace Xiaopu\WechatStorefront\Model;

use Magento\Sales\Model\Order;

/**
 * What WeChat Pay calls an order's payment and refunds. Nothing is stored for it: the gateway writes `微信支付 <id>` as the
 * comment of the invoice and `微信支付退款 <id>` as that of the credit memo, over Magento's own REST.
 */
class WechatPayment
{
    public function __construct(private readonly Config $config)
    {
    }

    /**
     * The same rule as the gateway's: Magento's number with the prefix, or its id where WeChat takes no such number
     * (6 to 32 of 0-9A-Za-z_-).
     */
    public function outTradeNo(Order $order): string
    {
        $prefix = $this->config->orderNumberPrefix((int)$order->getStoreId());
        $number = $prefix . $order->getIncrementId();
        if (preg_match('/^[0-9A-Za-z_-]{6,32}$/D', $number) === 1) {
            return $number;
        }
        return $prefix . 'E' . str_pad((string)$order->getId(), 9, '0', STR_PAD_LEFT);
    }

    /** Null: not paid yet, or not by WeChat. */
    public function transactionId(Order $order): ?string
    {
        return $this->named('微信支付', $order->getInvoiceCollection())[0] ?? null;
    }

    /** @return string[] */
    public function refundIds(Order $order): array
    {
        return $this->named('微信支付退款', $order->getCreditmemosCollection() ?: []);
    }

    /** @return string[] */
    private function named(string $words, iterable $documents): array
    {
        $ids = [];
        foreach ($documents as $document) {
            foreach ($document->getCommentsCollection() as $comment) {
                if (preg_match('/^' . $words . ' ([0-9A-Za-z_-]+)/u', (string)$comment->getComment(), $found) === 1) {
                    $ids[] = $found[1];
                }
            }
        }
        return array_values(array_unique($ids));
    }
}
