CREATE TABLE "gateway"."restock_reminders" (
	"shopper_id" text NOT NULL,
	"sku_id" text NOT NULL,
	"product_id" text NOT NULL,
	"locale" text NOT NULL,
	"asked_at" timestamp (3) with time zone NOT NULL,
	"looked_at" timestamp (3) with time zone NOT NULL,
	"leased_until" timestamp (3) with time zone,
	CONSTRAINT "restock_reminders_shopper_id_sku_id_pk" PRIMARY KEY("shopper_id","sku_id")
);
--> statement-breakpoint
ALTER TABLE "gateway"."restock_reminders" ADD CONSTRAINT "restock_reminders_shopper_id_shoppers_id_fk" FOREIGN KEY ("shopper_id") REFERENCES "gateway"."shoppers"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "restock_reminders_product" ON "gateway"."restock_reminders" USING btree ("product_id","looked_at");