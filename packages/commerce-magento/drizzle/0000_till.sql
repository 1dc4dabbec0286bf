CREATE SCHEMA IF NOT EXISTS "magento";
--> statement-breakpoint
CREATE TABLE "magento"."cart_lines" (
	"id" text PRIMARY KEY NOT NULL,
	"customer_id" text NOT NULL,
	"sku_id" text NOT NULL,
	"quantity" integer NOT NULL,
	"remembered" jsonb NOT NULL,
	"position" bigserial NOT NULL,
	CONSTRAINT "one_cart_line_per_sku" UNIQUE("customer_id","sku_id"),
	CONSTRAINT "cart_quantity_is_positive" CHECK ("magento"."cart_lines"."quantity" > 0)
);
--> statement-breakpoint
CREATE TABLE "magento"."carts" (
	"customer_id" text PRIMARY KEY NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "magento"."customers" (
	"customer_id" text PRIMARY KEY NOT NULL,
	"magento_id" integer NOT NULL,
	"email" text NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "customers_magento_id_unique" UNIQUE("magento_id"),
	CONSTRAINT "customers_email_unique" UNIQUE("email")
);
--> statement-breakpoint
CREATE TABLE "magento"."cursors" (
	"name" text PRIMARY KEY NOT NULL,
	"position" text NOT NULL
);
--> statement-breakpoint
CREATE TABLE "magento"."leases" (
	"name" text PRIMARY KEY NOT NULL,
	"holder" text NOT NULL,
	"until" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "magento"."long_ids" (
	"id" text PRIMARY KEY NOT NULL,
	"meant" text NOT NULL
);
--> statement-breakpoint
CREATE TABLE "magento"."errands" (
	"id" bigserial PRIMARY KEY NOT NULL,
	"order_id" text NOT NULL,
	"kind" text NOT NULL,
	"words" text NOT NULL,
	"attempts" integer NOT NULL,
	"due_at" timestamp (3) with time zone NOT NULL,
	"done_at" timestamp (3) with time zone,
	CONSTRAINT "one_errand_of_a_kind" UNIQUE("order_id","kind")
);
--> statement-breakpoint
CREATE TABLE "magento"."orders" (
	"id" text PRIMARY KEY NOT NULL,
	"number" text NOT NULL,
	"magento_id" integer NOT NULL,
	"magento_number" text NOT NULL,
	"customer_id" text NOT NULL,
	"reference" text NOT NULL,
	"status" text NOT NULL,
	"cancelled_because" text,
	"placed_at" timestamp (3) with time zone NOT NULL,
	"expires_at" timestamp (3) with time zone,
	"paid_at" timestamp (3) with time zone,
	"paid_amount" bigint,
	"transaction_id" text,
	"goods" bigint NOT NULL,
	"discount" bigint NOT NULL,
	"shipping" bigint NOT NULL,
	"total" bigint NOT NULL,
	"lines" jsonb NOT NULL,
	"address" jsonb NOT NULL,
	"fapiao" jsonb,
	"remark" text NOT NULL,
	CONSTRAINT "orders_number_unique" UNIQUE("number"),
	CONSTRAINT "orders_magento_id_unique" UNIQUE("magento_id"),
	CONSTRAINT "orders_magento_number_unique" UNIQUE("magento_number"),
	CONSTRAINT "one_order_per_reference" UNIQUE("customer_id","reference"),
	CONSTRAINT "order_status_is_known" CHECK ("magento"."orders"."status" in ('pending_payment', 'paid', 'shipped', 'completed', 'cancelled')),
	CONSTRAINT "cancelled_for_a_reason" CHECK (("magento"."orders"."status" = 'cancelled') = ("magento"."orders"."cancelled_because" is not null)),
	CONSTRAINT "amounts_add_up" CHECK ("magento"."orders"."total" = "magento"."orders"."goods" - "magento"."orders"."discount" + "magento"."orders"."shipping")
);
--> statement-breakpoint
CREATE TABLE "magento"."outbox" (
	"id" bigserial PRIMARY KEY NOT NULL,
	"type" text NOT NULL,
	"order_id" text NOT NULL,
	"occurred_at" timestamp (3) with time zone NOT NULL,
	"leased_until" timestamp (3) with time zone,
	"confirmed_at" timestamp (3) with time zone
);
--> statement-breakpoint
CREATE TABLE "magento"."placements" (
	"customer_id" text NOT NULL,
	"reference" text NOT NULL,
	"cart_id" text NOT NULL,
	"draft" jsonb NOT NULL,
	"asked_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "placements_customer_id_reference_pk" PRIMARY KEY("customer_id","reference")
);
--> statement-breakpoint
ALTER TABLE "magento"."cart_lines" ADD CONSTRAINT "cart_lines_customer_id_carts_customer_id_fk" FOREIGN KEY ("customer_id") REFERENCES "magento"."carts"("customer_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "magento"."errands" ADD CONSTRAINT "errands_order_id_orders_id_fk" FOREIGN KEY ("order_id") REFERENCES "magento"."orders"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "magento"."outbox" ADD CONSTRAINT "outbox_order_id_orders_id_fk" FOREIGN KEY ("order_id") REFERENCES "magento"."orders"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "errands_due" ON "magento"."errands" USING btree ("due_at") WHERE "magento"."errands"."done_at" is null;--> statement-breakpoint
CREATE INDEX "orders_of_customer" ON "magento"."orders" USING btree ("customer_id","placed_at" DESC NULLS LAST,"id" DESC NULLS LAST);--> statement-breakpoint
CREATE INDEX "orders_to_expire" ON "magento"."orders" USING btree ("expires_at") WHERE "magento"."orders"."status" = 'pending_payment';--> statement-breakpoint
CREATE INDEX "outbox_to_tell" ON "magento"."outbox" USING btree ("order_id","id") WHERE "magento"."outbox"."confirmed_at" is null;