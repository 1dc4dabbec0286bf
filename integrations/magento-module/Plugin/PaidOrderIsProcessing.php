<?php

declare(strict_types=1);

namespace Xiaopu\WechatStorefront\Plugin;

use Magento\Sales\Api\Data\OrderInterface;
use Magento\Sales\Model\Order;
use Magento\Sales\Model\Order\OrderStateResolverInterface;
use Xiaopu\WechatStorefront\Model\Payment\Wechatpay;

/**
 * An order that is invoiced over REST becomes `processing` only if it was `new`: Magento resolves one that was
 * `pending_payment` to `new`, which reads as unpaid.
 */
class PaidOrderIsProcessing
{
    public function afterGetStateForOrder(
        OrderStateResolverInterface $subject,
        string $state,
        OrderInterface $order,
        array $arguments = []
    ): string {
        $isPaid = in_array(OrderStateResolverInterface::IN_PROGRESS, $arguments, true)
            && in_array($state, [Order::STATE_NEW, Order::STATE_PENDING_PAYMENT], true)
            && $order->getState() === Order::STATE_PENDING_PAYMENT
            && $order->getPayment()?->getMethod() === Wechatpay::CODE;
        return $isPaid ? Order::STATE_PROCESSING : $state;
    }
}
