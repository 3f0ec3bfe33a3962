local account = ARGV[6]
local erased = 0
for _, sid in ipairs(redis.call('ZRANGE', list_key(account), 0, -1)) do
  if redis.call('HGET', family_key(sid), 'account') then
    bury(sid, account, 'closed')
    deny_member('sid:' .. sid .. '#closed')
    erased = erased + 1
  end
end
erased = erased + redis.call('DEL', list_key(account), account_key(account))
for _, grant in ipairs(redis.call('SMEMBERS', prefix .. 'grants:' .. account)) do
  erased = erased + redis.call('DEL', prefix .. 'device:' .. grant)
end
redis.call('DEL', prefix .. 'grants:' .. account)
for _, entry in ipairs(redis.call('XRANGE', prefix .. 'happenings', '-', '+')) do
  for i = 1, #entry[2], 2 do
    if entry[2][i] == 'account' and entry[2][i + 1] == account then erased = erased + redis.call('XDEL', prefix .. 'happenings', entry[1]) end
  end
end
return erased
