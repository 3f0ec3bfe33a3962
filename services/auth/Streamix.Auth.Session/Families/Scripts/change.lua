local sid, account = ARGV[6], ARGV[7]
local family, why = living(sid)
if not family then return {'ended', why} end
if family.account ~= account then return {'ended', ''} end
redis.call('HSET', family_key(sid), unpack(ARGV, 8))
return {'changed', redis.call('HGETALL', family_key(sid))}
