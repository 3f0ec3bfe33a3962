using StackExchange.Redis;

namespace Streamix.Streaming.Rights.Slots;

internal enum SlotOutcome
{
    /// <summary>The playback has a slot.</summary>
    Held,

    /// <summary>As many others play as may.</summary>
    Full,

    /// <summary>It was stopped, or has ended.</summary>
    Stopped,
}

/// <summary>What came of asking for a slot.</summary>
/// <param name="Left">The slot is lost unless renewed within.</param>
/// <param name="Streams">What else of the account plays, oldest first.</param>
/// <param name="Local">Counted by this replica alone.</param>
internal sealed record SlotAnswer(SlotOutcome Outcome, TimeSpan Left, IReadOnlyList<PlayingStream> Streams, bool Local = false)
{
    private const int FieldsPerStream = 4;

    /// <summary>Reads what the scripts answer.</summary>
    public static SlotAnswer Read(RedisResult result, DateTimeOffset now)
    {
        var fields = (RedisValue[])result!;
        var outcome = fields[0].ToString() switch { "full" => SlotOutcome.Full, "stopped" => SlotOutcome.Stopped, _ => SlotOutcome.Held };
        List<PlayingStream> streams = [];
        for (var i = 2; i + FieldsPerStream <= fields.Length; i += FieldsPerStream)
            if (Guid.TryParseExact(fields[i].ToString(), "n", out var playback) && Guid.TryParseExact(fields[i + 1].ToString(), "n", out var title))
                streams.Add(new(playback, title, fields[i + 2].ToString(), now - TimeSpan.FromMilliseconds((long)fields[i + 3])));
        return new(outcome, TimeSpan.FromMilliseconds((long)fields[1]), streams);
    }
}

/// <summary>Something that plays.</summary>
internal sealed record PlayingStream(Guid PlaybackId, Guid TitleId, string DeviceName, DateTimeOffset Since);

/// <summary>A slot that somebody wants.</summary>
/// <param name="Limit">As many may play at the same time.</param>
/// <param name="InsteadOf">Is stopped, when this makes room.</param>
/// <param name="DeviceKey">Where all slots are taken, the oldest stream of the same device makes room, as what a crashed tab has left behind; empty: none does.</param>
internal sealed record SlotWish(Guid AccountId, Guid PlaybackId, Guid TitleId, string DeviceName, int Limit, Guid? InsteadOf = null, string DeviceKey = "");
