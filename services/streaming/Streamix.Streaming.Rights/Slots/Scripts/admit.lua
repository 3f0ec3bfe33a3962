local playback, limit, title, device, instead = ARGV[2], tonumber(ARGV[3]), ARGV[4], ARGV[5], ARGV[6]
local playing, own = read(playback)
if own and own.state == 'on' then
  write(playback, 'on', now + lease, own.since, title, device)
  return answer('held', lease, playing)
end

-- Nothing is stopped for a start that is refused all the same.
local others = {}
for _, stream in ipairs(playing) do
  if stream.id ~= instead then others[#others + 1] = stream end
end
if #others >= limit then return answer('full', 0, playing) end
if #others < #playing then switch_off(instead) end
write(playback, 'on', now + lease, now, title, device)
redis.call('SET', began_key, whole(now), 'NX')
return answer('held', lease, others)
