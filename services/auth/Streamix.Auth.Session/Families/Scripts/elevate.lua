-- A proof weaker than the session has raises nothing, and makes its stronger one no younger.
local sid, account, acr, auth_time = ARGV[6], ARGV[7], ARGV[8], tonumber(ARGV[9])
local family, why = living(sid)
if not family then return {'ended', why} end
if family.account ~= account then return {'ended', ''} end
if acr >= family.acr then
  redis.call('HSET', family_key(sid), 'acr', acr, 'auth_time', whole(math.max(auth_time, tonumber(family.auth_time))))
end
return {'changed', issuing(sid, family)}
