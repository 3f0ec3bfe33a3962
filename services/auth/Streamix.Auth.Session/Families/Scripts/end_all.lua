local account, reason, kept, up_to, account_for = ARGV[6], ARGV[7], ARGV[8], tonumber(ARGV[9]), ARGV[10]
local ended = 0
for _, sid in ipairs(redis.call('ZRANGE', list_key(account), 0, -1)) do
  local family = living(sid)
  if family and sid ~= kept and math.min(tonumber(family.opened_at), tonumber(family.proven_at or family.opened_at)) <= up_to then
    end_family(sid, account, reason)
    ended = ended + 1
  end
end

-- A sign-in whose credentials were checked before that moment opens nothing any more.
local key = account_key(account)
if up_to > tonumber(redis.call('HGET', key, 'not_before') or 0) then
  redis.call('HSET', key, 'not_before', whole(up_to), 'not_before_reason', reason)
  redis.call('PEXPIRE', key, account_for)
end
return ended
