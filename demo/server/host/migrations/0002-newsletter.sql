-- Who asked for mail. `pending` waits for the second step of the double opt-in.
CREATE TABLE fairsay_subscribers (
  id integer GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  address text NOT NULL,
  -- The address in the form in which two spellings of it are equal.
  address_key text NOT NULL UNIQUE,
  status text NOT NULL CHECK (status IN ('subscribed', 'pending', 'unsubscribed', 'suppressed')),
  version integer NOT NULL DEFAULT 1,
  topics jsonb NOT NULL,
  frequency text NOT NULL,
  channels jsonb NOT NULL,
  paused_until date,
  -- When the double opt-in was completed. Without it, nothing makes `subscribed` of any other status.
  confirmed_at timestamptz,
  created_at timestamptz NOT NULL
);

-- Tokens are passwords, so only their SHA-256 is here. One that outlives its subscriber still says that there is nobody.
CREATE TABLE fairsay_tokens (
  hash text PRIMARY KEY,
  purpose text NOT NULL CHECK (purpose IN ('confirm', 'manage', 'unsubscribe')),
  subscriber_id integer REFERENCES fairsay_subscribers (id) ON DELETE SET NULL,
  -- Null never expires: a link to unsubscribe in old mail must go on working.
  expires_at timestamptz,
  used_at timestamptz
);

CREATE INDEX fairsay_tokens_by_subscriber ON fairsay_tokens (subscriber_id);

-- Mail to be sent, written in the transaction that causes it: no crash comes between the two.
CREATE TABLE fairsay_outbox (
  id integer GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  subscriber_id integer NOT NULL REFERENCES fairsay_subscribers (id) ON DELETE CASCADE,
  kind text NOT NULL,
  queued_at timestamptz NOT NULL,
  -- Plain json keeps their order.
  headers json NOT NULL,
  body text NOT NULL
);

CREATE INDEX fairsay_outbox_by_subscriber ON fairsay_outbox (subscriber_id, queued_at);

-- What a change was answered with, by its key: whoever lost the answer asks again, and gets the same one.
CREATE TABLE fairsay_changes (
  subscriber_id integer NOT NULL REFERENCES fairsay_subscribers (id) ON DELETE CASCADE,
  key text NOT NULL,
  patch jsonb NOT NULL,
  -- Plain json, so that it is the same answer to the letter.
  answer json NOT NULL,
  made_at timestamptz NOT NULL,
  PRIMARY KEY (subscriber_id, key)
);
