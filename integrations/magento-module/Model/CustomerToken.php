<?php

declare(strict_types=1);

namespace Xiaopu\WechatStorefront\Model;

use Magento\Authorization\Model\UserContextInterface;
use Magento\Customer\Api\CustomerRepositoryInterface;
use Magento\Framework\Exception\NoSuchEntityException;
use Magento\Integration\Api\UserTokenIssuerInterface;
use Magento\Integration\Model\CustomUserContext;
use Magento\Integration\Model\UserToken\UserTokenParametersFactory;
use Xiaopu\WechatStorefront\Api\CustomerTokenInterface;

class CustomerToken implements CustomerTokenInterface
{
    public function __construct(
        private readonly CustomerRepositoryInterface $customers,
        private readonly UserTokenIssuerInterface $tokens,
        private readonly UserTokenParametersFactory $parameters,
        private readonly Config $config
    ) {
    }

    /**
     * Customers of the website are nobody here: keys of the integration that are stolen must not open their accounts.
     *
     * @inheritdoc
     */
    public function create(int $customerId): string
    {
        $customer = $this->customers->getById($customerId);
        if (!$this->config->isOfMiniProgram((string)$customer->getEmail())) {
            throw NoSuchEntityException::singleField('customerId', $customerId);
        }
        $shopper = new CustomUserContext($customerId, UserContextInterface::USER_TYPE_CUSTOMER);
        return $this->tokens->create($shopper, $this->parameters->create());
    }
}
