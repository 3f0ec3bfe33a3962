namespace Streamix.Auth.Session.Telling;

/// <summary>An entry of the stream of happenings that is in the outbox already.</summary>
internal sealed class ToldHappening(string id, DateTimeOffset toldAt)
{
    /// <summary>Of a stream's ids.</summary>
    public const int LongestId = 64;

    public string Id { get; private set; } = id;

    public DateTimeOffset ToldAt { get; private set; } = toldAt;
}
