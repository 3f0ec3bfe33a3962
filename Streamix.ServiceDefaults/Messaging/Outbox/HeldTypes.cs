namespace Streamix.ServiceDefaults.Messaging.Outbox;

/// <summary>Types nobody listens to yet: left in the outbox, offered again now and then, so that the first listener misses little.</summary>
internal sealed class HeldTypes(TimeSpan probeInterval, TimeSpan retention, TimeProvider time)
{
    private readonly Dictionary<string, Hold> _holds = [];

    public bool Any => _holds.Count > 0;

    /// <summary>The types to pass over now.</summary>
    public string[] Current => Where(h => h.ProbeAt > time.GetUtcNow());

    /// <summary>The types that have had no listener for so long that their old events may go.</summary>
    public string[] Expired => Where(h => time.GetUtcNow() - h.Since >= retention);

    /// <summary>Passes over a type for a while; true when that is news.</summary>
    public bool Add(string type)
    {
        var now = time.GetUtcNow();
        var isNew = !_holds.TryGetValue(type, out var hold);
        _holds[type] = new(isNew ? now : hold.Since, now + probeInterval);
        return isNew;
    }

    public void Release(string type) => _holds.Remove(type);

    private string[] Where(Func<Hold, bool> matches) => [.. _holds.Where(h => matches(h.Value)).Select(h => h.Key)];

    private readonly record struct Hold(DateTimeOffset Since, DateTimeOffset ProbeAt);
}
