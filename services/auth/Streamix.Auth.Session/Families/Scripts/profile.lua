local sid, account, profile = ARGV[6], ARGV[7], ARGV[8]
local family, why = living(sid)
if not family then return {'ended', why} end
if family.account ~= account then return {'ended', ''} end
-- Removed while it was being entered.
if profile ~= '' and redis.call('EXISTS', prefix .. 'gone:' .. profile) == 1 then return {'gone'} end
redis.call('HSET', family_key(sid), 'profile', profile)
return {'changed', issuing(sid, family)}
