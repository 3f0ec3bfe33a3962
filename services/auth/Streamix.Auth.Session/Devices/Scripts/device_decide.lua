local code, status, account, auth_time, kept = ARGV[6], ARGV[7], ARGV[8], ARGV[9], ARGV[10]
local grant = redis.call('GET', prefix .. 'code:' .. code)
if not grant then return 0 end
local key = prefix .. 'device:' .. grant
local asked = fields_of(key)
if asked.status ~= 'pending' or now >= tonumber(asked.expires_at) then return 0 end
redis.call('DEL', prefix .. 'code:' .. code)
redis.call('HSET', key, 'status', status)
if status == 'approved' then
  redis.call('HSET', key, 'account', account, 'auth_time', auth_time, 'decided_at', whole(now))
  redis.call('SADD', prefix .. 'grants:' .. account, grant)
  redis.call('PEXPIRE', prefix .. 'grants:' .. account, kept)
end
return 1
