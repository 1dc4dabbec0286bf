CREATE TABLE "commerce"."replacements" (
	"id" text PRIMARY KEY NOT NULL,
	"lines" jsonb NOT NULL,
	"state" text NOT NULL,
	"changed_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "replacement_state_is_known" CHECK ("commerce"."replacements"."state" in ('set_aside', 'given_back', 'sent'))
);
--> statement-breakpoint
ALTER TABLE "commerce"."order_lines" ADD COLUMN "discount" bigint;--> statement-breakpoint
ALTER TABLE "commerce"."order_lines" ADD CONSTRAINT "discount_of_what_it_costs" CHECK ("commerce"."order_lines"."discount" between 0 and "commerce"."order_lines"."unit_price" * "commerce"."order_lines"."quantity");