-- Codes are compared in ordinary width from now on: those kept in double width are, too.
UPDATE "gateway"."campaigns" kept SET "code" = upper(trim(normalize(kept."code", NFKC)))
WHERE kept."code" <> upper(trim(normalize(kept."code", NFKC)))
  AND NOT EXISTS (SELECT 1 FROM "gateway"."campaigns" other WHERE other."code" = upper(trim(normalize(kept."code", NFKC))));
