-- What shoppers chose, one row for each choice. The id is the client's: a record that is sent twice is one row.
-- No address, no browser, no name: the envelope proves a choice without them.
CREATE TABLE fairsay_records (
  id text PRIMARY KEY,
  kind text NOT NULL,
  -- The shopper's clock may be wrong, so the server's is kept beside it.
  chosen_at timestamptz NOT NULL,
  received_at timestamptz NOT NULL,
  -- The order of arrival, as several may arrive within one tick of a clock.
  place bigint GENERATED ALWAYS AS IDENTITY,
  envelope jsonb NOT NULL
);

CREATE INDEX fairsay_records_by_place ON fairsay_records (place DESC);

-- A withdrawal is one more record. Changing an old one would be no proof of anything.
CREATE FUNCTION fairsay_refuse_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION 'A record is appended, never changed.';
END
$$;

CREATE TRIGGER fairsay_records_stay BEFORE UPDATE ON fairsay_records
FOR EACH ROW EXECUTE FUNCTION fairsay_refuse_change();
