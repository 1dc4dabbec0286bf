<?php

declare(strict_types=1);

namespace Xiaopu\WechatStorefront\Block;

use Magento\Framework\View\Element\Template\Context;
use Magento\Payment\Block\Info;
use Magento\Sales\Model\Order;
use Magento\Sales\Model\Order\Payment;
use Xiaopu\WechatStorefront\Model\WechatPayment;

/** The payment on the order's page in the admin. Shoppers, e-mails and PDFs get the method's title only. */
class WechatPaymentInfo extends Info
{
    public function __construct(
        Context $context,
        private readonly WechatPayment $wechatPayment,
        array $data = []
    ) {
        parent::__construct($context, $data);
    }

    protected function _prepareSpecificInformation($transport = null)
    {
        $transport = parent::_prepareSpecificInformation($transport);
        $payment = $this->getInfo();
        $order = $payment instanceof Payment ? $payment->getOrder() : null;
        if (!$order instanceof Order || $this->getIsSecureMode()) {
            return $transport;
        }
        $transport->setData((string)__('WeChat order number (out_trade_no)'), $this->wechatPayment->outTradeNo($order));
        $transactionId = $this->wechatPayment->transactionId($order);
        $transport->setData((string)__('WeChat transaction id'), $transactionId ?? (string)__('not paid yet'));
        $refundIds = $this->wechatPayment->refundIds($order);
        if ($refundIds !== []) {
            $transport->setData((string)__('WeChat refunds'), implode(', ', $refundIds));
        }
        return $transport;
    }
}
