switch_off(ARGV[2])
return answer('released', 0, {})
