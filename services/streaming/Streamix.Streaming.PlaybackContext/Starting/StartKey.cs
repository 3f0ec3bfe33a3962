using System.Security.Cryptography;
using System.Text;
using Streamix.ServiceDefaults.Http;
using Streamix.Streaming.PlaybackContext.Playbacks;

namespace Streamix.Streaming.PlaybackContext.Starting;

/// <summary>
/// What makes a start repeatable: the playback's id follows from account and key, so that repeats, also at the same time, take one slot and are one playback.
/// Answers carry secrets and are not stored.
/// </summary>
internal static class StartKey
{
    private const int Longest = 255;

    public static bool IsValid(string key) => key.Length is > 0 and <= Longest && key.AsSpan().IndexOfAnyExceptInRange('!', '~') < 0;

    public static Guid IdOf(Guid account, string key)
    {
        var bytes = SHA256.HashData(Encoding.UTF8.GetBytes($"streamix playback\n{account:n}\n{key}")).AsSpan(0, 16);
        bytes[6] = (byte)(bytes[6] & 0x0f | 0x80); // UUIDv8 (RFC 9562, 5.8)
        bytes[8] = (byte)(bytes[8] & 0x3f | 0x80);
        return new(bytes, bigEndian: true);
    }

    /// <summary>Why a start may not be a repeat of an earlier one; null when there is none, or it may.</summary>
    public static IResult? Objection(Playback? earlier, byte[] asked) => earlier switch
    {
        null => null,
        _ when !earlier.Asked.AsSpan().SequenceEqual(asked) => PlaybackProblems.With(Problems.Invalid(StartQuery.Header, "was used for another request"), "code", PlaybackProblems.OtherRequest),
        { State: PlaybackState.Ended } => PlaybackProblems.Over(earlier),
        _ => null,
    };

    /// <summary>Tells two wishes under one key apart. The PIN is no part of it: no hash of it shall be stored.</summary>
    public static byte[] Asked(StartDraft draft, Guid? profile) =>
        SHA256.HashData(Encoding.UTF8.GetBytes($"{draft.TitleId:n}\n{profile:n}\n{draft.Device}\n{draft.InsteadOf:n}"));
}
