using System.Buffers.Text;
using System.Globalization;
using System.Text;
using Microsoft.Extensions.Options;
using Streamix.Streaming.CdnOrchestrator.Signing;

namespace Streamix.Streaming.CdnOrchestrator.Steering;

/// <summary>Writes steering sessions into addresses and reads them back, so that nothing is kept. Signed like paths, and told apart from them by its first word.</summary>
internal sealed class SteeringSessions(PathKeys keys, IOptions<OrchestratorOptions> options, TimeProvider time)
{
    private const string Version = "s1";
    private const int Longest = 1024;

    public string Write(SteeringSession session)
    {
        var expires = (time.GetUtcNow() + options.Value.SteeringLifetime).ToUnixTimeSeconds();
        var payload = string.Create(CultureInfo.InvariantCulture, $"{Version};{expires};{session.PlaybackId:D};{session.AssetId:D};{session.Country};{string.Join(',', session.Edges)}");
        return $"{Base64Url.EncodeToString(Encoding.ASCII.GetBytes(payload))}.{keys.Current.Sign(payload)}";
    }

    /// <summary>Null: not ours, or over.</summary>
    public SteeringSession? Read(string text)
    {
        if (text.Length > Longest || text.Split('.') is not [var body, var signature] || !Base64Url.IsValid(body))
            return null;
        var payload = Encoding.ASCII.GetString(Base64Url.DecodeFromChars(body));
        if (!keys.HaveSigned(payload, signature) || payload.Split(';') is not [Version, var expires, var playback, var asset, var country, var edges])
            return null;
        return long.Parse(expires, CultureInfo.InvariantCulture) > time.GetUtcNow().ToUnixTimeSeconds()
            ? new(Guid.Parse(playback), Guid.Parse(asset), country, edges.Split(','))
            : null;
    }
}
