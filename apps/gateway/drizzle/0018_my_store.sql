CREATE TABLE "gateway"."my_stores" (
	"shopper_id" text PRIMARY KEY NOT NULL,
	"store_id" text,
	"name" text,
	"chosen_at" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
ALTER TABLE "gateway"."my_stores" ADD CONSTRAINT "my_stores_shopper_id_shoppers_id_fk" FOREIGN KEY ("shopper_id") REFERENCES "gateway"."shoppers"("id") ON DELETE cascade ON UPDATE no action;