namespace Streamix.ServiceDefaults.Http;

/// <summary>The first answer to a key. The key and its scope are kept as a hash only.</summary>
internal sealed class IdempotencyRecord
{
    /// <summary>SHA-256 of caller, route and key.</summary>
    public required byte[] Id { get; init; }

    /// <summary>Whose call it was, so that it goes with the account.</summary>
    public Guid? AccountId { get; init; }

    /// <summary>SHA-256 of method, address and body.</summary>
    public required byte[] Fingerprint { get; init; }

    public required int Status { get; init; }

    /// <summary>Header names and values as JSON.</summary>
    public required string Headers { get; init; }

    public required byte[] Body { get; init; }

    public required DateTimeOffset ExpiresAt { get; init; }
}
