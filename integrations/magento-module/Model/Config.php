<?php

declare(strict_types=1);

namespace Xiaopu\WechatStorefront\Model;

use Magento\Framework\App\Config\ScopeConfigInterface;
use Magento\Framework\Encryption\EncryptorInterface;
use Magento\Store\Model\ScopeInterface;

/** What the merchant has set under Stores › Configuration › Customers › WeChat Mini Program. */
class Config
{
    public function __construct(
        private readonly ScopeConfigInterface $scopeConfig,
        private readonly EncryptorInterface $encryptor
    ) {
    }

    /** Whether the gateway made this address: nobody else has one of the domain. */
    public function isOfMiniProgram(string $email): bool
    {
        $domain = strtolower(trim((string)$this->scopeConfig->getValue('xiaopu_wechat/login/email_domain')));
        return $domain !== '' && str_ends_with(strtolower($email), '@' . $domain);
    }

    public function orderNumberPrefix(int $storeId): string
    {
        return trim((string)$this->valueOf('order/number_prefix', $storeId));
    }

    /** Null: the webhook is off, or lacks its address. */
    public function webhookUrl(int $storeId): ?string
    {
        $url = trim((string)$this->valueOf('webhook/url', $storeId));
        return $this->valueOf('webhook/enabled', $storeId) && $url !== '' ? $url : null;
    }

    /** It is stored encrypted. */
    public function webhookSecret(int $storeId): string
    {
        return (string)$this->encryptor->decrypt((string)$this->valueOf('webhook/secret', $storeId));
    }

    private function valueOf(string $path, int $storeId): mixed
    {
        return $this->scopeConfig->getValue('xiaopu_wechat/' . $path, ScopeInterface::SCOPE_STORE, $storeId);
    }
}
