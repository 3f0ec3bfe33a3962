local playback, limit, title, device, key, instead = ARGV[2], tonumber(ARGV[3]), ARGV[4], ARGV[5], ARGV[6], ARGV[7]
local playing, own = read(playback)
if own and own.state == 'on' then
  write(playback, 'on', now + lease, own.since, title, key, device)
  return answer('held', lease, playing)
end

local others, gone = {}, {}
for _, stream in ipairs(playing) do
  local list = stream.id == instead and gone or others
  list[#list + 1] = stream
end
-- What the same device plays already makes room, the oldest first: a tab that crashed cannot give back its slot, and must not lock its own device out.
for i = 1, #others do
  if #others >= limit and key ~= '' and others[i].key == key then
    gone[#gone + 1] = table.remove(others, i)
    break
  end
end

-- Nothing is stopped for a start that is refused all the same.
if #others >= limit then return answer('full', 0, playing) end
for _, stream in ipairs(gone) do switch_off(stream.id) end
write(playback, 'on', now + lease, now, title, key, device)
redis.call('SET', began_key, whole(now), 'NX')
return answer('held', lease, others)
