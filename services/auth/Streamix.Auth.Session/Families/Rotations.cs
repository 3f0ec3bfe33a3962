using Microsoft.Extensions.Options;
using StackExchange.Redis;
using Streamix.Auth.Contracts.Sessions;
using Streamix.Auth.Session.Telling;

namespace Streamix.Auth.Session.Families;

/// <summary>Exchanges refresh tokens; the script decides, so that of two at once one wins on whatever replica.</summary>
internal sealed class Rotations(SessionRedis redis, RefreshTokens tokens, Happenings happenings, IOptions<SessionOptions> options)
{
    public async Task<Rotation> RotateAsync(RefreshToken presented, ClientFacts client, bool cookies)
    {
        var (seen, next) = (client.Trimmed(), tokens.Next(presented.SessionId));
        var answer = await redis.RunAsync(Script.Refresh,
        [
            presented.SessionId, presented.Hash, next.Hash, presented.Seal(next),
            seen.Fingerprint, SessionRedis.Milliseconds(options.Value.Grace), options.Value.RotationsPerGrace,
            .. Seen(seen, cookies),
        ]);
        return answer[0].ToString() switch
        {
            "rotated" => new(RotationOutcome.Rotated, Family.Read(presented.SessionId, answer[1]), next),
            "repeated" => new(RotationOutcome.Repeated, Family.Read(presented.SessionId, answer[1]), Follow(presented, answer[2])),
            "busy" => new(RotationOutcome.Busy),
            "reused" => Reused(),
            _ => new(RotationOutcome.Ended, Reason: answer[1].ToString() is { Length: > 0 } reason ? reason : SessionEnds.Expired),
        };
    }

    private Rotation Reused()
    {
        happenings.Wake();
        return new(RotationOutcome.Reused, Reason: SessionEnds.RefreshTokenReused);
    }

    /// <summary>From the presented token to the one that is current now, each opening the next.</summary>
    private static RefreshToken Follow(RefreshToken presented, RedisResult seals) =>
        ((RedisValue[])seals!).Aggregate(presented, (token, seal) => token.Unseal(seal.ToString()));

    /// <summary>What the edge does not tell stays as it was.</summary>
    private static List<RedisValue> Seen(ClientFacts client, bool cookies)
    {
        List<RedisValue> fields = ["agent", client.Agent, "address", client.Address, "cookies", cookies ? 1 : 0];
        if (client.Country.Length > 0)
            fields.AddRange(["country", client.Country, "city", client.City]);
        return fields;
    }
}
