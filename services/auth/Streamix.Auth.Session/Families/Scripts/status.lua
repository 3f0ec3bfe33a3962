local account, status, reason, revision, account_for = ARGV[6], ARGV[7], ARGV[8], tonumber(ARGV[9]), ARGV[10]
local key = account_key(account)
if revision <= tonumber(redis.call('HGET', key, 'status_revision') or -1) then return 0 end
redis.call('HSET', key, 'status', status, 'status_revision', whole(revision))
redis.call('PEXPIRE', key, account_for)
if reason == '' then return 0 end
local ended = 0
for _, sid in ipairs(redis.call('ZRANGE', list_key(account), 0, -1)) do
  if living(sid) then
    end_family(sid, account, reason)
    ended = ended + 1
  end
end
return ended
