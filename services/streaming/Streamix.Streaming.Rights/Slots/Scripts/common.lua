-- The streams of one account: a hash of playback -> state|until|since|title|key|device, the key being that of the device, instants in milliseconds since 1970 by Redis's own clock,
-- so that replicas agree whatever their clocks say. on: plays. off: was stopped or has ended, and no late renewal brings it back.
local slots, began_key = KEYS[1], KEYS[2]
local lease = tonumber(ARGV[1])
local clock = redis.call('TIME')
local now = tonumber(clock[1]) * 1000 + math.floor(tonumber(clock[2]) / 1000)

local function whole(number) return string.format('%.0f', number) end

local function write(playback, state, till, since, title, key, device)
  redis.call('HSET', slots, playback, state .. '|' .. whole(till) .. '|' .. whole(since) .. '|' .. title .. '|' .. key .. '|' .. device)
  redis.call('PEXPIRE', slots, whole(2 * lease))
end

local function switch_off(playback) write(playback, 'off', now + 2 * lease, now, '', '', '') end

-- What plays besides the playback, oldest first, and the playback itself.
local function read(playback)
  local flat, playing, own = redis.call('HGETALL', slots), {}, nil
  for i = 1, #flat, 2 do
    local state, till, since, title, key, device = string.match(flat[i + 1], '^(%a+)|(%d+)|(%d+)|([^|]*)|([^|]*)|(.*)$')
    if not till or tonumber(till) <= now then
      redis.call('HDEL', slots, flat[i])
    elseif flat[i] == playback then
      own = {state = state, since = tonumber(since)}
    elseif state == 'on' then
      playing[#playing + 1] = {id = flat[i], since = tonumber(since), title = title, key = key, device = device}
    end
  end
  table.sort(playing, function(a, b) if a.since ~= b.since then return a.since < b.since end return a.id < b.id end)
  return playing, own
end

local function answer(outcome, left, playing)
  local all = {outcome, whole(left)}
  for _, stream in ipairs(playing) do
    all[#all + 1] = stream.id
    all[#all + 1] = stream.title
    all[#all + 1] = stream.device
    all[#all + 1] = whole(now - stream.since)
  end
  return all
end
