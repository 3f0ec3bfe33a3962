-- Every script runs at once or not at all. Instants are milliseconds since 1970, given by the caller; lifetimes of keys are relative.
local prefix, deny = ARGV[1], ARGV[2]
local now, deny_for, remember = tonumber(ARGV[3]), tonumber(ARGV[4]), tonumber(ARGV[5])

local function whole(number) return string.format('%.0f', number) end
local function family_key(sid) return prefix .. 'family:' .. sid end
local function list_key(account) return prefix .. 'list:' .. account end
local function account_key(account) return prefix .. 'account:' .. account end

local function fields_of(key)
  local flat, fields = redis.call('HGETALL', key), {}
  for i = 1, #flat, 2 do fields[flat[i]] = flat[i + 1] end
  return fields, flat
end

-- An entry of the gateways' deny list: kept for those that start later, published for those that run.
local function deny_member(member)
  local score = whole(math.ceil((now + deny_for) / 1000))
  redis.call('ZREMRANGEBYSCORE', deny, '-inf', '(' .. whole(math.floor(now / 1000)))
  redis.call('ZADD', deny, score, member)
  redis.call('PUBLISH', deny, member .. '|' .. score)
end

-- What other services will be told of; another process carries it on.
local function happen(kind, account, sid, ...)
  redis.call('XADD', prefix .. 'happenings', '*', 'kind', kind, 'account', account, 'sid', sid, 'at', whole(now), ...)
end

local function is_over(family) return now >= tonumber(family.idle_until) or now >= tonumber(family.absolute_until) end

local function bury(sid, account, reason)
  redis.call('DEL', family_key(sid))
  redis.call('HSET', family_key(sid), 'ended', reason)
  redis.call('PEXPIRE', family_key(sid), whole(remember))
  redis.call('ZREM', list_key(account), sid)
end

local function end_family(sid, account, reason)
  bury(sid, account, reason)
  deny_member('sid:' .. sid .. '#' .. reason)
  happen('ended', account, sid, 'reason', reason)
end

-- What the next access token of a living session is made from, with the second it says it was issued in: never less than what the session said
-- before, and later than what its older tokens are refused by. So the order of the scripts decides what is older, not the clocks of the callers.
local function issuing(sid, family)
  local second = math.max(math.floor(now / 1000), tonumber(family.issued_at or 0), tonumber(family.issued_after) + 1)
  redis.call('HSET', family_key(sid), 'issued_at', whole(second))
  return redis.call('HGETALL', family_key(sid))
end

-- The session goes on, the access tokens it has do not.
local function outdate(sid, family, reason)
  local second = whole(math.max(math.floor(now / 1000), tonumber(family.issued_at or 0)))
  redis.call('HSET', family_key(sid), 'issued_after', second, 'outdated_by', reason)
  deny_member('sid:' .. sid .. '@' .. second .. '#' .. reason)
end

-- The family, or nil and why there is none.
local function living(sid)
  local family, flat = fields_of(family_key(sid))
  if family.ended then return nil, family.ended end
  if not family.account then return nil, '' end
  if is_over(family) then
    bury(sid, family.account, 'expired')
    return nil, 'expired'
  end
  return family, flat
end
