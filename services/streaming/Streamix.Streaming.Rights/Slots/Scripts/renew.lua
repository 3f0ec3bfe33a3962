local playback, limit, title, device, key = ARGV[2], tonumber(ARGV[3]), ARGV[4], ARGV[5], ARGV[6]
local playing, own = read(playback)
if own and own.state == 'off' then return answer('stopped', 0, playing) end

-- For one lease after this Redis began to know anything, it may have forgotten what plays: nobody is cut for that. Who comes back above the limit stays,
-- and new starts are refused until the number is right again. Later on, a playback without a slot has missed its renewals and needs room like a new one.
redis.call('SET', began_key, whole(now), 'NX')
local forgetful = now < tonumber(redis.call('GET', began_key)) + lease
if not own and #playing >= limit and not forgetful then return answer('full', 0, playing) end
write(playback, 'on', now + lease, own and own.since or now, title, key, device)
return answer('held', lease, playing)
