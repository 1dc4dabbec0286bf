CREATE TABLE "magento"."refunds" (
	"order_id" text NOT NULL,
	"refund_id" text NOT NULL,
	"amount" bigint NOT NULL,
	"started_by" text NOT NULL,
	"seen_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "refunds_order_id_refund_id_pk" PRIMARY KEY("order_id","refund_id")
);
--> statement-breakpoint
ALTER TABLE "magento"."errands" DROP CONSTRAINT "one_errand_of_a_kind";--> statement-breakpoint
ALTER TABLE "magento"."refunds" ADD CONSTRAINT "refunds_order_id_orders_id_fk" FOREIGN KEY ("order_id") REFERENCES "magento"."orders"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "magento"."errands" ADD CONSTRAINT "one_errand_of_those_words" UNIQUE("order_id","kind","words");