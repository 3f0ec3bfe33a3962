local sid, presented, successor, sealed = ARGV[6], ARGV[7], ARGV[8], ARGV[9]
local client, grace, limit = ARGV[10], tonumber(ARGV[11]), tonumber(ARGV[12])

local family, why = living(sid)
if not family then return {'ended', why} end

-- Rotations within the grace, oldest first: hash, sealed successor, instant and client of each.
local recent = {}
for hash, seal, at, by in string.gmatch(family.recent or '', '(%S+) (%S+) (%S+) (%S+);') do
  if now - tonumber(at) <= grace then recent[#recent + 1] = {hash, seal, at, by} end
end

if presented == family.current then
  if #recent >= limit then return {'busy'} end
  recent[#recent + 1] = {presented, sealed, whole(now), client}
  local lines = {}
  for i, entry in ipairs(recent) do lines[i] = table.concat(entry, ' ') .. ';' end
  local idle = tonumber(family.idle)
  local idle_until = math.min(now + idle, tonumber(family.absolute_until))
  local keep_for = whole(idle_until - now + grace)
  redis.call('HSET', family_key(sid), 'current', successor, 'recent', table.concat(lines),
    'used_at', whole(now), 'idle_until', whole(idle_until), unpack(ARGV, 13))
  redis.call('PEXPIRE', family_key(sid), keep_for)
  local list = list_key(family.account)
  redis.call('ZADD', list, whole(idle_until), sid)
  if redis.call('PTTL', list) < tonumber(keep_for) then redis.call('PEXPIRE', list, keep_for) end
  return {'rotated', issuing(sid, family)}
end

for i, entry in ipairs(recent) do
  if entry[1] == presented and entry[4] == client then
    local seals = {}
    for j = i, #recent do seals[#seals + 1] = recent[j][2] end
    return {'repeated', issuing(sid, family), seals}
  end
end

end_family(sid, family.account, 'refresh-token-reused')
return {'reused'}
