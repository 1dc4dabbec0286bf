<?php

declare(strict_types=1);

namespace Xiaopu\WechatStorefront\Model\Payment;

use Magento\Framework\App\ObjectManager;
use Magento\Payment\Model\Method\AbstractMethod;
use Magento\Quote\Api\Data\CartInterface;
use Magento\Sales\Model\Order;
use Xiaopu\WechatStorefront\Block\WechatPaymentInfo;
use Xiaopu\WechatStorefront\Model\Config;

/**
 * WeChat Pay, taken by the gateway. For Magento it is an offline method: the order waits as `pending_payment` until the
 * gateway invoices it, Magento's cron cancels it if nobody does, and money goes back through the gateway, with an
 * offline credit memo here. AbstractMethod is deprecated, and what Magento's own offline methods still extend.
 */
class Wechatpay extends AbstractMethod
{
    public const CODE = 'wechatpay';

    protected $_code = self::CODE;
    protected $_isOffline = true;
    /** An offline method's orders would be `pending` otherwise, which the cron lets live. */
    protected $_isInitializeNeeded = true;
    protected $_canUseInternal = false;
    protected $_infoBlockType = WechatPaymentInfo::class;

    public function initialize($paymentAction, $stateObject)
    {
        $stateObject->setData('state', Order::STATE_PENDING_PAYMENT);
        $stateObject->setData('status', $this->getConfigData('order_status') ?: Order::STATE_PENDING_PAYMENT);
        $stateObject->setData('is_notified', false);
        return $this;
    }

    /** WeChat Pay takes yuan only from a mainland merchant. */
    public function canUseForCurrency($currencyCode)
    {
        return $currencyCode === 'CNY';
    }

    public function isAvailable(?CartInterface $quote = null)
    {
        if ($quote !== null && $this->getConfigData('only_mini_program', $quote->getStoreId())) {
            // The parent's constructor has eighteen arguments that differ between versions of Magento.
            $config = ObjectManager::getInstance()->get(Config::class);
            if (!$config->isOfMiniProgram((string)$quote->getCustomerEmail())) {
                return false;
            }
        }
        return parent::isAvailable($quote);
    }
}
