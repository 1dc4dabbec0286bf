CREATE TABLE "gateway"."home_draft" (
	"name" text PRIMARY KEY NOT NULL,
	"content" jsonb,
	"based_on" integer NOT NULL,
	"revision" integer NOT NULL,
	"saved_at" timestamp (3) with time zone NOT NULL,
	"staff_id" text NOT NULL,
	"staff_name" text NOT NULL
);
--> statement-breakpoint
CREATE TABLE "gateway"."home_previews" (
	"token_hash" text PRIMARY KEY NOT NULL,
	"version" integer,
	"expires_at" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "gateway"."home_versions" (
	"number" integer PRIMARY KEY NOT NULL,
	"content" jsonb NOT NULL,
	"published_at" timestamp (3) with time zone NOT NULL,
	"staff_id" text NOT NULL,
	"staff_name" text NOT NULL,
	"visible_from" timestamp (3) with time zone NOT NULL,
	"note" text DEFAULT '' NOT NULL,
	"restored_from" integer,
	"withdrawn_at" timestamp (3) with time zone
);
--> statement-breakpoint
CREATE INDEX "home_versions_visible" ON "gateway"."home_versions" USING btree ("visible_from","number");
--> statement-breakpoint
INSERT INTO "gateway"."home_versions" ("number", "content", "published_at", "staff_id", "staff_name", "visible_from") SELECT 1, "content", "updated_at", 'import', 'pnpm shop home', "updated_at" FROM "gateway"."documents" WHERE "name" = 'home';
--> statement-breakpoint
DELETE FROM "gateway"."documents" WHERE "name" = 'home';
