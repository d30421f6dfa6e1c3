-- A search read the whole history of a wallet. These functions make the terms of an index from which a text is found:
-- all its substrings of one to three characters, in one spelling, with the wallets of the transaction.
--
-- The one spelling: lower case; no accents, vowel marks (tashkeel), tatweel or invisible characters; each Arabic letter
-- without hamza; ة as ه, ى as ي; digits of ASCII; ß as ss. Unicode's compatibility decomposition (NFKD) does most of it.
CREATE FUNCTION search_text(raw text) RETURNS text LANGUAGE plpgsql IMMUTABLE STRICT PARALLEL SAFE AS $$
BEGIN
  IF octet_length(raw) = char_length(raw) THEN
    RETURN lower(raw);
  END IF;
  RETURN replace(replace(replace(
    translate(
      lower(regexp_replace(normalize(raw, NFKD),
        '[\u00AD\u0621\u0300-\u036F\u0483-\u0487\u0591-\u05BD\u05BF\u05C1\u05C2\u05C4\u05C5\u05C7\u0610-\u061A\u061C\u0640\u064B-\u065F\u0670\u06D6-\u06DC\u06DF-\u06E8\u06EA-\u06ED\u08D3-\u08FF\u1AB0-\u1AFF\u1DC0-\u1DFF\u200B-\u200F\u202A-\u202E\u2060-\u2069\u20D0-\u20F0\uFE00-\uFE0F\uFE20-\uFE2F\uFEFF]',
        '', 'g')),
      'ٱةىیکہەςıøłđ٠١٢٣٤٥٦٧٨٩۰۱۲۳۴۵۶۷۸۹',
      'اهييكههσiold01234567890123456789'),
    'ß', 'ss'), 'æ', 'ae'), 'œ', 'oe');
END $$;
--> statement-breakpoint
-- The substrings of three characters, and those down to `shortest` characters. A loop: a query with array_agg took ten
-- times as long.
CREATE FUNCTION search_grams(spelled text, shortest int) RETURNS text[] LANGUAGE plpgsql IMMUTABLE PARALLEL SAFE AS $$
DECLARE
  grams text[] := '{}';
  length int := coalesce(char_length(spelled), 0);
BEGIN
  FOR i IN 1..length LOOP
    FOR size IN shortest..least(3, length - i + 1) LOOP
      grams := grams || substr(spelled, i, size);
    END LOOP;
  END LOOP;
  RETURN grams;
END $$;
--> statement-breakpoint
-- Type, day and the three groups of a reference such as TRF-261123-7K3M-9QXT-2A4B.
CREATE FUNCTION reference_parts(reference text) RETURNS text[] LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE AS $$
  SELECT string_to_array(reference, '-')
$$;
--> statement-breakpoint
CREATE FUNCTION transaction_search_terms(note text, reference text, from_wallet_id uuid, to_wallet_id uuid)
RETURNS text[] LANGUAGE plpgsql IMMUTABLE PARALLEL SAFE AS $$
BEGIN
  RETURN array_remove(ARRAY[from_wallet_id::text, to_wallet_id::text], NULL)
    || public.reference_parts(reference) || public.search_grams(public.search_text(note), 1);
END $$;
--> statement-breakpoint
-- The transactions of these wallets whose note has all substrings of a text in the one spelling, or whose reference has
-- this part: candidates, of which the caller must compare the text itself. The settings make it use the index, which can
-- only be read as a bitmap: the lists turn bitmap scans off. ROWS: few make it join row by row, which a full page ends.
CREATE FUNCTION search_candidates(wallet_ids uuid[], spelled text, reference_part text)
RETURNS TABLE (id uuid, posted_at timestamptz) LANGUAGE sql STABLE ROWS 10
SET enable_bitmapscan = on SET enable_seqscan = off AS $$
  SELECT t.id, t.posted_at FROM public.transactions t
  WHERE spelled <> ''
    AND public.transaction_search_terms(t.note, t.reference, t.from_wallet_id, t.to_wallet_id) && wallet_ids::text[]
    AND public.transaction_search_terms(t.note, t.reference, t.from_wallet_id, t.to_wallet_id)
      @> public.search_grams(spelled, least(3, char_length(spelled)))
  UNION
  SELECT t.id, t.posted_at FROM public.transactions t
  WHERE public.transaction_search_terms(t.note, t.reference, t.from_wallet_id, t.to_wallet_id) && wallet_ids::text[]
    AND public.transaction_search_terms(t.note, t.reference, t.from_wallet_id, t.to_wallet_id) @> ARRAY[reference_part]
$$;
