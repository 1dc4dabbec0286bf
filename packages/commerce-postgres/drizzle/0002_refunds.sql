CREATE TABLE "commerce"."refunds" (
	"order_id" text NOT NULL,
	"refund_id" text NOT NULL,
	"amount" bigint NOT NULL,
	"lines" jsonb NOT NULL,
	"restock" boolean NOT NULL,
	"recorded_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "refunds_order_id_refund_id_pk" PRIMARY KEY("order_id","refund_id"),
	CONSTRAINT "refund_is_money" CHECK ("commerce"."refunds"."amount" > 0)
);
--> statement-breakpoint
ALTER TABLE "commerce"."order_lines" ADD COLUMN "called_off" integer DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE "commerce"."orders" ADD COLUMN "refunded" bigint DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE "commerce"."refunds" ADD CONSTRAINT "refunds_order_id_orders_id_fk" FOREIGN KEY ("order_id") REFERENCES "commerce"."orders"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "commerce"."order_lines" ADD CONSTRAINT "called_off_of_what_was_ordered" CHECK ("commerce"."order_lines"."called_off" between 0 and "commerce"."order_lines"."quantity");