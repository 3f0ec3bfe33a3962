local sid, account, reason = ARGV[6], ARGV[7], ARGV[8]
local family = living(sid)
if not family or (account ~= '' and family.account ~= account) then return 0 end
end_family(sid, family.account, reason)
return 1
