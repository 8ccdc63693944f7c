-- Keys: which one made a stored value, and which running hubs know which.
create schema keys;

-- The number of the key that made a ciphertext; null for bytes that are none. Form 1 is of key 1; form 2 names its key in bytes 2 and 3.
create function keys.of_cipher(sealed bytea) returns int language sql immutable parallel safe as $$
  select case
    when octet_length(sealed) >= 29 and get_byte(sealed, 0) = 1 then 1
    when octet_length(sealed) >= 31 and get_byte(sealed, 0) = 2 then get_byte(sealed, 1) * 256 + get_byte(sealed, 2)
  end
$$;

-- The number of the key that made a keyed hash; null for bytes that are none. One of 32 bytes is of key 1; a longer one names its key.
create function keys.of_hash(hash bytea) returns int language sql immutable parallel safe as $$
  select case octet_length(hash)
    when 32 then 1
    when 35 then get_byte(hash, 1) * 256 + get_byte(hash, 2)
  end
$$;

-- Running hubs and the keys each of them can use: a hash is written with a new key only when all of them look for it too.
create table keys.holder (
  id uuid primary key,
  hash_keys int[] not null,
  encryption_keys int[] not null,
  seen_at timestamptz not null
);

-- Consumers' roles call nothing here.
revoke execute on all functions in schema keys from public;
