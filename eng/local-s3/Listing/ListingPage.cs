using Streamix.LocalS3.Storage;

namespace Streamix.LocalS3.Listing;

internal sealed record ListedKey(string Key, IndexEntry Entry);

/// <summary>One page; <paramref name="Last"/> is the last key or common prefix on it.</summary>
internal sealed record ListingPage(IReadOnlyList<ListedKey> Keys, IReadOnlyList<string> CommonPrefixes, bool Truncated, string Last);
