namespace Streamix.ServiceDefaults.Storage;

/// <summary>Makes buckets and says what holds in them. The platform's own run, before the services; they only use what is there.</summary>
public interface IBuckets
{
    /// <summary>Creates the bucket if it is absent and sets its rules; the same again changes nothing.</summary>
    Task EnsureAsync(BucketRules rules, CancellationToken cancellationToken = default);
}

/// <summary>What holds in a bucket.</summary>
/// <param name="Name">The bucket.</param>
/// <param name="Origins">Pages of these origins may read and write by presigned addresses (CORS), and see the entity tag; empty: no page may.</param>
/// <param name="AbandonedAfterDays">Parts of uploads that nobody completed or aborted go after so many days.</param>
public sealed record BucketRules(string Name, IReadOnlyList<string> Origins, int AbandonedAfterDays = 7);
