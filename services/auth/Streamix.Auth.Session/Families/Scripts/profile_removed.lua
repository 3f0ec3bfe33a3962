local account, profile, known_for = ARGV[6], ARGV[7], ARGV[8]
local left = 0
redis.call('SET', prefix .. 'gone:' .. profile, 1, 'PX', known_for)
for _, sid in ipairs(redis.call('ZRANGE', list_key(account), 0, -1)) do
  local family = living(sid)
  if family and family.profile == profile then
    redis.call('HSET', family_key(sid), 'profile', '')
    outdate(sid, family, 'profile-removed')
    left = left + 1
  end
end
return left
