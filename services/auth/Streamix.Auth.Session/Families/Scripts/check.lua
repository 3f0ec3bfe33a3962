local sid, account, noted_every, issued_at = ARGV[6], ARGV[7], tonumber(ARGV[8]), tonumber(ARGV[9])
local family, why = living(sid)
if not family then return {'ended', why} end
if family.account ~= account then return {'ended', ''} end
if issued_at <= tonumber(family.issued_after) then return {'ended', family.outdated_by or ''} end
if now - tonumber(family.used_at) >= noted_every then redis.call('HSET', family_key(sid), 'used_at', whole(now)) end
return {'alive', family.idle_until}
