CREATE TABLE "gateway"."after_sales" (
	"id" text PRIMARY KEY NOT NULL,
	"shopper_id" text NOT NULL,
	"idempotency_key" text NOT NULL,
	"body_hash" text NOT NULL,
	"order_id" text NOT NULL,
	"order_number" text NOT NULL,
	"kind" text NOT NULL,
	"state" text NOT NULL,
	"lines" jsonb NOT NULL,
	"asked" bigint NOT NULL,
	"granted" bigint,
	"reason" text NOT NULL,
	"words" text NOT NULL,
	"pictures" jsonb NOT NULL,
	"answer" text,
	"return_to" jsonb,
	"return_by" timestamp (3) with time zone,
	"waybill" jsonb,
	"replacement" jsonb,
	"restock" boolean DEFAULT false NOT NULL,
	"out_refund_no" text,
	"refunds_made" integer DEFAULT 0 NOT NULL,
	"progress" jsonb NOT NULL,
	"requested_at" timestamp (3) with time zone NOT NULL,
	"changed_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "after_sales_out_refund_no_unique" UNIQUE("out_refund_no")
);
--> statement-breakpoint
CREATE TABLE "gateway"."received_orders" (
	"order_id" text PRIMARY KEY NOT NULL,
	"received_at" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
CREATE UNIQUE INDEX "after_sales_key" ON "gateway"."after_sales" USING btree ("shopper_id","idempotency_key");--> statement-breakpoint
CREATE INDEX "after_sales_of_shopper" ON "gateway"."after_sales" USING btree ("shopper_id","requested_at");--> statement-breakpoint
CREATE INDEX "after_sales_of_order" ON "gateway"."after_sales" USING btree ("order_id");--> statement-breakpoint
CREATE INDEX "after_sales_state" ON "gateway"."after_sales" USING btree ("state","changed_at");