namespace Streamix.Infra.Gateway.Limits;

/// <summary>GCRA inside Redis, on Redis's clock, so that replicas agree whatever their own clocks say. One key, one call.</summary>
internal static class PermitScript
{
    public const string Text = """
        local clock = redis.call('TIME')
        local now = clock[1] * 1000000 + clock[2]
        local interval, size = tonumber(ARGV[1]), tonumber(ARGV[2])
        local wanted, unused = tonumber(ARGV[3]), tonumber(ARGV[4])
        local tat = tonumber(redis.call('GET', KEYS[1]) or now) - unused * interval
        if tat < now then tat = now end
        local room = math.floor((now + size * interval - tat) / interval + 0.000001)
        local granted = math.max(0, math.min(room, wanted))
        tat = tat + granted * interval
        if granted > 0 or unused > 0 then
          redis.call('SET', KEYS[1], string.format('%.3f', tat), 'PX', math.max(1, math.ceil((tat - now) / 1000)))
        end
        local retry = 0
        if granted == 0 then retry = math.max(0, math.ceil(tat + interval - size * interval - now)) end
        return { granted, math.max(0, room - granted), retry, math.ceil(tat - now) }
        """;
}
