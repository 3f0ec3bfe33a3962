local account = ARGV[6]
local found = {}
for _, sid in ipairs(redis.call('ZRANGE', list_key(account), 0, -1)) do
  local family, flat = living(sid)
  if family then found[#found + 1] = {sid, flat} end
end
return found
