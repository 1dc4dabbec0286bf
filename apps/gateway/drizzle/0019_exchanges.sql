ALTER TABLE "gateway"."after_sales" ADD COLUMN "instead_of_exchange" boolean DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE "gateway"."after_sales" ADD COLUMN "replacement_stock" text;--> statement-breakpoint
CREATE INDEX "after_sales_set_aside" ON "gateway"."after_sales" USING btree ("replacement_stock") WHERE "gateway"."after_sales"."replacement_stock" = 'set_aside';