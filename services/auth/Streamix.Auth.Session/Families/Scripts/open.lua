local sid, account, open_key, open_for = ARGV[6], ARGV[7], prefix .. 'open:' .. ARGV[8], ARGV[9]
local limit, proven_at, roles_revision = tonumber(ARGV[10]), tonumber(ARGV[11]), tonumber(ARGV[12])
local idle_until, keep_for = tonumber(ARGV[13]), ARGV[14]

local before = redis.call('GET', open_key)
if before then
  local family, flat = living(before)
  if not family then return {'refused', flat} end
  return {'opened', before, issuing(before, family)}
end

local known = fields_of(account_key(account))
if known.status == 'suspended' or known.status == 'closed' then return {'refused', known.status} end
if known.not_before and proven_at <= tonumber(known.not_before) then return {'refused', known.not_before_reason} end

redis.call('HSET', family_key(sid), 'account', account, 'proven_at', whole(proven_at), unpack(ARGV, 15))
if known.roles and tonumber(known.roles_revision) >= roles_revision and redis.call('HGET', family_key(sid), 'method') ~= 'device' then
  redis.call('HSET', family_key(sid), 'roles', known.roles)
end
redis.call('PEXPIRE', family_key(sid), keep_for)
redis.call('SET', open_key, sid, 'PX', open_for)

local list = list_key(account)
redis.call('ZREMRANGEBYSCORE', list, '-inf', whole(now))
while redis.call('ZCARD', list) >= limit do
  local oldest = redis.call('ZRANGE', list, 0, -1)
  table.sort(oldest)
  end_family(oldest[1], account, 'revoked')
end
redis.call('ZADD', list, whole(idle_until), sid)
if redis.call('PTTL', list) < tonumber(keep_for) then redis.call('PEXPIRE', list, keep_for) end

local family = fields_of(family_key(sid))
happen('opened', account, sid, 'device', family.device, 'method', family.method)
return {'opened', sid, issuing(sid, family)}
