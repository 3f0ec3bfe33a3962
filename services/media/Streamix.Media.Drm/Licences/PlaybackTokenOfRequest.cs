using Streamix.Media.Drm.Playbacks;

namespace Streamix.Media.Drm.Licences;

/// <summary>Finds the playback's token: in its own header, which passes every proxy and leaves Authorization to the user, or as Bearer.</summary>
internal sealed class PlaybackTokenOfRequest(PlaybackTokens tokens)
{
    public const string Header = "Playback-Token";
    private const string Bearer = "Bearer ";

    public (Grant? Grant, Refusal? Refusal) Read(HttpRequest request)
    {
        var text = request.Headers[Header].ToString() is { Length: > 0 } own ? own : BearerOf(request.Headers.Authorization.ToString());
        if (text.Length == 0)
            return (null, Refusal.NoToken);
        return tokens.Read(text) is { } grant ? (grant, null) : (null, Refusal.BadToken);
    }

    private static string BearerOf(string authorization) =>
        authorization.StartsWith(Bearer, StringComparison.OrdinalIgnoreCase) ? authorization[Bearer.Length..].Trim() : "";
}
