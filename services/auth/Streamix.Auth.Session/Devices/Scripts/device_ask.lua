local grant, code, life, kept = ARGV[6], ARGV[7], ARGV[8], ARGV[9]
if not redis.call('SET', prefix .. 'code:' .. code, grant, 'NX', 'PX', life) then return 0 end
redis.call('HSET', prefix .. 'device:' .. grant, 'status', 'pending', unpack(ARGV, 10))
redis.call('PEXPIRE', prefix .. 'device:' .. grant, kept)
return 1
