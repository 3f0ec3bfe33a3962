return answer('listed', 0, (read('')))
