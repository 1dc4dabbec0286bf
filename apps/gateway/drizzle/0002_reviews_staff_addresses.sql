CREATE TABLE "gateway"."addresses" (
	"id" text PRIMARY KEY NOT NULL,
	"shopper_id" text NOT NULL,
	"name" text NOT NULL,
	"phone" text NOT NULL,
	"province" text NOT NULL,
	"city" text NOT NULL,
	"district" text NOT NULL,
	"detail" text NOT NULL,
	"postal_code" text,
	"national_code" text,
	"is_default" boolean NOT NULL,
	"touched_at" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "gateway"."merchant_acts" (
	"id" text PRIMARY KEY NOT NULL,
	"at" timestamp (3) with time zone NOT NULL,
	"staff_id" text NOT NULL,
	"staff_name" text NOT NULL,
	"act" text NOT NULL,
	"subject" text,
	"detail" jsonb,
	"outcome" text
);
--> statement-breakpoint
CREATE TABLE "gateway"."staff" (
	"id" text PRIMARY KEY NOT NULL,
	"name" text NOT NULL,
	"role" text NOT NULL,
	"token_hash" text NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL,
	"dismissed_at" timestamp (3) with time zone,
	CONSTRAINT "staff_token_hash_unique" UNIQUE("token_hash")
);
--> statement-breakpoint
CREATE INDEX "addresses_shopper" ON "gateway"."addresses" USING btree ("shopper_id");--> statement-breakpoint
CREATE INDEX "merchant_acts_at" ON "gateway"."merchant_acts" USING btree ("at","id");