local family, flat = living(ARGV[6])
if not family then return false end
return flat
