CREATE SCHEMA IF NOT EXISTS "gateway";
--> statement-breakpoint
CREATE TABLE "gateway"."deselected_cart_lines" (
	"shopper_id" text NOT NULL,
	"line_id" text NOT NULL,
	CONSTRAINT "deselected_cart_lines_shopper_id_line_id_pk" PRIMARY KEY("shopper_id","line_id")
);
--> statement-breakpoint
CREATE TABLE "gateway"."documents" (
	"name" text PRIMARY KEY NOT NULL,
	"content" jsonb NOT NULL,
	"updated_at" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "gateway"."idempotency_keys" (
	"shopper_id" text NOT NULL,
	"key" text NOT NULL,
	"body_hash" text NOT NULL,
	"decided" jsonb,
	"order_id" text,
	"created_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "idempotency_keys_shopper_id_key_pk" PRIMARY KEY("shopper_id","key")
);
--> statement-breakpoint
CREATE TABLE "gateway"."payment_events" (
	"id" text PRIMARY KEY NOT NULL,
	"type" text NOT NULL,
	"out_trade_no" text NOT NULL,
	"body" text NOT NULL,
	"resource" jsonb NOT NULL,
	"received_at" timestamp (3) with time zone NOT NULL,
	"applied_at" timestamp (3) with time zone
);
--> statement-breakpoint
CREATE TABLE "gateway"."payments" (
	"order_id" text PRIMARY KEY NOT NULL,
	"out_trade_no" text NOT NULL,
	"shopper_id" text NOT NULL,
	"openid" text NOT NULL,
	"amount" bigint NOT NULL,
	"description" text NOT NULL,
	"notify_url" text NOT NULL,
	"pay_until" timestamp (3) with time zone NOT NULL,
	"state" text NOT NULL,
	"transaction_id" text,
	"paid_at" timestamp (3) with time zone,
	"created_at" timestamp (3) with time zone NOT NULL,
	"asked_at" timestamp (3) with time zone,
	CONSTRAINT "payments_out_trade_no_unique" UNIQUE("out_trade_no")
);
--> statement-breakpoint
CREATE TABLE "gateway"."quotes" (
	"shopper_id" text NOT NULL,
	"id" text NOT NULL,
	"purchase" jsonb NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "quotes_shopper_id_id_pk" PRIMARY KEY("shopper_id","id")
);
--> statement-breakpoint
CREATE TABLE "gateway"."refunds" (
	"out_refund_no" text PRIMARY KEY NOT NULL,
	"order_id" text NOT NULL,
	"out_trade_no" text NOT NULL,
	"amount" bigint NOT NULL,
	"total" bigint NOT NULL,
	"reason" text NOT NULL,
	"state" text NOT NULL,
	"refund_id" text,
	"attempts" integer DEFAULT 0 NOT NULL,
	"due_at" timestamp (3) with time zone NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL,
	"finished_at" timestamp (3) with time zone
);
--> statement-breakpoint
CREATE TABLE "gateway"."sessions" (
	"token_hash" text PRIMARY KEY NOT NULL,
	"shopper_id" text NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL,
	"expires_at" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "gateway"."shoppers" (
	"id" text PRIMARY KEY NOT NULL,
	"appid" text NOT NULL,
	"openid" text NOT NULL,
	"unionid" text,
	"created_at" timestamp (3) with time zone NOT NULL,
	"blocked_at" timestamp (3) with time zone,
	CONSTRAINT "shoppers_appid_openid" UNIQUE("appid","openid")
);
--> statement-breakpoint
ALTER TABLE "gateway"."deselected_cart_lines" ADD CONSTRAINT "deselected_cart_lines_shopper_id_shoppers_id_fk" FOREIGN KEY ("shopper_id") REFERENCES "gateway"."shoppers"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "gateway"."idempotency_keys" ADD CONSTRAINT "idempotency_keys_shopper_id_shoppers_id_fk" FOREIGN KEY ("shopper_id") REFERENCES "gateway"."shoppers"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "gateway"."quotes" ADD CONSTRAINT "quotes_shopper_id_shoppers_id_fk" FOREIGN KEY ("shopper_id") REFERENCES "gateway"."shoppers"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "gateway"."refunds" ADD CONSTRAINT "refunds_order_id_payments_order_id_fk" FOREIGN KEY ("order_id") REFERENCES "gateway"."payments"("order_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "gateway"."sessions" ADD CONSTRAINT "sessions_shopper_id_shoppers_id_fk" FOREIGN KEY ("shopper_id") REFERENCES "gateway"."shoppers"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "idempotency_keys_created_at" ON "gateway"."idempotency_keys" USING btree ("created_at");--> statement-breakpoint
CREATE INDEX "payment_events_applied_at" ON "gateway"."payment_events" USING btree ("applied_at");--> statement-breakpoint
CREATE INDEX "payments_state" ON "gateway"."payments" USING btree ("state","created_at");--> statement-breakpoint
CREATE INDEX "quotes_created_at" ON "gateway"."quotes" USING btree ("created_at");--> statement-breakpoint
CREATE INDEX "refunds_due_at" ON "gateway"."refunds" USING btree ("state","due_at");--> statement-breakpoint
CREATE INDEX "sessions_expires_at" ON "gateway"."sessions" USING btree ("expires_at");--> statement-breakpoint
CREATE INDEX "sessions_shopper" ON "gateway"."sessions" USING btree ("shopper_id");