local account, roles, revision, account_for = ARGV[6], ARGV[7], tonumber(ARGV[8]), ARGV[9]
local key = account_key(account)
if revision <= tonumber(redis.call('HGET', key, 'roles_revision') or -1) then return 0 end
redis.call('HSET', key, 'roles', roles, 'roles_revision', whole(revision))
redis.call('PEXPIRE', key, account_for)
local changed = 0
for _, sid in ipairs(redis.call('ZRANGE', list_key(account), 0, -1)) do
  local family = living(sid)
  -- Devices never carry roles.
  if family and family.method ~= 'device' and family.roles ~= roles then
    redis.call('HSET', family_key(sid), 'roles', roles)
    outdate(sid, family, 'roles-changed')
    changed = changed + 1
  end
end
return changed
