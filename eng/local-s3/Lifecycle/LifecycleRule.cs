namespace Streamix.LocalS3.Lifecycle;

/// <summary>The parts of a rule that have a meaning without versions and storage tiers.</summary>
internal sealed record LifecycleRule(
    string Id, bool Enabled, string Prefix, IReadOnlyDictionary<string, string> Tags, long? LargerThan, long? SmallerThan,
    int? AbortAfterDays, int? ExpireAfterDays, DateTimeOffset? ExpireOn)
{
    public bool Expires => Enabled && (ExpireAfterDays is not null || ExpireOn is not null);

    public bool IsStale(string key, DateTimeOffset initiated, DateTimeOffset now) =>
        Enabled && AbortAfterDays is { } days && key.StartsWith(Prefix, StringComparison.Ordinal) && initiated.AddDays(days) <= now;

    public bool IsExpired(string key, DateTimeOffset modified, long size, DateTimeOffset now) =>
        Expires && key.StartsWith(Prefix, StringComparison.Ordinal)
        && !(size <= LargerThan) && !(size >= SmallerThan)
        && (ExpireAfterDays is { } days ? modified.AddDays(days) <= now : ExpireOn <= now);

    public bool HasTags(IReadOnlyDictionary<string, string> tags) =>
        Tags.All(t => tags.TryGetValue(t.Key, out var value) && value == t.Value);
}
