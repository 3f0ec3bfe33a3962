local grant, client, slower, grace = ARGV[6], ARGV[7], tonumber(ARGV[8]), tonumber(ARGV[9])
local key = prefix .. 'device:' .. grant
local asked, flat = fields_of(key)
if not asked.status or asked.client ~= client then return {'unknown'} end
if asked.status == 'approved' and asked.taken_at then
  -- Taken already: its session is told again only to who lost the answer just now.
  if now - tonumber(asked.taken_at) > grace then return {'unknown'} end
  return {'approved', flat}
end
if now >= tonumber(asked.expires_at) then return {'expired'} end
if asked.status == 'denied' then return {'denied'} end
if asked.status == 'approved' then
  redis.call('HSET', key, 'taken_at', whole(now))
  return {'approved', flat}
end

local interval = tonumber(asked.interval)
local early = asked.asked_at and now - tonumber(asked.asked_at) < interval
redis.call('HSET', key, 'asked_at', whole(now))
if early then
  redis.call('HSET', key, 'interval', whole(interval + slower))
  return {'slow_down'}
end
return {'pending'}
